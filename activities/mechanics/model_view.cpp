#include "activities/mechanics/model_view.h"

namespace mirabelle {

namespace {

constexpr double border_share = 0.09; // of a face's side, around and between faces on a card
constexpr double corner_share = 0.1;
constexpr double banner_aspect = 3.2; // width to height of the word's room
constexpr double banner_border = 0.2; // of that height: stems hang down far
constexpr double leaf_share = 1.12;   // of a face's side
constexpr Milliseconds leaf_falls = 300;
constexpr double fall_share = 0.6; // of a leaf's height: how far it comes from above
// Of the pictures of the train, see assets/art/README.md.
constexpr double engine_aspect = 600.0 / 480;
constexpr double board_middle = 0.36; // down a wagon
constexpr double board_side = 0.56;
constexpr double wheels = 0.92;       // down a wagon
constexpr double rails_aspect = 0.1;  // height to width
constexpr double on_the_rails = 0.18; // down the rails
/// Of a bridge below the wheels, as shares of a wagon's height.
struct Bridge {
    double beam_top, beam_height, post_height, post_width;
};
constexpr Bridge bridge{0.09, 0.1, 0.2, 0.07};

double as_double(std::size_t count) { return static_cast<double>(count); }

} // namespace

ModelView::ModelView(const Content& content, const Model& model, const Rect& room, Look look,
                     Movement movement)
    : model_(model),
      look_(look),
      movement_(movement),
      leaf_(content.picture("cover_leaf")),
      engine_(content.picture("train_engine")),
      wagon_(content.picture("train_wagon")),
      rails_(content.picture("train_rails")) {
    const double count = as_double(model_.faces.size());
    if (model_.faces.empty())
        return;
    if (look_ == Look::train) {
        const double side = std::min(room.height, room.width / (count + engine_aspect));
        const double width = side * (count + engine_aspect);
        where_ = {room.centre().x - width / 2, room.bottom() - side, width, side};
        for (double i = 0; i < count; ++i)
            boxes_.push_back(
                square_on({where_.x + side * (engine_aspect + i + 0.5), where_.y + side * board_middle},
                          side * board_side));
        return;
    }
    if (look_ == Look::banner) {
        const double high =
            std::min(room.height / (1 + 2 * banner_border), room.width / (banner_aspect + 2 * banner_border));
        const Size size{high * banner_aspect, high};
        boxes_ = {{room.centre().x - size.width / 2, room.bottom() - high * (1 + banner_border), size.width,
                   size.height}};
        where_ = boxes_.front().grown(high * banner_border);
        return;
    }
    const double wide = count + (count + 1) * border_share; // in sides of a face
    const double high = 1 + 2 * border_share;
    const double side = std::min(room.height / high, room.width / wide);
    where_ = {room.centre().x - side * wide / 2, room.bottom() - side * high, side * wide, side * high};
    for (double i = 0; i < count; ++i)
        boxes_.push_back({where_.x + side * (border_share + i * (1 + border_share)),
                          where_.y + side * border_share, side, side});
}

bool ModelView::hidden_at(Milliseconds time) const {
    if (stays_ || model_.shown_for == 0)
        return false;
    return time < shown_from_ || time >= shown_from_ + model_.shown_for;
}

void ModelView::asked(Milliseconds saying) {
    shown_from_ = now_ + saying;
    if (now_ == 0)
        covered_ = hidden_at(now_); // it lies covered from the first frame on
}

void ModelView::tick() {
    now_ += tick_length;
    leaves_.tick();
    const bool hidden = hidden_at(now_);
    if (hidden != covered_) {
        covered_ = hidden;
        leaves_.start(leaf_falls);
    }
}

void ModelView::draw(Canvas& canvas) const {
    if (boxes_.empty())
        return;
    if (look_ == Look::train) {
        draw_train(canvas);
    } else {
        const double corner = boxes_.front().height * corner_share;
        canvas.shadow(where_, corner);
        canvas.card(where_, corner, palette::white);
    }
    for (std::size_t i = 0; i < boxes_.size(); ++i)
        draw_face(canvas, model_.faces[i], boxes_[i]);
    draw_leaves(canvas);
}

void ModelView::draw_train(Canvas& canvas) const {
    const double side = where_.height;
    const double ground = where_.y + wheels * side;
    const double length = side * 2; // of one piece of rail
    const double high = length * rails_aspect;
    const double pieces = std::ceil((where_.width + 0.4 * side) / length);
    const double left = where_.centre().x - pieces * length / 2;
    // Below it lies the pond.
    const Colour wood = mix(palette::earth, palette::white, 0.12), shaded = palette::earth;
    for (double i = 0; i <= pieces; ++i)
        canvas.card({left + (0.02 + 0.96 * i / pieces) * pieces * length - bridge.post_width * side / 2,
                     ground + bridge.beam_top * side, bridge.post_width * side, bridge.post_height * side},
                    bridge.post_width * side * 0.3, shaded);
    canvas.card({left, ground + bridge.beam_top * side, pieces * length, bridge.beam_height * side},
                bridge.beam_height * side * 0.3, wood);
    for (double i = 0; i < pieces; ++i)
        canvas.picture(rails_, {left + i * length, ground - high * on_the_rails, length, high});
    canvas.picture(engine_, {where_.x, where_.y, side * engine_aspect, side});
    for (const Rect& box : boxes_)
        canvas.picture(wagon_, {box.centre().x - side / 2, where_.y, side, side});
}

void ModelView::draw_leaves(Canvas& canvas) const {
    const double share = covered_ ? ease_out(leaves_.share()) : 1 - ease_in(leaves_.share());
    if (share <= 0)
        return;
    for (const Rect& box : boxes_) {
        const double side = box.width * leaf_share;
        const double fall = movement_ == Movement::full ? (1 - share) * fall_share * side : 0;
        canvas.picture(leaf_, square_on(box.centre(), side), {.shift = {0, -fall}, .opacity = share});
    }
}

} // namespace mirabelle
