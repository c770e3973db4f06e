#include "activities/mechanics/rhythm_scene.h"

namespace mirabelle {

namespace {

constexpr double model_share = 0.38; // of the height, where there is something to look at
constexpr double leaf_units = 11;
// Of the picture of the drum, see assets/art/README.md: what can be beaten, from its skin to its foot.
constexpr double drum_aspect = 640.0 / 600;
constexpr Rect beaten{0.14, 0.19, 0.72, 0.56};
constexpr double largest_drum = 58; // units high, what can be beaten
constexpr double knoll_aspect = 900.0 / 1600;

} // namespace

RhythmScene::RhythmScene(const Content& content, const Stage& stage, bool with_model)
    : knoll_picture_(seasonal_picture(content, "knoll", stage.season)),
      drum_(content.picture("drum_on_stump")),
      leaf_(content.picture("leaf_open")),
      bud_(content.picture("leaf_bud")),
      unit_(stage.unit) {
    const bool between = stage.is_wide();
    const double left = between ? stage.ear.right() + 2 * stage.unit : stage.whole_field.x;
    const double top = between ? stage.field.y : stage.whole_field.y;
    const double height = stage.whole_field.bottom() - top;
    model_room_ = {left, top, stage.lane.width - 2 * left, with_model ? model_share * height : 0};
    const double row = std::max(stage.clearance(), (leaf_units + 3) * stage.unit);
    row_ = {stage.whole_field.x, model_room_.bottom(), stage.whole_field.width, row};
    const double room = stage.whole_field.bottom() - row_.bottom();
    const double high = std::min({room, largest_drum * stage.unit * stage.sizes.enlarged,
                                  stage.whole_field.width / beaten.width * beaten.height * drum_aspect});
    const double width = high / beaten.height / drum_aspect;
    // In the middle of what is left, its skin lower than the leaves.
    const double skin = row_.bottom() + (room - high) * 0.6;
    drum_box_ = {stage.lane.width / 2 - width / 2, skin - beaten.y * width * drum_aspect, width,
                 width * drum_aspect};
    const double ground = drum_box_.y + 0.72 * drum_box_.height;
    const double knoll = std::max(stage.lane.width * 1.04, (stage.lane.bottom() - ground) / knoll_aspect);
    knoll_ = {stage.lane.width / 2 - knoll / 2, ground, knoll, knoll * knoll_aspect};
}

Rect RhythmScene::drum() const {
    return {drum_box_.x + beaten.x * drum_box_.width, drum_box_.y + beaten.y * drum_box_.height,
            beaten.width * drum_box_.width, beaten.height * drum_box_.height};
}

void RhythmScene::draw_ground(Canvas& canvas) const { canvas.picture(knoll_picture_, knoll_); }

void RhythmScene::draw_drum(Canvas& canvas, const PieceView& drum, Glow glow) const {
    const Rect felt = drum.home();
    if (glow == Glow::on)
        canvas.card(felt.grown(2 * unit_), felt.height * 0.4, palette::mirabelle, drum.pose());
    Pose pose = drum.pose();
    canvas.picture(drum_, drum_box_, pose);
}

void RhythmScene::draw_leaves(Canvas& canvas, const std::vector<Leaf>& leaves, double newest) const {
    const auto count = static_cast<double>(leaves.size());
    if (leaves.empty())
        return;
    const double side = std::min({leaf_units * unit_, row_.width / count, row_.height * 0.9});
    const double pitch = std::min(side * 1.3, row_.width / count);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const Point at{row_.centre().x + (static_cast<double>(i) - (count - 1) / 2) * pitch, row_.centre().y};
        const bool is_newest =
            leaves[i] != Leaf::bud && (i + 1 == leaves.size() || leaves[i + 1] == Leaf::bud);
        const double grown = is_newest ? spring(newest) : 1;
        if (leaves[i] == Leaf::marked)
            canvas.disc(at, side * 0.62, palette::mirabelle);
        canvas.picture(leaves[i] == Leaf::bud ? bud_ : leaf_,
                       square_on(at, leaves[i] == Leaf::bud ? side * 0.5 : side),
                       {.stretch_x = grown, .stretch_y = grown});
    }
}

} // namespace mirabelle
