// Who plays what a teacher launches: the class, children side by side, or places whose children touch their
// own picture; and how several of them play together.
#pragma once

#include "teacher/panel/desk.h"

#include <vector>

namespace mirabelle {

class LaunchSeats {
  public:
    explicit LaunchSeats(Desk& desk) : desk_(desk) {}

    void refresh();
    /// Where each child chooses in its garden there is no class that plays as one.
    enum class Class : std::uint8_t { may_play, may_not };
    void draw(const Look& look, Class whole);
    /// How the lanes play, from the current place on; nothing where one plays alone.
    bool draw_modes(const Look& look);
    std::string summary() const;
    void fill(LaunchWish& wish) const;

  private:
    const Child* child(const Uuid& id) const;
    std::size_t most_places() const; ///< that this screen has room for
    void draw_places(const Look& look, Class whole);
    void draw_child(const Look& look, const Child& child, float step, float side, float name);
    void tap(const Uuid& id);

    Desk& desk_;
    std::vector<Child> children_;
    std::vector<Uuid> playing_; ///< a lane each, left to right
    std::size_t places_ = 0;    ///< lanes; 0: the whole class in one
    BoardMode mode_ = BoardMode::each;
};

} // namespace mirabelle
