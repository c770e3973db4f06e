#include "engine/stage.h"

namespace mirabelle {

namespace {

constexpr double margin_units = 4;
constexpr double control_units = 13; // ear and door
constexpr double mascot_units = 26;
constexpr double roomy_aspect = 1.25; // from here on a lane has room for the mascot beside the field
constexpr double widest_field = 1.75; // the scene widens, the stage does not stretch
constexpr double smallest_lane_for_full_sizes = 105; // mm, the shorter side of an 8 inch tablet

} // namespace

Stage make_stage(Size lane, const TouchSizes& sizes, double reach, Movement movement) {
    Stage stage;
    stage.lane = {0, 0, lane.width, lane.height};
    stage.movement = movement;
    const double height = std::min(lane.height, reach);
    const double top = lane.height - height;
    const double shorter = std::min(lane.width, height);
    stage.unit = shorter / 100;
    const double u = stage.unit;

    stage.sizes = sizes;
    const double shrink = std::min(1.0, shorter / smallest_lane_for_full_sizes);
    for (double* size : {&stage.sizes.target, &stage.sizes.margin, &stage.sizes.gap, &stage.sizes.snap,
                         &stage.sizes.corridor})
        *size *= shrink;

    const double margin = margin_units * u;
    const double control = std::max(control_units * u, stage.sizes.target * 0.9);
    stage.ear = {margin, top + margin, control, control};
    stage.door = {lane.width - margin - control, top + margin, control, control};
    const double twig_left = stage.ear.right() + margin;
    const double twig_width = std::min(stage.door.x - margin - twig_left, 9 * control);
    stage.twig = centred_on({lane.width / 2, stage.ear.centre().y}, {std::max(twig_width, u), control * 0.7});

    const double foot = std::max(margin, palm_zone_bottom * shrink + stage.sizes.margin);
    const double field_top = stage.ear.bottom() + 3 * u;
    double left = std::max(margin, palm_zone_side * shrink + stage.sizes.margin);
    if (lane.width / height >= roomy_aspect) {
        const double side = mascot_units * u;
        stage.mascot = {margin * 0.6, lane.height - side - 2 * u, side, side};
        left = stage.mascot.right() + u;
    }
    const double field_height = lane.height - foot - field_top;
    const double field_width = std::min(lane.width - 2 * left, widest_field * field_height);
    stage.field = centred_on({lane.width / 2, field_top + field_height / 2}, {field_width, field_height});
    return stage;
}

} // namespace mirabelle
