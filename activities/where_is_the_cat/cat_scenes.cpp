#include "activities/where_is_the_cat/cat_scenes.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::string_view cat_picture = "1f408", balloon_picture = "1f388";
constexpr double floor_line = 0.84;
constexpr double row_line = 0.7; // things in a row stand where the lily pad is widest

class CatScene {
  public:
    explicit CatScene(const Content& content) : content_(content) {}

    void put(std::string_view picture, Size size, double x, double foot) {
        if (!picture.empty())
            scene_.pictures.push_back({content_.picture(picture),
                                       {x - size.width / 2, foot - size.height, size.width, size.height}});
    }
    void cat(double size, double x, double foot) { put(cat_picture, {size, size}, x, foot); }
    /// As wide as it is, or less.
    void thing(const Landmark& one, double x, double foot, double widest = 1) {
        const double scale = std::min(1.0, widest / one.size.width);
        const Size size{one.size.width * scale, one.size.height * scale};
        put(one.back, size, x, foot);
        put(one.picture, size, x, foot);
    }
    SceneFace take() { return std::move(scene_); }

  private:
    const Content& content_;
    SceneFace scene_;
};

void draw_one(CatScene& scene, const Landmark& one, std::string_view place, Side side) {
    const double top = floor_line - one.size.height;
    if (place == "upon") {
        scene.thing(one, 0.5, floor_line);
        scene.cat(0.38, 0.5, top + one.inset);
    } else if (place == "inside") {
        scene.put(one.back, one.size, 0.5, floor_line);
        scene.cat(0.42, 0.5, floor_line - one.inset);
        scene.put(one.picture, one.size, 0.5, floor_line);
    } else if (place == "under") {
        scene.cat(one.under, 0.5, floor_line - 0.012);
        scene.thing(one, 0.5, floor_line);
    } else if (place == "above") { // it flies with a balloon
        const double foot = top - 0.05;
        scene.thing(one, 0.5, floor_line);
        scene.cat(0.27, 0.46, foot);
        scene.put(balloon_picture, {0.19, 0.19}, 0.61, foot - 0.12);
    } else if (place == "front") {
        scene.thing(one, 0.5, floor_line - 0.06);
        scene.cat(0.37, 0.43, floor_line + 0.04);
    } else if (place == "behind") {
        scene.cat(one.behind.width, one.behind.x, floor_line - one.behind.y);
        scene.thing(one, 0.5, floor_line);
    } else {
        const double away = side == Side::left ? -1 : 1;
        scene.thing(one, 0.5 - 0.15 * away, floor_line - 0.05, 0.46);
        scene.cat(0.33, 0.5 + 0.3 * away, floor_line - 0.05);
    }
}

void draw_pair(CatScene& scene, const Landmark& one, std::string_view place, Side side) {
    const double away = side == Side::left ? -1 : 1;
    if (place == "outside") {
        scene.thing(one, 0.5 - 0.06 * away, row_line);
        scene.thing(one, 0.5 - 0.33 * away, row_line, 0.3);
        scene.cat(0.26, 0.5 + 0.36 * away, row_line);
        return;
    }
    for (const double x : {0.2, 0.8})
        scene.thing(one, x, row_line);
    if (place == "between")
        scene.cat(0.28, 0.5, row_line);
    else if (place == "upon")
        scene.cat(0.26, 0.5 + 0.3 * away, row_line - one.size.height + one.inset);
    else
        scene.cat(0.25, 0.5 + 0.27 * away, row_line + 0.07);
}

} // namespace

SceneFace cat_scene(const Landmark& landmark, std::string_view place, Side side, const Content& content) {
    CatScene scene(content);
    if (landmark.is_pair)
        draw_pair(scene, landmark, place, side);
    else
        draw_one(scene, landmark, place, side);
    return scene.take();
}

SceneFace cat_in_row(const std::array<const Landmark*, 3>& row, const Content& content) {
    CatScene scene(content);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const double x = 0.17 + 0.33 * static_cast<double>(i);
        if (row[i] != nullptr)
            scene.thing(*row[i], x, row_line, 0.34);
        else
            scene.cat(0.31, x, row_line);
    }
    return scene.take();
}

} // namespace mirabelle
