#include "teacher/exchange/roster_columns.h"
#include "teacher/exchange/roster_names.h"
#include "teacher/exchange/roster_reading.h"

#include <algorithm>
#include <map>
#include <set>

namespace mirabelle {

namespace {

/// Where the columns stand that are kept.
struct Places {
    std::optional<std::size_t> first_name, family_name, usage_name, level, class_name;
    std::optional<std::size_t> national_id, birth; ///< only to know a line that comes twice
    std::size_t needed = 0;                        ///< cells that a row must have to hold them all
    std::size_t whole = 0;                         ///< cells of a whole row
    bool addresses = false; ///< there are columns in which people write lines and semicolons
};

Places places_in(const RosterRow& header) {
    Places places;
    for (std::size_t cell = 0; cell < header.cells.size(); ++cell) {
        const auto take = [&](std::optional<std::size_t>& place) {
            if (place)
                return;
            place = cell;
            places.needed = cell + 1;
        };
        const RosterColumn column = column_named(header.cells[cell]);
        if (column == RosterColumn::first_name)
            take(places.first_name);
        else if (column == RosterColumn::family_name)
            take(places.family_name);
        else if (column == RosterColumn::usage_name)
            take(places.usage_name);
        else if (column == RosterColumn::level)
            take(places.level);
        else if (column == RosterColumn::class_name)
            take(places.class_name);
        else if (column == RosterColumn::national_id && !places.national_id)
            places.national_id = cell;
        else if (column == RosterColumn::birth && !places.birth)
            places.birth = cell;
        places.addresses = places.addresses || column == RosterColumn::address;
    }
    return places;
}

std::u32string_view cell_at(const RosterRow& row, const std::optional<std::size_t>& place) {
    return place && *place < row.cells.size() ? std::u32string_view(row.cells[*place]) : U"";
}

std::ptrdiff_t filled_cells(const RosterRow& row) {
    return std::count_if(row.cells.begin(), row.cells.end(),
                         [](const std::u32string& cell) { return !cell.empty(); });
}

// "Effectif : 24", "Fin de l'extraction": a line of few words, none of them where first names stand.
bool is_footer(const RosterRow& row, const Places& places) {
    const bool counts = std::any_of(row.cells.begin(), row.cells.end(), [](const std::u32string& cell) {
        return std::any_of(cell.begin(), cell.end(), [](char32_t c) { return is_digit(c) || c == U':'; });
    });
    return filled_cells(row) <= 2 && cell_at(row, places.first_name).empty() &&
           (counts || row.cells.size() < places.needed);
}

/// How many cells most rows have: some programs end every row, but not the header, with a separator.
std::size_t usual_cells(std::span<const RosterRow> rows) {
    std::map<std::size_t, int> counts;
    for (const RosterRow& row : rows)
        ++counts[row.cells.size()];
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

/// When a line break or a separator in an address has moved the cells, anything might stand under "Prénom".
bool is_damaged(const RosterRow& row, const Places& places) {
    const std::size_t cells = row.cells.size();
    return cells < places.needed || cells > places.whole || (places.addresses && cells < places.whole);
}

class TableReader {
  public:
    TableReader(const RosterRow& header, RosterPreview& preview)
        : header_cells_(header.cells.size()), places_(places_in(header)), preview_(preview) {}

    bool has_first_names() const { return places_.first_name.has_value(); }
    bool is_footer_line(const RosterRow& row) const { return is_footer(row, places_); }

    void read_all(std::span<const RosterRow> rows) {
        places_.whole = std::max(header_cells_, usual_cells(rows));
        for (const RosterRow& row : rows)
            read(row);
        if (elementary_ > 0)
            preview_.remarks.push_back({RosterProblem::left_out_elementary, 0, std::to_string(elementary_)});
    }

  private:
    void read(const RosterRow& row) {
        if (is_damaged(row, places_))
            return remark(RosterProblem::damaged_row, row.line);
        if (is_known_again(row))
            return remark(RosterProblem::same_child_twice, row.line);
        // Some programs write all forenames, with commas between them; the child is called by the first.
        const std::u32string_view forenames = cell_at(row, places_.first_name);
        const std::u32string first_name = tidy_first_name(forenames.substr(0, forenames.find(U',')));
        if (first_name.empty())
            return remark(RosterProblem::row_without_first_name, row.line);
        if (!is_first_name(first_name))
            return remark(RosterProblem::not_a_first_name, row.line);
        const RosterLevel level = level_named(cell_at(row, places_.level));
        if (level.kind == RosterLevel::Kind::elementary) {
            ++elementary_;
            return;
        }
        const std::u32string_view usage = cell_at(row, places_.usage_name);
        const std::u32string_view class_name = cell_at(row, places_.class_name);
        add_to(preview_, first_name, initial_of(usage.empty() ? cell_at(row, places_.family_name) : usage),
               band_of(level, class_name, row.line), one_line(class_name), row.line);
    }

    /// The same line is the same child where it says more than a name; else it may be two of one name.
    bool is_known_again(const RosterRow& row) {
        const bool identified =
            !cell_at(row, places_.national_id).empty() || !cell_at(row, places_.birth).empty();
        return identified && !met_.insert(row.cells).second;
    }

    void remark(RosterProblem problem, int line) { preview_.remarks.push_back({problem, line, {}}); }

    static std::u32string one_line(std::u32string_view text) {
        std::u32string line(text);
        std::replace(line.begin(), line.end(), U'\n', U' ');
        return line;
    }

    std::optional<Band> band_of(const RosterLevel& level, std::u32string_view class_name, int line) {
        switch (level.kind) {
        case RosterLevel::Kind::toute_petite:
            remark(RosterProblem::toute_petite, line);
            return level.band;
        case RosterLevel::Kind::maternelle:
            return level.band;
        case RosterLevel::Kind::unknown:
            remark(RosterProblem::unknown_level, line);
            return std::nullopt;
        case RosterLevel::Kind::none:
        case RosterLevel::Kind::elementary:
            break;
        }
        return band_of_class(class_name);
    }

    std::size_t header_cells_;
    Places places_;
    RosterPreview& preview_;
    std::set<std::vector<std::u32string>> met_;
    int elementary_ = 0;
};

} // namespace

void read_table(std::span<const RosterRow> rows, RosterPreview& preview) {
    const RosterRow& header = rows.front();
    if (is_header_of_parents(header))
        return refuse(preview, RosterProblem::parents_file, header.line);
    TableReader reader(header, preview);
    if (!reader.has_first_names())
        return refuse(preview, RosterProblem::no_first_name_column, header.line);
    preview.discarded = discarded_columns(header);
    rows = rows.subspan(1);
    while (!rows.empty() && reader.is_footer_line(rows.back())) {
        preview.remarks.push_back({RosterProblem::footer_line, rows.back().line, {}});
        rows = rows.first(rows.size() - 1);
    }
    if (rows.empty())
        return refuse(preview, RosterProblem::empty);
    if (rows.size() > static_cast<std::size_t>(most_roster_rows))
        return refuse(preview, RosterProblem::too_large);
    reader.read_all(rows);
}

} // namespace mirabelle
