#include "activities/mechanics/piece_view.h"

#include <numbers>

namespace mirabelle {

namespace {

constexpr double shake_share = 0.05;  // of the width, to either side
constexpr double shadow_width = 0.78; // of what casts it
constexpr double shadow_height = 0.17;
constexpr double squash_share = 0.06;
constexpr double spring_share = 0.12;
constexpr double fade_share = 0.5; // instead of a movement

} // namespace

void draw_contact_shadow(Canvas& canvas, Rect where, const Pose& pose) {
    const Size size{where.width * shadow_width, where.height * shadow_height};
    const Point foot{where.centre().x, where.bottom() - size.height * 0.45};
    canvas.disc(foot, size.width / 2, faded(palette::ink, 0.10),
                {pose.shift, pose.stretch_x, size.height / size.width, pose.opacity});
    canvas.disc(foot, size.width * 0.36, faded(palette::ink, 0.10),
                {pose.shift, pose.stretch_x, size.height / size.width, pose.opacity});
}

/// What moves or changes its shape elsewhere comes and goes here.
Pose PieceView::faded_pose(Pose pose) const {
    if (flight_.running())
        pose.opacity *= flight_.share();
    if (effect_motion_.running())
        pose.opacity *= 1 - fade_share * pulse(effect_motion_.share());
    return pose;
}

Pose PieceView::pose() const {
    Pose pose;
    pose.shift = position() - home_.centre();
    pose.opacity = opacity_now();
    if (movement_ == Movement::reduced)
        return faded_pose(pose);
    if (!effect_motion_.running())
        return pose;
    const double share = effect_motion_.share();
    switch (effect_) {
    case Effect::squash:
        pose.stretch_x = 1 + squash_share * pulse(share);
        pose.stretch_y = 1 - squash_share * pulse(share);
        break;
    case Effect::shake:
        pose.shift.x += home_.width * shake_share * std::sin(share * 4 * std::numbers::pi) * (1 - share);
        break;
    case Effect::spring:
        pose.stretch_x = pose.stretch_y = 1 + spring_share * pulse(share) * (1 - 0.3 * share);
        break;
    case Effect::none:
        break;
    }
    return pose;
}

Pose PieceView::pose_towards(double side) const {
    Pose towards = pose();
    const double growth = 1 + (home_.width / side - 1) * (1 - flown());
    towards.stretch_x *= growth;
    towards.stretch_y *= growth;
    return towards;
}

} // namespace mirabelle
