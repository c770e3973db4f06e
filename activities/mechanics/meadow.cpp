#include "activities/mechanics/meadow.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

constexpr double place_side = 1.7; // in sides of a piece
constexpr double bell_share = 0.8; // of a basket
constexpr double knoll_aspect = 900.0 / 1600;
constexpr double knoll_rise = 0.55; // of a basket
constexpr double tile_corner = 0.14;
// In shares of a basket's square.
constexpr double basket_width = 0.98;
constexpr Point basket_sign{0.5, 0.70};
constexpr double basket_sign_side = 0.46;
constexpr Rect basket_room{0.10, 0.24, 0.80, 0.34}; // over its dark opening
constexpr double plate_width = 1.0;
constexpr double plate_aspect = 300.0 / 500;
constexpr double plate_sign_side = 0.40;
constexpr double guest_side = 0.52; // the plate hides its feet
constexpr Rect plate_room{0.14, 0.50, 0.72, 0.40};
constexpr double largest_share = 0.34; // of a piece that lies there
constexpr double smallest_share = 0.12;

std::size_t most_in_one(const Sort& task, std::size_t piece_count) {
    if (task.check == SortCheck::at_bell)
        return piece_count; // they may be brought anywhere
    std::size_t most = 1;
    for (const Basket& basket : task.baskets)
        most = std::max(most, basket.wanted.size());
    return most;
}

PlacesWish wish_for(const Sort& task, std::size_t piece_count) {
    const std::size_t bell = task.check == SortCheck::at_bell ? 1 : 0;
    return {task.baskets.size() + bell, piece_count, place_side, 0, true, 0};
}

bool needs_tile(const Face& face) {
    return !std::holds_alternative<PictureFace>(face) && !std::holds_alternative<DotsFace>(face);
}

void draw_on_tile(Canvas& canvas, const Face& face, Rect where, const Pose& pose) {
    if (!needs_tile(face)) {
        draw_face(canvas, face, where, pose);
        return;
    }
    canvas.shadow(where, tile_corner * where.width, pose);
    canvas.card(where, tile_corner * where.width, palette::white, pose);
    draw_face(canvas, face, where.grown(-0.06 * where.width), pose);
}

} // namespace

MeadowScene::MeadowScene(const Content& content, const Stage& stage, const Sort& task,
                         std::size_t piece_count)
    : laid_(lay_places(stage, wish_for(task, piece_count))),
      baskets_(laid_.places),
      unit_(stage.unit),
      knoll_picture_(seasonal_picture(content, "knoll", stage.season)),
      basket_(content.picture("basket")),
      plate_(content.picture("plate")),
      bell_picture_(content.picture("bell")) {
    if (task.check == SortCheck::at_bell) {
        // The bell, which is touched last, stands where the arm does not hide the plates.
        const auto place = stage.access.hand == Hand::left ? baskets_.begin() : baskets_.end() - 1;
        const double side = std::max(bell_share * place->width, stage.sizes.target);
        bell_ = square_on({place->centre().x, place->bottom() - side / 2}, std::min(side, place->width));
        baskets_.erase(place);
    }
    const std::size_t most = most_in_one(task, piece_count);
    const Rect& room = on_plates() ? plate_room : basket_room;
    in_a_row_ = std::max<std::size_t>(
        2,
        static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(most) * room.width / room.height))));
    rows_ = (most + in_a_row_ - 1) / in_a_row_;
    const Rect& first = laid_.places.front();
    const double top = first.bottom() - knoll_rise * first.height;
    const double width = std::max(stage.lane.width * 1.04, (stage.lane.bottom() - top) / knoll_aspect);
    knoll_ = {stage.lane.width / 2 - width / 2, top, width, width * knoll_aspect};
}

Rect MeadowScene::in_basket(std::size_t basket, std::size_t place) const {
    const Rect& whole = baskets_[basket];
    const Rect& share = on_plates() ? plate_room : basket_room;
    const double cell_x = share.width / static_cast<double>(in_a_row_);
    const double cell_y = share.height / static_cast<double>(rows_);
    const double side = std::clamp(std::min(cell_x * 1.25, cell_y * 1.25), smallest_share, largest_share);
    const std::size_t row = std::min(place / in_a_row_, rows_ - 1);
    const double column = static_cast<double>(place % in_a_row_);
    const Point at{share.x + (column + 0.5) * cell_x, share.y + (static_cast<double>(row) + 0.5) * cell_y};
    return square_on({whole.x + at.x * whole.width, whole.y + at.y * whole.height}, side * whole.width);
}

void MeadowScene::draw_ground(Canvas& canvas) const { canvas.picture(knoll_picture_, knoll_); }

void MeadowScene::draw_basket(Canvas& canvas, std::size_t basket, const Face& sign, Look look) const {
    const Rect& whole = baskets_[basket];
    if (look == Look::waiting)
        canvas.card(whole.grown(0.8 * unit_), 0.2 * whole.width, faded(palette::mirabelle, 0.6));
    if (on_plates()) {
        // Who gets it sits behind the plate.
        const bool is_guest = std::holds_alternative<PictureFace>(sign);
        const double side = (is_guest ? guest_side : plate_sign_side) * whole.width;
        draw_face(canvas, sign, {whole.centre().x - side / 2, whole.y, side, side});
        const double high = plate_width * plate_aspect * whole.width;
        canvas.picture(plate_, {whole.x, whole.bottom() - high, whole.width, high});
        return;
    }
    const double side = basket_width * whole.width;
    canvas.picture(basket_, square_on(whole.centre(), side));
    const Point at{whole.x + basket_sign.x * whole.width, whole.y + basket_sign.y * whole.height};
    const Rect card = square_on(at, basket_sign_side * whole.width);
    canvas.shadow(card, tile_corner * card.width);
    canvas.card(card, tile_corner * card.width, palette::white);
    draw_face(canvas, sign, card.grown(-0.07 * card.width));
}

void MeadowScene::draw_piece(Canvas& canvas, const PieceView& view, const Face& face, double side,
                             Chosen chosen) const {
    const Rect box = square_on(view.home().centre(), side);
    const Pose pose = view.pose_towards(side);
    if (chosen == Chosen::yes)
        canvas.disc(box.centre(), side * 0.6, palette::mirabelle, pose);
    if (!needs_tile(face))
        draw_contact_shadow(canvas, box, pose);
    draw_on_tile(canvas, face, box, pose);
}

void MeadowScene::draw_bell(Canvas& canvas, const PieceView& bell) const {
    canvas.picture(bell_picture_, bell.home(), bell.pose());
}

} // namespace mirabelle
