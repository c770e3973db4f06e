// What a teacher has set for a child or for the class: the planner works inside it. Kept as settings of the
// journal, by ids alone, and erased with the child.
#pragma once

#include "engine/journal/journal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

struct FixedLevel {
    std::string activity;
    std::string level;

    friend bool operator==(const FixedLevel&, const FixedLevel&) = default;
};

struct TeacherWishes {
    std::vector<std::string> goals;    ///< skills that come first, ids
    UtcMilliseconds goals_until = 0;   ///< after that they are goals no more
    std::vector<std::string> pinned;   ///< activities that are always among the cards
    std::vector<std::string> excluded; ///< activities that are never proposed
    std::vector<std::string> path;     ///< activities, each to be played once, in that order
    UtcMilliseconds path_since = 0;    ///< what was played before does not count
    std::vector<FixedLevel> levels;    ///< of activities that stay at one level

    friend bool operator==(const TeacherWishes&, const TeacherWishes&) = default;
};

/// One line for each wish; wishes_from() passes over what it does not know.
std::string to_text(const TeacherWishes& wishes);
TeacherWishes wishes_from(std::string_view text);

/// Of one child, or of the whole class. Throws JournalError.
TeacherWishes kept_wishes(const Journal& journal, const std::optional<Uuid>& child);
void keep_wishes(Journal& journal, const std::optional<Uuid>& child, const TeacherWishes& wishes);

/// What holds for a child: its own and the class's together; its own path and levels before the class's.
TeacherWishes together(const TeacherWishes& own, const TeacherWishes& of_class);

} // namespace mirabelle
