#include "activities/mechanics/pairs_scene.h"

#include "engine/layout.h"

namespace mirabelle {

namespace {

constexpr double card_units = 40;
/// A picture of the blanket, and how much of its width and height cards may fill; see assets/art/README.md.
struct Blanket {
    std::string_view picture;
    double aspect; ///< height to width
    Size room;
};
constexpr Blanket blanket{"meadow_blanket", 700.0 / 1200, {0.76, 0.84}};
constexpr Blanket for_one_line{"meadow_runner", 640.0 / 2000, {0.84, 0.72}};
constexpr double long_line = 2.5; // cards that are so much wider than high lie in one line

const Blanket& blanket_for(const Rect& cards) {
    return cards.width > long_line * cards.height ? for_one_line : blanket;
}

constexpr double corner_share = 0.1; // of a card's side, as of the picture of its back
constexpr double face_share = 0.8;
constexpr double ring_units = 1.4;

} // namespace

PairsScene::PairsScene(const Content& content, const Stage& stage, std::size_t card_count)
    : back_(content.picture("memory_back")), unit_(stage.unit), movement_(stage.access.movement) {
    const double side = std::max(card_units * stage.unit * stage.sizes.enlarged, stage.sizes.target);
    const double gap = std::max(stage.clearance(), 3 * stage.unit);
    cards_ = in_rows(stage.whole_field, card_count, {side, side}, gap);
    const Rect around_all = around(cards_);
    // The blanket is as large as it need be, and no mere rag; where it is wider than the lane it goes on
    // beyond.
    const auto& [picture, aspect, room] = blanket_for(around_all);
    const double width = std::max({around_all.width / room.width, around_all.height / room.height / aspect,
                                   std::min(stage.lane.width * 0.9, stage.whole_field.height / aspect)});
    blanket_ = content.picture(picture);
    blanket_box_ = centred_on(around_all.centre(), {width, width * aspect});
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
