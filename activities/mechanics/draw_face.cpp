// How every kind of face is drawn, whatever the mechanic.
#include "activities/mechanics/piece_view.h"

#include <cctype>

namespace mirabelle {

namespace {

constexpr double writing_share = 0.62; // height of a capital within its box
constexpr double cursive_share = 0.74;
constexpr double cursive_x_height = 0.37; // of a capital
constexpr double cursive_rise = 0.27;
constexpr double script_rise = 0.09;
constexpr double ruled_share = 0.8; // of the box's width
constexpr double ruled_thickness = 0.012;
constexpr double card_corner = 0.14; // of the shorter side
constexpr double die_corner = 0.22;
constexpr double ten_frame_top = 0.27; // in its square box: ten cells are wider than high
constexpr double ten_frame_height = 0.46;
constexpr double frame_inset = 0.03; // of the card's width
constexpr double frame_line = 0.012;
constexpr double bar_height = 0.16; // of the box

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

    void operator()(const PictureFace& face) const {
        const Size size{where.width * face.scale, where.height * face.scale};
        canvas.picture(face.picture, centred_on(where.centre(), size), pose);
    }
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

    /// A part moves with the whole: `offset` mm from its centre.
    Pose pose_at(Point offset) const {
        Pose part = pose;
        part.shift.x += offset.x * (pose.stretch_x - 1);
        part.shift.y += offset.y * (pose.stretch_y - 1);
        return part;
    }
    /// A place in a box 1 by 1, in mm.
    Rect part(Rect share) const {
        return {where.x + share.x * where.width, where.y + share.y * where.height, share.width * where.width,
                share.height * where.height};
    }
    void card_on(Rect rect, double radius, Colour colour) const {
        canvas.card(rect, radius, colour, pose_at(rect.centre() - where.centre()));
    }

    /// Two rows of five cells.
    void draw_ten_frame(Rect card) const {
        const double thin = card.width * frame_line;
        for (int column = 0; column <= 5; ++column)
            card_on(centred_on({card.x + card.width * column / 5, card.centre().y}, {thin, card.height}), 0,
                    palette::dusk);
        for (int row = 0; row <= 2; ++row)
            card_on(centred_on({card.centre().x, card.y + card.height * row / 2}, {card.width + thin, thin}),
                    0, palette::dusk);
    }
    void operator()(const DotsFace& face) const {
        const bool ten = face.ground == DotGround::ten_frame;
        const Rect card = ten ? part({0, ten_frame_top, 1, ten_frame_height}) : where;
        const double round = face.ground == DotGround::die ? die_corner : card_corner;
        if (face.ground != DotGround::nothing)
            canvas.card(card, card.shorter_side() * round, palette::white, pose);
        if (ten)
            draw_ten_frame(card.grown(-card.width * frame_inset));
        for (const Dot& dot : face.dots) {
            const Point at = part({dot.at.x, dot.at.y, 0, 0}).centre();
            canvas.disc(at, dot.radius * where.width, palette::berry, pose_at(at - where.centre()));
        }
    }
    void operator()(const BarFace& face) const {
        const Rect bar = centred_on(where.centre(), {where.width * face.length, where.height * bar_height});
        canvas.card(bar, bar.height / 2, face.colour, pose);
    }
    void operator()(const SceneFace& face) const {
        for (const PlacedPicture& placed : face.pictures) {
            const Rect rect = part(placed.where);
            canvas.picture(placed.picture, rect, pose_at(rect.centre() - where.centre()));
        }
    }
};

} // namespace

void draw_face(Canvas& canvas, const Face& face, Rect where, const Pose& pose) {
    std::visit(DrawFace{canvas, where, pose}, face);
}

} // namespace mirabelle
