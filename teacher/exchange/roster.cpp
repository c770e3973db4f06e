#include "teacher/exchange/roster.h"

#include "teacher/exchange/roster_columns.h"
#include "teacher/exchange/roster_names.h"
#include "teacher/exchange/roster_reading.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace mirabelle {

namespace {

constexpr std::size_t lines_before_header = 10; // a title, a date, the name of the school

// A teacher easily takes the workbook for the list in it.
bool is_workbook(std::string_view bytes) {
    constexpr std::array<std::string_view, 4> beginnings{"PK\x03\x04", "\xD0\xCF\x11\xE0", "%PDF", "{\\rtf"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return bytes.starts_with(beginning); });
}

struct FoundTable {
    char32_t separator = U';';
    std::size_t header = 0; ///< its place among the rows
    std::size_t cells = 0;
};

/// The header that one separator cuts into more cells than the others do.
std::optional<FoundTable> find_table(std::u32string_view text) {
    std::optional<FoundTable> best;
    for (const char32_t separator : {U';', U'\t', U','}) {
        const auto rows = rows_of(text, separator, lines_before_header);
        for (std::size_t place = 0; place < rows.size(); ++place) {
            const std::size_t cells = rows[place].cells.size();
            const bool tells = is_header(rows[place]) || (place == 0 && is_header_of_parents(rows[place]));
            if (tells && (!best || cells > best->cells))
                best = FoundTable{separator, place, cells};
        }
    }
    return best;
}

void remark_namesakes(RosterPreview& preview) {
    std::set<std::tuple<std::string, std::string, std::string>> met;
    for (const RosterChild& child : preview.children)
        if (!met.insert({comparable_name(child.first_name), child.initial, child.class_name}).second)
            preview.remarks.push_back({RosterProblem::same_name_twice, child.line, {}});
}

void read_text(std::u32string_view text, RosterPreview& preview) {
    if (trimmed(text).empty())
        return refuse(preview, RosterProblem::empty);
    const auto table = find_table(text);
    // "Prénoms" above names between commas is the title of a list, and every one of them is a child.
    const auto below = text.substr(std::min(text.find(U'\n', text.find_first_not_of(U'\n')), text.size()));
    if (!table || (table->cells == 1 && table->header == 0 && below.find_first_of(U",;\t") != below.npos))
        return read_pasted(text, preview);
    preview.form = RosterForm::table;
    preview.separator = static_cast<char>(table->separator);
    const auto rows = rows_of(text, table->separator, table->header + most_roster_rows + 3);
    read_table(std::span(rows).subspan(table->header), preview);
}

} // namespace

void add_to(RosterPreview& preview, std::u32string_view first_name, std::u32string_view initial,
            std::optional<Band> band, std::u32string_view class_name, int line) {
    if (first_name.size() > longest_first_name)
        preview.remarks.push_back({RosterProblem::first_name_cut, line, {}});
    if (class_name.size() > longest_class_name)
        preview.remarks.push_back({RosterProblem::class_name_cut, line, {}});
    preview.children.push_back({utf8_of(shortened(first_name, longest_first_name)), utf8_of(initial), band,
                                utf8_of(shortened(class_name, longest_class_name)), line});
}

RosterPreview read_roster(std::string_view bytes) {
    RosterPreview preview;
    const auto refused = [&preview](RosterProblem problem) {
        refuse(preview, problem);
        return preview;
    };
    if (bytes.size() > largest_roster)
        return refused(RosterProblem::too_large);
    if (is_workbook(bytes))
        return refused(RosterProblem::spreadsheet);
    const auto text = decode_roster(bytes);
    if (!text)
        return refused(RosterProblem::not_text);
    preview.encoding = text->encoding;
    read_text(text->characters, preview);
    if (!preview.refusal && preview.children.empty())
        refuse(preview, RosterProblem::no_child);
    if (preview.refusal)
        preview.children.clear();
    remark_namesakes(preview);
    const auto without = std::count_if(preview.children.begin(), preview.children.end(),
                                       [](const RosterChild& child) { return !child.band.has_value(); });
    if (without > 0)
        preview.remarks.push_back({RosterProblem::no_level, 0, std::to_string(without)});
    std::stable_sort(preview.remarks.begin(), preview.remarks.end(),
                     [](const RosterRemark& a, const RosterRemark& b) { return a.line < b.line; });
    return preview;
}

} // namespace mirabelle
