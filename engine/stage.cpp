#include "engine/stage.h"

namespace mirabelle {

namespace {

constexpr double margin_units = 4;
constexpr double control_units = 13; // ear and door
constexpr double large_control_units = 18;
constexpr double roomy = 170; // mm, shorter side: from there on large controls take no room from the pieces
constexpr double mascot_units = 24;
constexpr double mascot_units_in_narrow_lanes = 22;
constexpr double widest_field = 2.4; // times its height: the scene widens, the stage does not stretch
// mm, a 10 inch tablet: its shorter side, and the side of a square as large as its screen
constexpr double full_sizes_shorter_side = 130;
constexpr double full_sizes_square = 170;

/// `field` as wide as is comfortable, still in the middle of `lane`.
Rect comfortably_wide(const Rect& field) {
    return centred_on(field.centre(), {std::min(field.width, widest_field * field.height), field.height});
}

} // namespace

Stage make_stage(Size lane, const TouchSizes& sizes, double reach, const Access& access) {
    Stage stage;
    stage.lane = {0, 0, lane.width, lane.height};
    stage.access = access;
    const double height = std::min(lane.height, reach);
    const double top = lane.height - height;
    stage.reachable = {0, top, lane.width, height};
    const double shorter = stage.reachable.shorter_side();
    stage.unit = shorter / 100;
    const double u = stage.unit;

    stage.sizes = sizes;
    const double shrink = std::min(
        {1.0, shorter / full_sizes_shorter_side, std::sqrt(lane.width * height) / full_sizes_square});
    for (double* size : {&stage.sizes.target, &stage.sizes.margin, &stage.sizes.gap, &stage.sizes.snap,
                         &stage.sizes.corridor})
        *size *= shrink;

    const double margin = margin_units * u;
    // Ear and door stand where they always do, whatever is asked between them and however large that is.
    const bool large = access.targets == TargetSize::large && shorter >= roomy;
    const double control = std::max((large ? large_control_units : control_units) * u,
                                    stage.sizes.target / stage.sizes.enlarged * 0.9);
    stage.ear = {margin, top + margin, control, control};
    stage.door = {lane.width - margin - control, top + margin, control, control};
    const double twig_left = stage.ear.right() + margin;
    const double twig_width = std::min(stage.door.x - margin - twig_left, 9 * control);
    stage.twig = centred_on({lane.width / 2, stage.ear.centre().y}, {std::max(twig_width, u), control * 0.7});

    const double side = stage.is_wide() ? mascot_units * u : mascot_units_in_narrow_lanes * u;
    const double beside = margin * 0.6;
    stage.mascot = {access.hand == Hand::left ? lane.width - side - beside : beside,
                    lane.height - side - 2 * u, side, side};

    const double foot = lane.height - std::max(margin, sizes.palm_bottom * shrink + stage.sizes.margin);
    const double edge = std::max(margin, sizes.palm_side * shrink + stage.sizes.margin);
    const double below_controls = stage.ear.bottom() + std::max(stage.clearance(), 3 * u);
    const Rect whole{edge, below_controls, lane.width - 2 * edge, foot - below_controls};
    stage.whole_field = comfortably_wide(whole);
    stage.field = stage.whole_field;
    if (stage.is_wide()) {
        const double left = std::max(stage.ear.right() + stage.clearance(), beside + side + u);
        const double below_twig = stage.twig.bottom() + 2 * u;
        stage.field = comfortably_wide({left, below_twig, lane.width - 2 * left, foot - below_twig});
    }
    return stage;
}

} // namespace mirabelle
