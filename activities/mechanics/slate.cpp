#include "activities/mechanics/slate.h"

#include "engine/writing/line.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

struct Frame {
    std::string_view picture;
    double aspect; ///< width to height of the picture
    Rect surface;  ///< where one can write, shares of the picture
};
constexpr std::array<Frame, 2> frames{
    {{"slate", 0.8, {0.080, 0.060, 0.820, 0.858}}, {"slate_wide", 1.8, {0.0356, 0.060, 0.916, 0.858}}}};
constexpr double glyph_share = 0.80;      // of the surface's height
constexpr double word_share = 0.90;       // of its width
constexpr double widest_corridor = 0.075; // of the slate's height
constexpr double least_corridor = 0.045;  // on a class display the whole arm writes
constexpr double finest_share = 0.12; // of a small letter's height: wider paths would melt its loops together
constexpr double mark_share = 0.55;   // of the corridor: sun and arrow are seen on the finest path too
constexpr double model_share = 0.22;  // of the stage's height
constexpr double leg_share = 0.045;   // of the slate's width
constexpr double ink_share = 0.55;    // of the path's half-width
constexpr double narrow_path = 0.45;
constexpr Colour chalk = rgb(0xFFF6DC);
constexpr Colour path_now = rgb(0x7FA79C);   // the stroke that is to be followed
constexpr Colour path_later = rgb(0x48685F); // those that come after it
constexpr std::size_t dot_every = 4;         // points of a stroke
constexpr double free_of_dots = 2.3;         // half-widths of sun and arrow: room for them
constexpr double arrow_ahead = 1.6;          // of those, from the sun's middle

Rect on(const Rect& field, double aspect) {
    const double height = std::min(field.height, field.width / aspect);
    return centred_on(field.centre(), {height * aspect, height});
}

/// A word needs the whole width.
Rect below_model(const Stage& stage, const Trace& task) {
    Rect room = stage.whole_field;
    if (!task.model.faces.empty()) {
        const double top = Slate::model_room(stage, task).bottom() + stage.unit;
        room.height -= top - room.y;
        room.y = top;
    }
    return room;
}

} // namespace

Rect Slate::model_room(const Stage& stage, const Trace& task) {
    const Rect& all = stage.is_wide() ? stage.field : stage.whole_field;
    return {all.x, all.y, all.width, task.model.faces.empty() ? 0 : model_share * stage.whole_field.height};
}

Slate::Slate(const Content& content, const Stage& stage, const Trace& task)
    : ground_(stage.lane.bottom() - 1.5 * stage.unit) {
    const bool word = task.id.empty();
    const Frame& frame = frames[word ? 1 : 0];
    picture_ = content.picture(frame.picture);
    where_ = on(word ? below_model(stage, task) : stage.field, frame.aspect);
    width_share_ = word ? word_share : glyph_share;
    surface_ = {where_.x + frame.surface.x * where_.width, where_.y + frame.surface.y * where_.height,
                frame.surface.width * where_.width, frame.surface.height * where_.height};
    corridor_ = path_ =
        std::clamp(stage.sizes.corridor, where_.height * least_corridor, where_.height * widest_corridor);
    const double interline = word ? task.interline : content.model(task.alphabet, task.id).interline;
    path_ = std::min(path_, interline * finest_share * box_of(placed(task.glyph)).height);
    mark_ = std::max(path_, mark_share * corridor_);
}

std::vector<Stroke> Slate::placed(const Glyph& glyph) const {
    const double scale = std::min(surface_.height * glyph_share, surface_.width / glyph.width * width_share_);
    const Point origin = surface_.centre() - Point{glyph.width / 2 * scale, scale / 2};
    std::vector<Stroke> strokes;
    for (const Stroke& stroke : glyph.strokes) {
        Stroke& placed = strokes.emplace_back();
        for (const Point p : stroke)
            placed.push_back(origin + p * scale);
    }
    return strokes;
}

void Slate::draw(Canvas& canvas) const {
    const double leg = leg_share * where_.width;
    for (const double side : {-1.0, 1.0}) {
        const std::array<Point, 2> ends{
            {{where_.centre().x + side * 0.30 * where_.width, where_.bottom() - leg},
             {where_.centre().x + side * 0.36 * where_.width, ground_}}};
        canvas.disc(ends[1], leg * 1.4, faded(palette::ink, 0.12), {.stretch_y = 0.3});
        canvas.stroke(ends, leg, palette::earth);
    }
    canvas.picture(picture_, where_);
}

void Slate::draw_path(Canvas& canvas, const Stroke& stroke, TraceGuide guide, Turn turn) const {
    const Colour colour = turn == Turn::now ? path_now : path_later;
    if (guide == TraceGuide::wide_path)
        canvas.stroke(stroke, path_ * 2, colour);
    else if (guide == TraceGuide::narrow_path)
        canvas.stroke(stroke, path_ * 2 * narrow_path, colour);
}

void Slate::draw_dots(Canvas& canvas, const Stroke& stroke, double done) const {
    const auto first = static_cast<std::size_t>(done * static_cast<double>(stroke.size()));
    const double room = free_of_dots * mark_;
    for (std::size_t i = first + dot_every; i < stroke.size(); i += dot_every)
        if (first > 0 || distance(stroke[i], stroke.front()) > room)
            canvas.disc(stroke[i], std::max(path_ * 0.12, mark_ * 0.08), chalk);
}

void Slate::draw_ink(Canvas& canvas, const Stroke& line, Colour colour) const {
    canvas.stroke(line, path_ * 2 * ink_share, colour);
}

void Slate::draw_sun(Canvas& canvas, Point at) const {
    canvas.disc(at, mark_ * 0.92, faded(palette::mirabelle, 0.35));
    canvas.disc(at, mark_ * 0.74, palette::mirabelle);
    canvas.disc(at, mark_ * 0.36, palette::paper);
}

void Slate::draw_arrow(Canvas& canvas, const Stroke& stroke) const {
    std::size_t i = 1;
    for (double way = 0; i + 1 < stroke.size() && way < arrow_ahead * mark_; ++i)
        way += distance(stroke[i - 1], stroke[i]);
    const Point from = stroke[i - 1];
    const Point to = stroke[i];
    const double step = distance(from, to);
    if (step <= 0)
        return;
    const Point along = (to - from) * (mark_ * 0.42 / step);
    const Point across{-along.y, along.x};
    const std::array<Point, 3> head{{from - along + across, from + along * 0.3, from - along - across}};
    canvas.stroke(head, mark_ * 0.26, palette::mirabelle);
}

} // namespace mirabelle
