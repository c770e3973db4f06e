#include "activities/mechanics/row_scene.h"

#include "engine/layout.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

/// How a scene's places are made, in shares of their squares.
struct PlaceShape {
    double side = 1;  ///< in sides of a piece
    double ahead = 0; ///< in sides of a place
    Point middle;     ///< where a piece lies
    double room = 1;  ///< side of a piece that lies there
};
constexpr std::array<PlaceShape, 3> shapes{
    PlaceShape{1.35, 600.0 / 480, {0.5, 0.35}, 0.58}, // train: the engine, then each wagon's board
    PlaceShape{1.1, 0, {0.5, 0.5}, 0.92},             // slate
    PlaceShape{1.2, 0, {0.5, 0.40}, 0.70},            // path: a piece stands on its stone
};

constexpr double wheels = 0.92; // down the wagon's picture
constexpr double rails_height = 0.15;
constexpr double rails_aspect = 800.0 / 80;
constexpr double rails_top = 0.18; // of their picture's height
constexpr Rect coupling{0.75, 0.75, 0, 0.05};
constexpr Rect stone{0, 1 - 160.0 / 220, 1, 160.0 / 220};
constexpr double knoll_aspect = 900.0 / 1600;
constexpr double knoll_rise = 0.45; // of a place, above the lower edge of the first line
constexpr double tile_corner = 0.14;
constexpr double board_border = 3.2; // units
constexpr double frame_units = 1.4;
constexpr double model_border = 0.09;
constexpr Colour frame = rgb(0xCB9A68);
constexpr Colour frame_edge = rgb(0x8A5A3B);
constexpr Colour slate = rgb(0x2C4841);
constexpr Colour chalk = rgb(0xFFF6DC);

const PlaceShape& shape_of(OrderScene scene) { return shapes[static_cast<std::size_t>(scene)]; }

/// Width of the card that shows it, in its heights; see model_view.cpp.
double width_of(const Model& model) {
    const auto count = static_cast<double>(model.faces.size());
    return model.faces.empty() ? 0 : (count + (count + 1) * model_border) / (1 + 2 * model_border);
}

PlacesWish wish_for(const Order& task, std::size_t piece_count) {
    const PlaceShape& shape = shape_of(task.scene);
    bool apart = false;
    for (std::size_t i = 1; i < task.slots.size(); ++i)
        apart = apart || (!task.slots[i - 1].given && !task.slots[i].given);
    return {task.slots.size(), piece_count, shape.side, shape.ahead, apart, width_of(task.model)};
}

/// Somebody walks over the model, or it shows whole scenes that have to be read.
bool is_worth_room(const Order& task) {
    const auto& faces = task.model.faces;
    return task.walk || std::any_of(faces.begin(), faces.end(),
                                    [](const Face& face) { return std::holds_alternative<SceneFace>(face); });
}

Rect part(Rect of, Rect share) {
    return {of.x + share.x * of.width, of.y + share.y * of.height, share.width * of.width,
            share.height * of.height};
}

} // namespace

RowScene::RowScene(const Content& content, const Stage& stage, const Order& task, std::size_t piece_count)
    : scene_(task.scene),
      slots_(task.slots),
      laid_(is_worth_room(task) ? lay_with_large_model(stage, wish_for(task, piece_count))
                                : lay_places(stage, wish_for(task, piece_count))),
      unit_(stage.unit),
      lane_(stage.lane),
      knoll_picture_(seasonal_picture(content, "knoll", stage.season)),
      engine_(content.picture("train_engine")),
      wagon_(content.picture("train_wagon")),
      rails_(content.picture("train_rails")),
      stone_(content.picture("path_stone")) {
    const Rect& first = laid_.places.front();
    const double top = first.bottom() - knoll_rise * first.height;
    const double width = std::max(lane_.width * 1.04, (lane_.bottom() - top) / knoll_aspect);
    knoll_ = {lane_.width / 2 - width / 2, top, width, width * knoll_aspect};
}

Rect RowScene::on_place(std::size_t i) const {
    const Rect& place = laid_.places[i];
    const PlaceShape& shape = shape_of(scene_);
    return square_on({place.x + shape.middle.x * place.width, place.y + shape.middle.y * place.height},
                     shape.room * place.width);
}

void RowScene::draw_ground(Canvas& canvas) const {
    canvas.picture(knoll_picture_, knoll_);
    if (scene_ == OrderScene::train)
        draw_train(canvas);
    if (scene_ == OrderScene::slate)
        draw_board(canvas);
    if (scene_ == OrderScene::path)
        for (const Rect& place : laid_.places)
            canvas.picture(stone_, part(place, stone));
    for (std::size_t i = 0; i < slots_.size(); ++i)
        if (slots_[i].given)
            draw_on_tile(canvas, *slots_[i].given, on_place(i), {});
}

/// Each line of wagons stands on its own rails, which run through the whole lane.
void RowScene::draw_train(Canvas& canvas) const {
    const double side = laid_.places.front().height;
    const double high = rails_height * side;
    for (std::size_t i = 0; i < laid_.places.size(); i += laid_.per_line) {
        const double y = laid_.places[i].y + wheels * side - rails_top * high;
        for (double x = lane_.x; x < lane_.right(); x += high * rails_aspect)
            canvas.picture(rails_, {x, y, high * rails_aspect, high});
        const std::size_t last = std::min(i + laid_.per_line, laid_.places.size()) - 1;
        const Rect first = laid_.places[i];
        const double from = first.x + coupling.x * side - (i == 0 ? side : 0);
        const double to = laid_.places[last].x + side / 2;
        canvas.card({from, first.y + coupling.y * side, to - from, coupling.height * side}, 0, palette::plum);
    }
    canvas.picture(engine_, laid_.ahead);
    for (const Rect& place : laid_.places)
        canvas.picture(wagon_, place);
}

void RowScene::draw_board(Canvas& canvas) const {
    Rect board = around(laid_.places).grown(board_border * unit_);
    const double edge = frame_units * unit_;
    canvas.shadow(board, 2 * edge);
    canvas.card(board, 2 * edge, frame);
    canvas.card(board.grown(-edge), edge, frame_edge);
    canvas.card(board.grown(-1.25 * edge), edge, slate);
    for (std::size_t i = 0; i < laid_.places.size(); ++i) {
        const Rect box = on_place(i);
        const double line = 0.05 * box.height;
        canvas.card({box.x, box.bottom(), box.width, line}, line / 2, faded(chalk, 0.8));
    }
}

void RowScene::draw_wanting(Canvas& canvas, std::size_t i, const Face* ghost) const {
    const Rect box = on_place(i);
    switch (scene_) {
    case OrderScene::train:
        canvas.card(box, tile_corner * box.width, faded(palette::mirabelle, 0.28));
        break;
    case OrderScene::slate:
        canvas.card(box, tile_corner * box.width, faded(palette::white, 0.13));
        break;
    case OrderScene::path:
        canvas.disc(box.centre(), box.width * 0.42, faded(palette::mirabelle, 0.35));
        break;
    }
    if (ghost != nullptr)
        draw_on_tile(canvas, *ghost, box, {.opacity = 0.45});
}

void RowScene::draw_piece(Canvas& canvas, const PieceView& view, const Face& face, double side) const {
    const Rect box = square_on(view.home().centre(), side);
    const Pose pose = view.pose_towards(side);
    draw_on_tile(canvas, face, box, pose);
}

/// Pictures stand free, except on the dark slate; dots bring their own ground; all else lies on a card.
bool RowScene::needs_tile(const Face& face) const {
    if (std::holds_alternative<PictureFace>(face))
        return scene_ == OrderScene::slate;
    return !std::holds_alternative<DotsFace>(face);
}

void RowScene::draw_on_tile(Canvas& canvas, const Face& face, Rect where, const Pose& pose) const {
    if (needs_tile(face)) {
        const double corner = tile_corner * where.width;
        canvas.shadow(where, corner, pose);
        canvas.card(where, corner, palette::white, pose);
        draw_face(canvas, face, where.grown(-0.06 * where.width), pose);
        return;
    }
    draw_contact_shadow(canvas, where, pose);
    draw_face(canvas, face, where, pose);
}

} // namespace mirabelle
