#include "teacher/exchange/roster_names.h"
#include "teacher/exchange/roster_reading.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::u32string_view separators = U",;\t";

struct PastedLine {
    int number = 0;
    std::vector<std::u32string> cells; ///< none of them blank
    RosterLevel level;                 ///< that stands in a cell of its own
};

/// Without "3.", "3)", "n° 3", "•", "-" and the like in front, and without quotes around it.
std::u32string_view without_bullet(std::u32string_view cell) {
    constexpr std::u32string_view bullets = U"-‐‑–—•‣◦●○▪▫■□☐☑✓✔→*·>+#\"«“”»' ";
    constexpr std::u32string_view behind_number = U".)°:/-–_ \"«“";
    const auto skip = [&cell](std::u32string_view signs) {
        cell.remove_prefix(std::min(cell.find_first_not_of(signs), cell.size()));
    };
    skip(bullets);
    if (cell.starts_with(U"n°") || cell.starts_with(U"N°"))
        cell.remove_prefix(2);
    skip(U" ");
    const auto digits = std::min(cell.find_first_not_of(U"0123456789"), cell.size());
    if (digits > 0 && (digits == cell.size() || behind_number.find(cell[digits]) != behind_number.npos)) {
        cell.remove_prefix(digits);
        skip(behind_number);
    }
    while (!cell.empty() && std::u32string_view(U" \"«“”»*").find(cell.back()) != std::u32string_view::npos)
        cell.remove_suffix(1);
    return trimmed(cell);
}

/// A cell that names a level and nothing else.
RosterLevel level_alone(std::u32string_view cell) {
    constexpr std::array<std::u32string_view, 12> levels{U"ps",
                                                         U"ms",
                                                         U"gs",
                                                         U"tps",
                                                         U"petite section",
                                                         U"moyenne section",
                                                         U"grande section",
                                                         U"petits",
                                                         U"moyens",
                                                         U"grands",
                                                         U"toute petite section",
                                                         U"tres petite section"};
    const bool alone = std::find(levels.begin(), levels.end(), folded(cell)) != levels.end();
    return alone ? level_named(cell) : RosterLevel{};
}

std::optional<Band> known_band(const RosterLevel& level) {
    const bool known =
        level.kind == RosterLevel::Kind::maternelle || level.kind == RosterLevel::Kind::toute_petite;
    return known ? std::optional(level.band) : std::nullopt;
}

std::vector<PastedLine> lines_of(std::u32string_view text) {
    std::vector<PastedLine> lines;
    int number = 1;
    for (bool more = true; more; ++number) {
        const auto end = std::min(text.find(U'\n'), text.size());
        std::u32string_view rest = text.substr(0, end);
        more = end < text.size();
        text.remove_prefix(more ? end + 1 : end);
        PastedLine line{number, {}, {}};
        while (!rest.empty()) {
            const auto cut = std::min(rest.find_first_of(separators), rest.size());
            const auto cell = without_bullet(rest.substr(0, cut));
            if (const RosterLevel level = level_alone(cell); known_band(level))
                line.level = level;
            else if (!cell.empty())
                line.cells.emplace_back(cell);
            rest.remove_prefix(std::min(cut + 1, rest.size()));
        }
        if (!line.cells.empty() || known_band(line.level))
            lines.push_back(std::move(line));
    }
    return lines;
}

bool is_title(const PastedLine& line) {
    if (line.cells.size() != 1)
        return false;
    const std::u32string title = folded(line.cells.front());
    return (title.starts_with(U"nom ") || title.starts_with(U"liste ") ||
            title.find(U"prenom") != title.npos);
}

/// A line of a table whose header was not pasted with it: anything may stand in its cells.
bool is_row_of_table(const PastedLine& line) {
    return line.cells.size() > 1 &&
           std::any_of(line.cells.begin(), line.cells.end(), [](const std::u32string& cell) {
               return std::any_of(cell.begin(), cell.end(), is_digit);
           });
}

/// The column of "DUPONT;Léa" that has the family names, where every line looks like this.
std::optional<std::size_t> family_column(std::span<const PastedLine> lines) {
    const auto fits = [lines](std::size_t family) {
        return lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [&](const PastedLine& line) {
                   return line.cells.size() == 2 && in_all_capitals(line.cells[family]) &&
                          !in_all_capitals(line.cells[1 - family]);
               });
    };
    for (const std::size_t family : {0u, 1u})
        if (fits(family))
            return family;
    return std::nullopt;
}

struct PastedName {
    std::u32string first_name, initial;
    RosterLevel level;
    bool had_family_name = false;
    bool had_note = false;
};

std::vector<std::u32string> words_of(std::u32string_view text) {
    std::vector<std::u32string> words;
    while (!(text = trimmed(text)).empty()) {
        const auto end = std::min(text.find(U' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

bool is_initial(const std::u32string& word) {
    return is_letter(word.front()) && (word.size() == 1 || (word.size() == 2 && word.back() == U'.'));
}

/// "Léa D.", "Léa DUPONT", "DUPONT Léa", "Léa (MS)": the first name, and what else was written beside it.
PastedName split_name(std::u32string_view cell) {
    PastedName name;
    if (const auto bracket = cell.find(U'('); bracket != cell.npos) {
        name.level = level_alone(cell.substr(bracket));
        name.had_note = name.level.kind == RosterLevel::Kind::none;
        cell = cell.substr(0, bracket);
    }
    std::vector<std::u32string> words = words_of(cell);
    if (words.size() > 1 && is_initial(words.back())) {
        name.initial = initial_of(words.back());
        words.pop_back();
    }
    // A family name shows itself by its capitals, unless the first name is written in them too.
    const auto is_small = [](const std::u32string& word) { return !in_all_capitals(word); };
    const auto first = std::find_if(words.begin(), words.end(), is_small);
    if (first != words.end()) {
        const auto last = std::find_if(words.rbegin(), words.rend(), is_small).base();
        name.had_family_name = first != words.begin() || last != words.end();
        if (name.had_family_name)
            name.initial = initial_of(first != words.begin() ? words.front() : *last);
        words = {first, last};
    }
    std::u32string together;
    for (const std::u32string& word : words)
        together += (together.empty() ? U"" : U" ") + word;
    if (together.size() > 2 && together.back() == U'.')
        together.pop_back();
    name.first_name = tidy_first_name(together);
    return name;
}

class PastedReader {
  public:
    PastedReader(std::optional<std::size_t> family, RosterPreview& preview)
        : family_(family), preview_(preview) {}

    void read(const PastedLine& line) {
        const RosterLevel& level = known_band(line.level) ? line.level : heading_;
        if (line.cells.empty())
            heading_ = level;
        else if (family_)
            add(line.cells[1 - *family_], line.cells[*family_], level, line.number);
        else
            for (const std::u32string& cell : line.cells)
                add(cell, {}, level, line.number);
    }

    void finish() {
        if (family_names_)
            preview_.discarded.push_back({RosterData::family_name, {}});
        if (notes_)
            preview_.discarded.push_back({RosterData::other, {}});
        if (left_out_ > preview_.children.size())
            refuse(preview_, RosterProblem::not_a_list);
    }

  private:
    void add(std::u32string_view cell, std::u32string_view family_name, const RosterLevel& above, int line) {
        const PastedName name = split_name(cell);
        family_names_ = family_names_ || name.had_family_name || !family_name.empty();
        notes_ = notes_ || name.had_note;
        if (!is_first_name(name.first_name)) {
            ++left_out_;
            preview_.remarks.push_back({RosterProblem::not_a_first_name, line, {}});
            return;
        }
        const RosterLevel& level = known_band(name.level) ? name.level : above;
        if (level.kind == RosterLevel::Kind::toute_petite)
            preview_.remarks.push_back({RosterProblem::toute_petite, line, {}});
        add_to(preview_, name.first_name, family_name.empty() ? name.initial : initial_of(family_name),
               known_band(level), {}, line);
    }

    std::optional<std::size_t> family_;
    RosterPreview& preview_;
    RosterLevel heading_;
    bool family_names_ = false;
    bool notes_ = false;
    std::size_t left_out_ = 0;
};

} // namespace

void read_pasted(std::u32string_view text, RosterPreview& preview) {
    if (const auto place = text.find_first_of(separators); place != text.npos)
        preview.separator = static_cast<char>(text[place]);
    const std::vector<PastedLine> all = lines_of(text);
    std::span<const PastedLine> lines = all;
    if (!lines.empty() && is_title(lines.front()))
        lines = lines.subspan(1);
    if (lines.empty())
        return refuse(preview, RosterProblem::empty);
    std::size_t entries = 0;
    for (const PastedLine& line : lines) {
        if (is_row_of_table(line))
            return refuse(preview, RosterProblem::no_first_name_column, line.number);
        entries += line.cells.size();
    }
    if (entries > static_cast<std::size_t>(most_roster_rows))
        return refuse(preview, RosterProblem::too_large);
    PastedReader reader(family_column(lines), preview);
    for (const PastedLine& line : lines)
        reader.read(line);
    reader.finish();
}

} // namespace mirabelle
