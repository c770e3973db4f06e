// Small bars over the weeks: how many first answers, and how many of them right.
#pragma once

#include "teacher/model/child_record.h"
#include "teacher/panel/desk.h"

namespace mirabelle {

/// Takes `size` of the layout.
void draw_week_plot(const Look& look, const Desk& desk, std::span<const WeekOfAnswers> weeks, ImVec2 size);

} // namespace mirabelle
