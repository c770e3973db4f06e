#include "activities/mechanics/choose_scene.h"

#include "engine/layout.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr double pad_units = 46;
constexpr double comfortable = 1.6; // times as large as pads need be: before that the model does not grow
constexpr double enough = 1.15;
constexpr double least_model = 0.26; // smaller it is hard to see: rather smaller pads
/// How much of the height the model may take; less where the pads need it.
constexpr std::array model_shares{0.46, 0.42, 0.38, 0.34, 0.3, 0.26, 0.22, 0.18};
constexpr double train_share = 0.34;

/// A drawing of the pond and where its water lies in it, as shares of its width.
struct Pond {
    std::string_view picture;
    double aspect = 1; ///< height to width
    Point middle;
    double across = 0; ///< from the middle of the water to its edge
    double down = 0;
};
constexpr Pond wide_pond{"pond", 1000.0 / 1600, {800 / 1600.0, 408 / 1600.0}, 726 / 1600.0, 290 / 1600.0};
constexpr Pond tall_pond{"pond_tall", 1300.0 / 1000, {0.501, 0.588}, 0.462, 0.485};
constexpr double filled = 0.9; // how much of the water pads may fill, from edge to edge

const Pond& pond_for(const Rect& pads) { return pads.height > 0.62 * pads.width ? tall_pond : wide_pond; }

/// The pond's picture laid so that all pads float on its water, and as wide as the lane if that leaves what
/// is above `field` free.
Rect pond_around(const Rect& pads, const Pond& pond, const Stage& stage, const Rect& field) {
    const double needed =
        std::max(pads.width / 2 / filled / pond.across, pads.height / 2 / filled / pond.down);
    const double free = (field.height / 2 + 2 * stage.unit) / pond.down;
    const double width = std::max(needed, std::min(stage.lane.width * 1.04, free));
    const Point middle = pads.centre();
    return {middle.x - pond.middle.x * width, middle.y - pond.middle.y * width, width, width * pond.aspect};
}

/// Where there is room the pads float well apart.
std::vector<Rect> pads_in(const Rect& field, const Stage& stage, std::size_t piece_count) {
    const double side = std::max(pad_units * stage.unit * stage.sizes.enlarged, stage.sizes.target);
    const auto count = static_cast<double>(piece_count);
    const double spare = (field.width - count * side) / (count + 1);
    const double gap = std::max(stage.clearance(), std::clamp(spare, 3 * stage.unit, 10 * stage.unit));
    return in_rows(field, piece_count, {side, side}, gap);
}

/// The upper `share` of what is free: a card between ear and door, a train below them.
Rect room_for_model(const Stage& stage, ChooseScene scene, double share) {
    const bool between = stage.is_wide() && scene == ChooseScene::pond;
    const double left = between ? stage.ear.right() + 2 * stage.unit : stage.whole_field.x;
    const double top = between ? stage.field.y : stage.whole_field.y;
    const double right = stage.lane.width - left;
    return {left, top, right - left, share * (stage.whole_field.bottom() - top)};
}

Rect below(const Rect& model, const Stage& stage) {
    const double top = std::max(model.bottom() + 3 * stage.unit, stage.whole_field.y);
    return {stage.whole_field.x, top, stage.whole_field.width, stage.whole_field.bottom() - top};
}

PondPlan framed(PondPlan plan, const Content& content, const Stage& stage, const Rect& field) {
    const Rect pads = around(plan.pads);
    const Pond& pond = pond_for(pads);
    plan.picture = seasonal_picture(content, pond.picture, stage.season);
    plan.pond = pond_around(pads, pond, stage, field);
    return plan;
}

} // namespace

PondPlan lay_pond(const Content& content, const Stage& stage, const Choose& task, std::size_t piece_count) {
    PondPlan plan;
    Rect field = stage.whole_field;
    if (task.model.faces.empty()) {
        plan.pads = pads_in(field, stage, piece_count);
    } else {
        // Comfortably large pads, or else such as are large enough.
        for (const double wished : {comfortable, enough, 0.0})
            for (const double share : model_shares) {
                const bool train = task.scene == ChooseScene::train;
                if (share < (wished == comfortable ? least_model : 0))
                    break;
                plan.model_room =
                    room_for_model(stage, task.scene, train ? std::min(share, train_share) : share);
                field = below(plan.model_room, stage);
                plan.pads = pads_in(field, stage, piece_count);
                if (plan.pads.front().width >= wished * stage.sizes.target)
                    return framed(std::move(plan), content, stage, field);
            }
    }
    return framed(std::move(plan), content, stage, field);
}

} // namespace mirabelle
