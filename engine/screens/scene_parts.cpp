#include "engine/screens/scene_parts.h"

#include "engine/french.h"

#include <array>
#include <numbers>

namespace mirabelle {

namespace {

constexpr double name_share = 0.22; // of a portrait's height
constexpr double name_capital_share = 0.105;
constexpr double picture_share = 0.66; // of the disc
constexpr double hop_share = 0.10;     // of the height

constexpr Milliseconds leaf_flight = 1500;
constexpr double leaf_share = 0.15; // of the tree's width

// Where leaves grow on the tree, as shares of its picture, in the order of growth; see assets/art/README.md.
constexpr std::array<Point, 40> leaf_places{{
    {0.246, 0.461}, {0.795, 0.464}, {0.294, 0.399}, {0.744, 0.313}, {0.558, 0.295}, {0.548, 0.592},
    {0.224, 0.183}, {0.698, 0.142}, {0.398, 0.120}, {0.598, 0.442}, {0.363, 0.556}, {0.430, 0.352},
    {0.443, 0.477}, {0.578, 0.134}, {0.862, 0.332}, {0.412, 0.215}, {0.647, 0.541}, {0.295, 0.255},
    {0.165, 0.399}, {0.697, 0.401}, {0.200, 0.269}, {0.506, 0.421}, {0.661, 0.278}, {0.321, 0.183},
    {0.475, 0.161}, {0.477, 0.546}, {0.793, 0.380}, {0.635, 0.348}, {0.226, 0.347}, {0.798, 0.256},
    {0.603, 0.202}, {0.699, 0.472}, {0.388, 0.413}, {0.413, 0.284}, {0.326, 0.319}, {0.563, 0.505},
    {0.347, 0.489}, {0.519, 0.234}, {0.705, 0.210}, {0.534, 0.361},
}};

} // namespace

PortraitView::PortraitView(const Content& content, const Child& child, Rect where)
    : name_(in_capitals(child.first_name)), where_(where) {
    const Portrait& portrait = content.portrait(child.portrait);
    picture_ = portrait.picture;
    colour_ = portrait.colour;
}

Rect PortraitView::disc() const {
    const double side = std::min(where_.width, where_.height * (1 - name_share));
    return {where_.centre().x - side / 2, where_.y, side, side};
}

void PortraitView::draw(Canvas& canvas, double opacity) const {
    const double rise =
        hop_.running() ? hop_share * where_.height * std::abs(std::sin(hop_.share() * 2 * std::numbers::pi))
                       : 0;
    const Pose pose{.shift = {0, -rise}, .opacity = opacity};
    const Rect round = disc();
    canvas.shadow(round, round.width / 2, {.opacity = opacity});
    canvas.disc(round.centre(), round.width / 2, palette::white, pose);
    canvas.disc(round.centre(), round.width * 0.46, colour_, pose);
    canvas.picture(picture_, square_on(round.centre(), round.width * picture_share), pose);
    TextStyle style{Script::capital, where_.height * name_capital_share, palette::ink};
    const double width = canvas.text_width(name_, style);
    if (width > where_.width)
        style.height *= where_.width / width;
    const Point centre{where_.centre().x, where_.bottom() - where_.height * name_share * 0.42};
    // The name lies on a paper label, so that it can be read on any meadow.
    const Rect label =
        centred_on(centre, {std::min(where_.width * 1.02, width + style.height * 1.6), style.height * 2});
    canvas.card(label, style.height, faded(palette::paper, 0.92), {.opacity = opacity});
    canvas.text(name_, centre, style, {.opacity = opacity});
}

ClassTreeView::ClassTreeView(const Content& content, Rect where, int leaves, Season season, Light light)
    : tree_(seasonal_picture(content, "class_tree", season, light)),
      leaf_(content.picture("tree_leaf")),
      where_(where),
      leaves_(leaves) {}

Point ClassTreeView::leaf_place(int index) const {
    const Point share = leaf_places[static_cast<std::size_t>(index) % leaf_places.size()];
    return {where_.x + share.x * where_.width, where_.y + share.y * where_.height};
}

void ClassTreeView::receive_leaf(Point from) {
    from_ = from;
    ++leaves_;
    flight_.start(leaf_flight);
}

void ClassTreeView::draw(Canvas& canvas) const {
    canvas.picture(tree_, where_);
    const double side = where_.width * leaf_share;
    const int shown = std::min(leaves_, static_cast<int>(leaf_places.size()));
    const int resting = flight_.running() ? shown - 1 : shown;
    for (int i = 0; i < resting; ++i)
        canvas.picture(leaf_, square_on(leaf_place(i), side));
}

void ClassTreeView::draw_flight(Canvas& canvas) const {
    const int shown = std::min(leaves_, static_cast<int>(leaf_places.size()));
    if (!flight_.running() || shown == 0)
        return;
    const double side = where_.width * leaf_share;
    // It leaves its twig, rises in a bow and settles.
    const double share = ease_in_out(flight_.share());
    const Point to = leaf_place(shown - 1);
    const Point at =
        between(from_, to, share) - Point{0, std::sin(share * std::numbers::pi) * where_.height * 0.15};
    const Rect rest = square_on(to, side);
    const double stretch = 1 + 1.2 * (1 - share);
    canvas.picture(leaf_, rest, {.shift = at - to, .stretch_x = stretch, .stretch_y = stretch});
}

} // namespace mirabelle
