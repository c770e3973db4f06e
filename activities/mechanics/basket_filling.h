// What lies in which basket, and what would have to.
#pragma once

#include "activities/mechanics/meadow.h"
#include "engine/mechanic.h"

#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

struct SortedThing {
    PieceView view;
    std::optional<std::size_t> basket{}; ///< none while it lies on the ground
    std::size_t place = 0;               ///< in the basket
    bool offered = true;
    bool kept = false; ///< it is right where it is, and stays
};

/// For each thing the basket to bring it to; none where it lies, or goes to, the ground.
using BasketPlan = std::vector<std::optional<std::size_t>>;

class BasketFilling {
  public:
    /// All of it outlives the filling.
    BasketFilling(const Exercise& exercise, const Sort& task, const MeadowScene& scene)
        : exercise_(exercise), task_(task), scene_(scene) {}

    std::vector<SortedThing> things;
    std::optional<std::size_t> selected; ///< tapped; it waits for a basket

    const std::string& label(std::size_t thing) const { return exercise_.pieces[thing].label; }
    /// Whether `basket` wants one more such thing.
    bool wants(std::size_t basket, std::size_t thing) const;
    std::size_t first_free_place(std::size_t basket) const;
    std::string text() const;  ///< as the journal writes it
    std::string fault() const; ///< what is wrong with shares, an id of assets/errors.toml

    /// The thing that a finger at `at` means.
    std::optional<std::size_t> thing_at(Point at, double margin) const;
    /// The nearest basket within `reach` mm.
    std::optional<std::size_t> basket_near(Point at, double reach) const;
    double side_of(std::size_t thing) const; ///< mm, where it lies
    std::vector<Target> targets() const;
    std::vector<SwitchStop> stops() const;

    BasketPlan right() const;
    std::optional<BasketPlan> wrong(Random& random) const;
    /// From here to things lying as `plan` says, and the bell where there is one.
    Gesture bring(const BasketPlan& plan) const;
    Gesture hint() const;

  private:
    const Exercise& exercise_;
    const Sort& task_;
    const MeadowScene& scene_;
};

} // namespace mirabelle
