// What a teacher has set for a child or for the class: the planner works inside it. Kept as settings of the
// journal, by ids alone, and erased with the child.
#pragma once

#include "engine/journal/journal.h"

#include <optional>
#include <span>
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

/// Whether a list of ids names it.
bool is_among(std::string_view id, std::span<const std::string> ids);

enum class WishKind : std::uint8_t { goal, pinned, excluded, path };
/// The ids that are wished so: skills for goals, else activities.
const std::vector<std::string>& ids_of(const TeacherWishes& wishes, WishKind kind);
/// Adds `id` as the last of its kind. What is excluded is neither pinned nor on the path, and the other way
/// round. `now` begins a path that was empty; goals hold until `goals_until`.
void add_wish(TeacherWishes& wishes, WishKind kind, std::string_view id, UtcMilliseconds now,
              UtcMilliseconds goals_until);
void drop_wish(TeacherWishes& wishes, WishKind kind, std::string_view id);
/// Keeps an activity at a level; an empty level lets it go again.
void fix_level(TeacherWishes& wishes, std::string_view activity, std::string_view level);

/// Of one child, or of the whole class; without goals whose week was over at `now`. Throws JournalError.
TeacherWishes kept_wishes(const Journal& journal, const std::optional<Uuid>& child, UtcMilliseconds now);
void keep_wishes(Journal& journal, const std::optional<Uuid>& child, const TeacherWishes& wishes);

/// What holds for a child: its own and the class's together; its own path and levels before the class's.
TeacherWishes together(const TeacherWishes& own, const TeacherWishes& of_class);
/// The same of what is kept for it. Throws JournalError.
TeacherWishes wishes_that_hold(const Journal& journal, const Uuid& child, UtcMilliseconds now);
/// What is set for every one of a group, in the order of the first.
TeacherWishes in_common(std::span<const TeacherWishes> wishes);

} // namespace mirabelle
