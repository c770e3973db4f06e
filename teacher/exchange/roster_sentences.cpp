#include "teacher/exchange/roster_sentences.h"

#include "engine/content/toml_file.h"

namespace mirabelle {

namespace {

std::string_view code_of(RosterProblem problem) {
    constexpr std::array<std::string_view, all_roster_problems.size()> codes{"empty",
                                                                             "too_large",
                                                                             "not_text",
                                                                             "spreadsheet",
                                                                             "parents_file",
                                                                             "no_first_name_column",
                                                                             "not_a_list",
                                                                             "no_child",
                                                                             "row_without_first_name",
                                                                             "not_a_first_name",
                                                                             "damaged_row",
                                                                             "same_child_twice",
                                                                             "footer_line",
                                                                             "left_out_elementary",
                                                                             "unknown_level",
                                                                             "no_level",
                                                                             "toute_petite",
                                                                             "first_name_cut",
                                                                             "class_name_cut",
                                                                             "same_name_twice"};
    return codes[static_cast<std::size_t>(problem)];
}

std::string_view code_of(RosterData data) {
    constexpr std::array<std::string_view, all_roster_data.size()> codes{
        "family_name", "national_id", "birth", "sex", "address", "contact", "other"};
    return codes[static_cast<std::size_t>(data)];
}

std::string filled(std::string text, std::string_view place, std::string_view with) {
    if (const auto at = text.find(place); at != std::string::npos)
        text.replace(at, place.size(), with);
    return text;
}

} // namespace

RosterSentences::RosterSentences(const std::filesystem::path& bundle) {
    const TomlTable file = TomlTable::open(bundle / "content" / "roster_fr.toml");
    const TomlTable problems = file.table("problem");
    for (const RosterProblem problem : all_roster_problems)
        problems_.emplace(problem, problems.text(code_of(problem)));
    const TomlTable discarded = file.table("discarded");
    for (const RosterData data : all_roster_data)
        data_.emplace(data, discarded.text(code_of(data)));
    const TomlTable import = file.table("import");
    for (const std::string& code : import.keys())
        import_.emplace(code, import.text(code));
}

std::string RosterSentences::sentence(const RosterRemark& remark) const {
    return filled(filled(problems_.at(remark.problem), "{line}", std::to_string(remark.line)), "{detail}",
                  remark.detail);
}

std::string RosterSentences::sentence(const DiscardedColumns& discarded) const {
    std::string text = data_.at(discarded.data);
    std::string columns;
    for (const std::string& column : discarded.columns)
        columns += (columns.empty() ? "" : ", ") + column;
    return columns.empty() ? text : filled(sentence("columns", text), "{columns}", columns);
}

std::string RosterSentences::sentence(std::string_view code, std::string_view detail) const {
    const auto found = import_.find(code);
    return filled(found == import_.end() ? std::string(code) + " ({detail})" : found->second, "{detail}",
                  detail);
}

} // namespace mirabelle
