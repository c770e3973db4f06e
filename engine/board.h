// Lets the lanes of a screen play what the teacher has launched: each for itself, one after the other, or all
// the same question. The lanes know nothing of each other; all that they share passes through here.
#pragma once

#include "engine/lane.h"
#include "engine/launch.h"
#include "engine/screens/play.h"

#include <array>

namespace mirabelle {

/// How many children find room side by side on a screen `width` mm wide, 1..4.
int suitable_lanes(double width);

class Board {
  public:
    using Lanes = std::span<const std::unique_ptr<Lane>>;

    /// Everything outlives the board.
    Board(const Content& content, ClassRoom& class_room, Planner& planner, Random& random)
        : content_(&content), class_room_(&class_room), planner_(&planner), random_(&random) {}

    /// Sends `lanes`, which are new, where `launch` wants them.
    void begin(const Launch& launch, Lanes lanes);
    /// What was launched is over: whoever arrives from now on chooses for itself.
    void end();
    /// Once a tick, after the lanes: lets the next question come where it is due.
    void tick(Lanes lanes);
    /// Where `lane` goes when its scene wants to go to `wish`: a child who arrives joins what was launched.
    NextScreen lead(const Lane& lane, std::size_t number, const NextScreen& wish);
    /// The child of that lane makes room for another one, who plays the same.
    void expect_child(std::size_t lane);
    /// What is asked is said again, once where it is the same for all.
    void say_again(Lanes lanes) const;

  private:
    /// What `child` (or the class) plays now; nothing where the activity has no level at all.
    std::optional<ToPlay> round_for(std::optional<std::size_t> child) const;
    void seat(Lane& lane, std::optional<std::size_t> child);
    void agree_on_level(const Launch& launch);
    void pass_turn(Lanes lanes);
    void pose_to_all(Lanes lanes);
    static void pose_once_aloud(std::span<Play* const> plays, const PosedQuestion& question);

    const Content* content_;
    ClassRoom* class_room_;
    Planner* planner_;
    Random* random_;
    const Activity* activity_ = nullptr; ///< that was launched
    const Level* level_ = nullptr;       ///< for the whole round; nothing: what fits
    BoardMode mode_ = BoardMode::each;
    std::array<bool, most_lanes> expected_{}; ///< lanes whose next child plays what was launched
    bool conducting_ = false;                 ///< somebody plays in turn, or together
    std::size_t turn_ = 0;                    ///< whose lane plays
    const Level* shared_level_ = nullptr;     ///< that all begin with
    int questions_ = 0;                       ///< of everybody's round, when they play together
    PosedQuestion shared_;
};

} // namespace mirabelle
