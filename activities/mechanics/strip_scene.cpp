#include "activities/mechanics/strip_scene.h"

#include "engine/number_choice.h"

namespace mirabelle {

namespace {

constexpr double path_units = 30;
constexpr double snail_units = 30;
constexpr double stone_units = 24; // wide at most
// Of the pictures, see assets/art/README.md and the comment in the snail.
constexpr double stone_aspect = 160.0 / 220;
constexpr Point stone_face{0.5, 0.42};
constexpr double snail_foot = 0.92;
constexpr double knoll_aspect = 900.0 / 1600;
constexpr double ground_down = 0.62; // of the path's height: the middle of the way
constexpr Colour way = rgb(0xE9D3A8);
constexpr Colour way_edge = rgb(0xC9A56B);

} // namespace

StripScene::StripScene(const Content& content, const Stage& stage, const Strip& task)
    : task_(task),
      knoll_picture_(seasonal_picture(content, "knoll", stage.season)),
      stone_(content.picture("path_stone")),
      snail_(content.picture("snail")),
      unit_(stage.unit) {
    const Rect& field = stage.whole_field;
    const double snail = std::max(snail_units * unit_ * stage.sizes.enlarged, stage.sizes.target);
    const double gap = stage.clearance();
    // The snail above, the path below, what is left over above, between and below in equal parts.
    const double room = field.height - gap;
    const double high =
        std::min(std::max(path_units * unit_ * stage.sizes.enlarged, stage.sizes.target), room * 0.55);
    const double wide = std::min(snail, room - high);
    const double spare = std::max(0.0, field.height - gap - high - wide) / 3;
    home_ = square_on({field.centre().x, field.y + spare + wide / 2}, wide);
    path_ = {field.x, home_.bottom() + gap + spare, field.width, high};
    const auto steps = static_cast<double>(task.last - task.first);
    const double inset = std::min(path_.height * 0.5, path_.width / (2 * steps + 2));
    left_ = path_.x + std::max(inset, 0.4 * stage.sizes.target);
    step_ = (path_.width - 2 * (left_ - path_.x)) / steps;
    const double top = path_.y - 0.08 * path_.height;
    const double width = std::max(stage.lane.width * 1.04, (stage.lane.bottom() - top) / knoll_aspect);
    knoll_ = {stage.lane.width / 2 - width / 2, top, width, width * knoll_aspect};
}

Point StripScene::at(double number) const {
    return {left_ + (number - task_.first) * step_, path_.y + ground_down * path_.height};
}

double StripScene::number_at(Point point) const {
    return std::clamp(task_.first + (point.x - left_) / step_, static_cast<double>(task_.first),
                      static_cast<double>(task_.last));
}

Rect StripScene::around_number(double number) const {
    const double wide = std::min(step_, path_.height);
    const double x = std::clamp(at(number).x - wide / 2, path_.x, path_.right() - wide);
    return {x, path_.y, wide, path_.height};
}

void StripScene::draw_ground(Canvas& canvas) const { canvas.picture(knoll_picture_, knoll_); }

void StripScene::draw_path(Canvas& canvas, const std::vector<int>& marked, std::optional<double> lit) const {
    const double thick = path_.height * 0.3;
    const Rect edge = centred_on({path_.centre().x, at(task_.first).y}, {path_.width, thick + 1.2 * unit_});
    canvas.card(edge, edge.height / 2, way_edge);
    canvas.card(edge.grown(-0.6 * unit_), thick / 2, way);
    if (lit)
        canvas.disc(at(*lit), path_.height * 0.3, palette::mirabelle);
    // As large as neighbours leave room for; those at the ends stay on the path.
    int apart = task_.last - task_.first;
    for (std::size_t i = 1; i < marked.size(); ++i)
        apart = std::min(apart, marked[i] - marked[i - 1]);
    const double end = 2 * (left_ - path_.x) + 2 * unit_;
    const double side = std::min({stone_units * unit_, step_ * apart * 0.96, std::max(end, step_ * 0.96)});
    for (const int number : marked) {
        const double high = side * stone_aspect;
        const Rect box = centred_on(at(number), {side, high});
        canvas.picture(stone_, box);
        draw_face(
            canvas, numeral(number),
            square_on({box.x + stone_face.x * box.width, box.y + stone_face.y * box.height}, high * 0.82));
    }
}

void StripScene::draw_snail(Canvas& canvas, const PieceView& snail) const {
    canvas.picture(snail_, snail.home(), snail.pose());
}

} // namespace mirabelle
