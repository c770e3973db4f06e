#include "activities/mechanics/picnic.h"

#include "engine/layout.h"

namespace mirabelle {

namespace {

constexpr double thing_units = 30;
constexpr double stone_units = 18.5;
constexpr double stone_aspect = 1.1;     // width to height of its picture
constexpr Point stone_face{0.503, 0.45}; // the middle of its light face, as shares of the picture
constexpr double stone_face_share = 0.86;
constexpr double cloth_border = 2;  // units around the things
constexpr double least_cloth = 0.8; // of the height that is there
constexpr double knoll_aspect = 900.0 / 1600;
constexpr double check_units = 11;
constexpr Colour cloth_colour = rgb(0xFBF1E4);
constexpr Colour hem = rgb(0xDDA9B1);
constexpr Colour check = rgb(0xEBC9CB);

std::vector<Rect> arrange(const Rect& area, const TapCount& task, std::size_t count, double side,
                          double gap) {
    Random random(task.layout_seed);
    switch (task.arrangement) {
    case Arrangement::row:
        return in_rows(area, count, {side, side}, gap);
    case Arrangement::circle:
        return in_circle(area, count, side, gap);
    case Arrangement::scattered:
        break;
    }
    return scattered(area, count, side, gap, random);
}

Picnic picnic_in(const Rect& field, const Stage& stage, const TapCount& task, std::size_t thing_count) {
    const double gap = std::max(stage.clearance(), 2 * stage.unit);
    const double stone = std::max(stone_units * stage.unit * stage.sizes.enlarged, stage.sizes.target);
    Picnic picnic;
    const auto count = static_cast<double>(task.numerals.size());
    const double width = std::min(stone * stone_aspect, (field.width - (count - 1) * gap) / count);
    picnic.stones = in_one_row({field.x, field.bottom() - stone, field.width, stone}, task.numerals.size(),
                               {width, stone}, gap);
    for (Rect& box : picnic.stones)
        box.y = field.bottom() - box.height;
    const double border = cloth_border * stage.unit;
    const double bottom = picnic.stones.front().y - std::max(gap, 2 * border);
    const Rect area{field.x, field.y + border, field.width, bottom - field.y - border};
    const double side = std::max(thing_units * stage.unit * stage.sizes.enlarged, stage.sizes.target);
    picnic.things = arrange(area, task, thing_count, side, gap);
    // The cloth is as large as it need be, never a mere strip, and lies in the middle.
    const Rect things = around(picnic.things);
    const double high = std::max(things.height, least_cloth * area.height);
    const double middle = field.centre().x;
    const double reach = std::max(things.right() - middle, middle - things.x);
    const double wide = std::max({2 * reach, things.width + 4 * border, std::min(area.width, 2 * high)});
    const double widest = std::max(2 * (reach + 0.5 * border), stage.lane.width - 4 * stage.unit);
    const double free = std::max(area.y + high / 2, std::min(things.centre().y, area.bottom() - high / 2));
    picnic.cloth = centred_on({middle, free}, {std::min(wide + 3 * border, widest), high + 2.4 * border});
    return picnic;
}

} // namespace

Picnic lay_picnic(const Stage& stage, const TapCount& task, std::size_t thing_count) {
    Picnic beside = picnic_in(stage.field, stage, task, thing_count);
    const double enough = std::max(stage.sizes.target, 15 * stage.unit);
    if (beside.things.front().width >= enough && beside.stones.front().height >= stage.sizes.target)
        return beside;
    Picnic whole = picnic_in(stage.whole_field, stage, task, thing_count);
    return whole.things.front().width > beside.things.front().width ? whole : beside;
}

PicnicScene::PicnicScene(const Content& content, const Stage& stage, Rect cloth)
    : knoll_picture_(seasonal_picture(content, "knoll", stage.season)),
      stone_(content.picture("number_stone")),
      cloth_(cloth),
      unit_(stage.unit) {
    // The knoll rises just above the cloth and runs on beyond the lane.
    const double top = cloth.y - 5 * unit_;
    const double width = std::max(stage.lane.width * 1.04, (stage.lane.bottom() - top) / knoll_aspect);
    knoll_ = {stage.lane.width / 2 - width / 2, top, width, width * knoll_aspect};
}

void PicnicScene::draw_ground(Canvas& canvas) const {
    canvas.picture(knoll_picture_, knoll_);
    const double corner = 2.5 * unit_;
    const double seam = 0.9 * unit_;
    canvas.shadow(cloth_, corner);
    canvas.card(cloth_, corner, hem);
    const Rect inside = cloth_.grown(-seam);
    canvas.card(inside, corner - seam, cloth_colour);
    // Soft checks: bands of one colour that darken where they cross.
    const Colour band = faded(check, 0.5);
    const auto across = std::max(1.0, std::floor(inside.width / check_units / unit_ / 2));
    const auto down = std::max(1.0, std::floor(inside.height / check_units / unit_ / 2));
    const double wide = inside.width / (2 * across + 1);
    const double high = inside.height / (2 * down + 1);
    for (int i = 0; i < static_cast<int>(across); ++i)
        canvas.card({inside.x + (2 * i + 1) * wide, inside.y, wide, inside.height}, 0, band);
    for (int i = 0; i < static_cast<int>(down); ++i)
        canvas.card({inside.x, inside.y + (2 * i + 1) * high, inside.width, high}, 0, band);
}

void PicnicScene::draw_thing(Canvas& canvas, const PieceView& view, const Face& face, Glow marked) const {
    const Rect box = view.home();
    const Pose pose = view.pose();
    if (marked == Glow::on) {
        // A golden ring around white, so that golden things keep their contrast too.
        canvas.disc(box.centre(), box.width * 0.57, palette::mirabelle);
        canvas.disc(box.centre(), box.width * 0.51, palette::white);
    }
    draw_contact_shadow(canvas, box, pose);
    draw_face(canvas, face, box.grown(-box.width * 0.04), pose);
}

void PicnicScene::draw_stone(Canvas& canvas, const PieceView& view, const Face& face, Glow glow) const {
    const Rect box = view.home();
    const Pose pose = view.pose();
    if (glow == Glow::on)
        canvas.card(box.grown(1.6 * unit_), box.height * 0.55, palette::mirabelle, pose);
    canvas.picture(stone_, box, pose);
    const Point middle{box.x + stone_face.x * box.width, box.y + stone_face.y * box.height};
    const double side = std::min(box.height, box.width / stone_aspect);
    draw_face(canvas, face, square_on(middle, side * stone_face_share), pose);
}

} // namespace mirabelle
