// A class list as schools have it, read before anything is written: ONDE's CSVExtraction.csv, or first names
// that were pasted.
#pragma once

#include "engine/band.h"
#include "teacher/exchange/roster_text.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

/// What the teacher is told about a list; the sentences are in assets/roster_fr.toml.
enum class RosterProblem : std::uint8_t {
    // The whole list is refused.
    empty,
    too_large,
    not_text,
    spreadsheet, ///< a workbook or a PDF: it can be saved as CSV
    parents_file,
    no_first_name_column,
    not_a_list, ///< most of what was pasted cannot be first names
    no_child,   ///< there are lines, but none with a child of the maternelle
    // A line is left out.
    row_without_first_name,
    not_a_first_name,
    damaged_row,         ///< its cells do not lie under the header
    same_child_twice,    ///< the same line again
    footer_line,         ///< what the exporting program wrote under its list
    left_out_elementary, ///< detail: how many children are beyond the maternelle
    // A child is kept, with a remark.
    unknown_level,
    no_level,       ///< detail: how many children have none
    toute_petite,   ///< TPS is listed as PS
    first_name_cut, ///< it had more than 40 characters
    class_name_cut, ///< it had more than 60 characters
    same_name_twice ///< two children of one class whom neither first name nor initial tells apart
};

inline constexpr std::array all_roster_problems{RosterProblem::empty,
                                                RosterProblem::too_large,
                                                RosterProblem::not_text,
                                                RosterProblem::spreadsheet,
                                                RosterProblem::parents_file,
                                                RosterProblem::no_first_name_column,
                                                RosterProblem::not_a_list,
                                                RosterProblem::no_child,
                                                RosterProblem::row_without_first_name,
                                                RosterProblem::not_a_first_name,
                                                RosterProblem::damaged_row,
                                                RosterProblem::same_child_twice,
                                                RosterProblem::footer_line,
                                                RosterProblem::left_out_elementary,
                                                RosterProblem::unknown_level,
                                                RosterProblem::no_level,
                                                RosterProblem::toute_petite,
                                                RosterProblem::first_name_cut,
                                                RosterProblem::class_name_cut,
                                                RosterProblem::same_name_twice};

struct RosterRemark {
    RosterProblem problem = RosterProblem::empty;
    int line = 0;       ///< from 1; 0: the list as a whole
    std::string detail; ///< a number, never anything that the list says about a child
};

struct RosterChild {
    std::string first_name;
    std::string initial;      ///< of the family name, may be empty
    std::optional<Band> band; ///< nothing when the list does not tell
    std::string class_name;   ///< may be empty
    int line = 0;
};

/// What a list says about children and Mirabelle does not keep.
enum class RosterData : std::uint8_t { family_name, national_id, birth, sex, address, contact, other };

inline constexpr std::array all_roster_data{
    RosterData::family_name, RosterData::national_id, RosterData::birth, RosterData::sex,
    RosterData::address,     RosterData::contact,     RosterData::other};

struct DiscardedColumns {
    RosterData data = RosterData::other;
    std::vector<std::string> columns; ///< as the header calls them; empty in a list without a header
};

enum class RosterForm : std::uint8_t { table, pasted };

struct RosterPreview {
    std::vector<RosterChild> children;   ///< in the order of the list
    std::optional<RosterRemark> refusal; ///< why nothing of the list can be used; then there are no children
    std::vector<RosterRemark> remarks;   ///< by line
    std::vector<DiscardedColumns> discarded;
    RosterForm form = RosterForm::pasted;
    RosterEncoding encoding = RosterEncoding::utf8;
    char separator = '\n'; ///< what stands between two cells, or between two pasted names
};

inline constexpr std::size_t largest_roster = 2 * 1024 * 1024; ///< bytes
inline constexpr int most_roster_rows = 400;

/// Reads any bytes; whatever is wrong with them is told in the preview.
RosterPreview read_roster(std::string_view bytes);

} // namespace mirabelle
