// The two forms of a class list; only read_roster() uses them.
#pragma once

#include "teacher/exchange/roster.h"
#include "teacher/exchange/roster_cells.h"

#include <span>

namespace mirabelle {

/// A table: `rows` begins with its header.
void read_table(std::span<const RosterRow> rows, RosterPreview& preview);

/// First names one below the other, or between commas, semicolons and tabs.
void read_pasted(std::u32string_view text, RosterPreview& preview);

/// Adds a child with its name cut to what fits, and the remarks about it.
void add_to(RosterPreview& preview, std::u32string_view first_name, std::u32string_view initial,
            std::optional<Band> band, std::u32string_view class_name, int line);

inline void refuse(RosterPreview& preview, RosterProblem problem, int line = 0, std::string detail = {}) {
    preview.refusal = RosterRemark{problem, line, std::move(detail)};
}

} // namespace mirabelle
