// What a teacher sets for a child, for a group of children or for the class: games that stay on a card, that
// are left out, that make a path, that keep their level; and the goals of the week. Every tap is kept at
// once.
#pragma once

#include "engine/teacher_wishes.h"
#include "teacher/panel/desk.h"

#include <span>
#include <string>
#include <vector>

namespace mirabelle {

/// The Saturday at 0:00, local time, that ends the week of `now`; on a weekend the one after.
UtcMilliseconds end_of_school_week(UtcMilliseconds now, Milliseconds offset);

class WishesPart {
  public:
    /// `desk` outlives it.
    explicit WishesPart(Desk& desk) : desk_(desk) {}

    /// At least one child. Of several, what is set for all of them counts as set.
    void read(std::span<const Child> children);
    void add_goal(std::string_view skill); ///< of the week
    void draw(const Look& look);

  private:
    enum class Scope : std::uint8_t { children, everybody };
    enum class About : std::uint8_t { games, goals };
    std::vector<std::optional<Uuid>> whose() const;
    void read_again();
    template <typename Change>
    void change(Change each);
    void toggle(WishKind kind, std::string_view id);
    bool is_of_age(Band band) const;
    void draw_game(const Look& look, const Activity& activity);
    void draw_goals(const Look& look);
    void draw_goal(const Look& look, const Skill& skill);
    void draw_level(const Look& look, const Activity& activity, float width);
    std::string path_label(std::string_view activity) const;
    bool serves(const Activity& activity) const;

    Desk& desk_;
    std::vector<Child> children_;
    Scope scope_ = Scope::children;
    About about_ = About::games;
    TeacherWishes wishes_; ///< those in common
};

} // namespace mirabelle
