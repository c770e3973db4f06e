#include "activities/mechanics/pairs_scene.h"

#include "engine/layout.h"

namespace mirabelle {

namespace {

constexpr double card_units = 40;
// Of the picture of the blanket, see assets/art/README.md.
constexpr double blanket_aspect = 700.0 / 1200;
constexpr Size blanket_room{0.76, 0.84};
constexpr double corner_share = 0.1; // of a card's side, as of the picture of its back
constexpr double face_share = 0.8;
constexpr double ring_units = 1.4;

} // namespace

PairsScene::PairsScene(const Content& content, const Stage& stage, std::size_t card_count)
    : blanket_(content.picture("meadow_blanket")),
      back_(content.picture("memory_back")),
      unit_(stage.unit),
      movement_(stage.access.movement) {
    const double side = std::max(card_units * stage.unit * stage.sizes.enlarged, stage.sizes.target);
    const double gap = std::max(stage.clearance(), 3 * stage.unit);
    cards_ = in_rows(stage.whole_field, card_count, {side, side}, gap);
    const Rect around_all = around(cards_);
    // The blanket is as large as it need be, and no mere rag; where it is wider than the lane it goes on
    // beyond.
    const double width = std::max(
        {around_all.width / blanket_room.width, around_all.height / blanket_room.height / blanket_aspect,
         std::min(stage.lane.width * 0.9, stage.whole_field.height / blanket_aspect)});
    blanket_box_ = centred_on(around_all.centre(), {width, width * blanket_aspect});
}

void PairsScene::draw_blanket(Canvas& canvas) const { canvas.picture(blanket_, blanket_box_); }

void PairsScene::draw_card(Canvas& canvas, const Card& card, const Face& face, Lit lit) const {
    const Rect box = card.view.home();
    Pose pose = card.view.pose();
    const double share = card.turning.share();
    // In the first half of the turn the other side is seen still.
    const bool up = share < 0.5 ? !card.up : card.up;
    if (card.turning.running()) {
        if (movement_ == Movement::full)
            pose.stretch_x *= std::abs(1 - 2 * share);
        else
            pose.opacity *= std::abs(1 - 2 * share);
    }
    const double corner = box.width * corner_share;
    if (lit != Lit::no)
        canvas.card(box.grown(ring_units * unit_), corner + ring_units * unit_,
                    lit == Lit::taken ? palette::mirabelle_deep : palette::mirabelle, pose);
    if (!card.found && lit == Lit::no)
        canvas.shadow(box, corner, pose);
    if (!up) {
        canvas.picture(back_, box, pose);
        return;
    }
    canvas.card(box, corner, palette::white, pose);
    draw_face(canvas, face, box.grown(-box.width * (1 - face_share) / 2), pose);
}

} // namespace mirabelle
