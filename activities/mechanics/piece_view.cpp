#include "activities/mechanics/piece_view.h"

#include <numbers>

namespace mirabelle {

namespace {

constexpr double writing_share = 0.44; // height of a capital within its box
constexpr double shake_share = 0.05;   // of the width, to either side
constexpr double squash_share = 0.06;
constexpr double spring_share = 0.12;

struct DrawFace {
    Canvas& canvas;
    Rect where;
    const Pose& pose;

    void operator()(const PictureFace& face) const { canvas.picture(face.picture, where, pose); }
    void operator()(const WritingFace& face) const {
        TextStyle style{face.script, where.height * writing_share, palette::ink};
        const double width = canvas.text_width(face.text, style);
        if (width > where.width * 0.9)
            style.height *= where.width * 0.9 / width;
        canvas.text(face.text, where.centre(), style, pose);
    }
};

} // namespace

void draw_face(Canvas& canvas, const Face& face, Rect where, const Pose& pose) {
    std::visit(DrawFace{canvas, where, pose}, face);
}

Pose PieceView::pose() const {
    Pose pose;
    pose.shift = position() - home_.centre();
    pose.opacity = opacity_now();
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
