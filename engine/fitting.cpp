#include "engine/fitting.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace mirabelle {

namespace {

constexpr double try_step = 0.1;
constexpr double lie_tolerance = 0.05; // mm
constexpr double least_gap = 0.8;      // of the one that is wished

/// Keeps the right one of `pieces` and the first others, in their order; gives where the right one is now.
std::size_t keep(std::vector<Piece>& pieces, std::size_t right, int most) {
    std::vector<Piece> kept;
    std::size_t place = 0;
    const auto room = static_cast<std::size_t>(most);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::size_t for_the_right = i < right ? 1 : 0;
        if (i != right && kept.size() + for_the_right >= room)
            continue;
        if (i == right)
            place = kept.size();
        kept.push_back(std::move(pieces[i]));
    }
    pieces = std::move(kept);
    return place;
}

struct KeepFewer {
    Exercise& exercise;
    int most;

    void operator()(Choose& task) const {
        task.right = keep(exercise.pieces, task.right, most);
        exercise.options = std::min(exercise.options, most);
    }
    void operator()(Story& task) const {
        task.right = keep(exercise.pieces, task.right, most);
        exercise.options = std::min(exercise.options, most);
    }
    void operator()(TapCount& task) const {
        task.right = keep(task.numerals, task.right, most);
        exercise.options = std::min(exercise.options, most);
    }
    template <typename Other>
    void operator()(Other&) const {} // nothing is chosen there
};

/// How things lie on a stage.
struct Lie {
    double drawn = std::numeric_limits<double>::max(); ///< side of the smallest piece, mm
    double felt = 0;                                   ///< the same, as it feels fingers
    bool apart = true;                                 ///< nothing is cut off, or feels another one's finger
};

Lie lie_of(const Stage& stage, const Exercise& exercise, const Content& content, MakeMechanic make_mechanic) {
    SilentSpeaker silence;
    const auto mechanic = make_mechanic({exercise, stage, content, silence});
    std::vector<Target> targets = mechanic->targets();
    const std::size_t own = targets.size();
    targets.push_back({stage.ear, Target::Kind::control});
    targets.push_back({stage.door, Target::Kind::control});
    Lie lie;
    for (std::size_t i = 0; i < own; ++i) {
        const Rect& box = targets[i].drawn;
        if (targets[i].kind == Target::Kind::piece)
            lie.drawn = std::min(lie.drawn, box.shorter_side());
        lie.apart = lie.apart && stage.reachable.grown(lie_tolerance).contains(box);
        for (std::size_t j = i + 1; j < targets.size(); ++j) {
            const double gap = j < own ? stage.sizes.gap * least_gap : 0;
            const Rect needed = box.grown(2 * stage.sizes.margin + gap - lie_tolerance);
            lie.apart = lie.apart && !needed.overlaps(targets[j].drawn);
        }
    }
    lie.felt = lie.drawn + 2 * stage.sizes.margin;
    return lie;
}

} // namespace

Exercise eased(Exercise exercise, const Access& access, const TouchSizes& sizes) {
    if (access.targets == TargetSize::large && exercise.scoring == Scoring::counts)
        std::visit(KeepFewer{exercise, sizes.choices_least}, exercise.task);
    return exercise;
}

Stage fitting_stage(const StageWish& wish, const Exercise& exercise, const Content& content,
                    MakeMechanic make_mechanic) {
    const Easing& easing = content.easing();
    const auto stage_with = [&](double enlarged) {
        return make_stage(wish.lane, eased(content.sizes(wish.band), wish.access, easing, enlarged),
                          wish.reach, wish.access);
    };
    const Stage usual = stage_with(1);
    if (wish.access.targets == TargetSize::usual)
        return usual;
    const Lie least = lie_of(usual, exercise, content, make_mechanic);
    for (double enlarged = easing.large_targets; enlarged > 1; enlarged -= try_step) {
        const Stage stage = stage_with(enlarged);
        const Lie lie = lie_of(stage, exercise, content, make_mechanic);
        if (lie.apart && lie.drawn >= stage.sizes.target - lie_tolerance &&
            lie.felt >= least.felt - lie_tolerance)
            return stage;
    }
    return usual;
}

} // namespace mirabelle
