// What a column of a class list holds, by the many ways its header is written.
#pragma once

#include "teacher/exchange/roster.h"
#include "teacher/exchange/roster_cells.h"

namespace mirabelle {

enum class RosterColumn : std::uint8_t {
    first_name,
    family_name,
    usage_name, ///< the family name that is used at school, when there is one
    level,
    class_name,
    guardian, ///< of the parents' file
    national_id,
    birth,
    sex,
    address,
    contact,
    administration, ///< known, and of no use here
    unknown
};

RosterColumn column_named(std::u32string_view header);

/// Whether a row says what stands below it, rather than something about a child.
bool is_header(const RosterRow& row);
bool is_header_of_parents(const RosterRow& row);

/// Everything that is not kept of a table with this header.
std::vector<DiscardedColumns> discarded_columns(const RosterRow& header);

} // namespace mirabelle
