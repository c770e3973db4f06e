#include "activities/mechanics/piece_view.h"

#include <cctype>
#include <numbers>

namespace mirabelle {

namespace {

constexpr double writing_share = 0.62; // height of a capital within its box
constexpr double cursive_share = 0.74;
constexpr double cursive_x_height = 0.37; // of a capital
constexpr double cursive_rise = 0.27;
constexpr double script_rise = 0.09;
constexpr double ruled_share = 0.8; // of the box's width
constexpr double ruled_thickness = 0.012;
constexpr double shake_share = 0.05;  // of the width, to either side
constexpr double shadow_width = 0.78; // of what casts it
constexpr double shadow_height = 0.17;
constexpr double squash_share = 0.06;
constexpr double spring_share = 0.12;
constexpr double fade_share = 0.5; // instead of a movement

/// Small letters stand low in the height of a capital; raised by this share of it they look centred.
double rise_of(const WritingFace& face) {
    switch (face.script) {
    case Script::cursive:
        return cursive_rise;
    case Script::script:
        return std::isdigit(static_cast<unsigned char>(face.text.front())) != 0 ? 0 : script_rise;
    case Script::capital:
        break;
    }
    return 0;
}

struct DrawFace {
    Canvas& canvas;
    Rect where;
    const Pose& pose;

    /// As in a French exercise book: small letters stand between two lines.
    void draw_ruled_lines(Point centre, double height) const {
        const double baseline = centre.y + height / 2;
        const double width = where.width * ruled_share;
        for (const double y : {baseline, baseline - cursive_x_height * height})
            canvas.card(centred_on({where.centre().x, y}, {width, where.height * ruled_thickness}), 0,
                        palette::dusk, pose);
    }

    void operator()(const PictureFace& face) const { canvas.picture(face.picture, where, pose); }
    void operator()(const WritingFace& face) const {
        // Small cursive letters fill little of their capitals' height.
        const bool cursive = face.script == Script::cursive;
        TextStyle style{face.script, where.height * (cursive ? cursive_share : writing_share), palette::ink};
        const double width = canvas.text_width(face.text, style);
        if (width > where.width * 0.9)
            style.height *= where.width * 0.9 / width;
        const double rise = style.height * rise_of(face);
        const Point centre = where.centre() - Point{0, rise};
        if (cursive)
            draw_ruled_lines(centre, style.height);
        canvas.text(face.text, centre, style, pose);
    }
};

} // namespace

void draw_face(Canvas& canvas, const Face& face, Rect where, const Pose& pose) {
    std::visit(DrawFace{canvas, where, pose}, face);
}

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

} // namespace mirabelle
