#include "engine/random.h"
#include "tests/support/allocation_counter.h"
#include "tests/support/canvas_stage.h"

#include <doctest/doctest.h>

#include <array>
#include <vector>

using namespace mirabelle;

namespace {

constexpr PictureId disc_picture{0}, leaf_picture{1}, meadow{2}, damaged{3}, missing{4};

bool any_contains(std::span<const SDL_Rect> changes, int x, int y) {
    for (const SDL_Rect& change : changes)
        if (x >= change.x && x < change.x + change.w && y >= change.y && y < change.y + change.h)
            return true;
    return false;
}

int area_of(std::span<const SDL_Rect> changes) {
    int area = 0;
    for (const SDL_Rect& change : changes)
        area += change.w * change.h;
    return area;
}

/// One thing of a random scene; drawn from numbers, so that a scene can change a little and be drawn again.
struct Thing {
    int kind;
    Rect where;
    double radius;
    Colour colour;
    Pose pose;
    Rect clip;
    Point origin;
    std::vector<Point> path;
};

Thing any_thing(Random& random) {
    Thing thing;
    thing.kind = random.between(0, 8);
    thing.where = {random.share() * 160 - 10, random.share() * 120 - 10, 3 + random.share() * 50,
                   3 + random.share() * 50};
    thing.radius = random.share() * 20;
    thing.colour = rgb(static_cast<std::uint32_t>(random.bits()));
    if (random.happens(0.4))
        thing.colour.alpha = static_cast<std::uint8_t>(random.below(256));
    if (random.happens(0.4))
        thing.pose = {{random.share() * 20 - 10, random.share() * 20 - 10},
                      random.share() * 2,
                      random.share() * 2,
                      random.share()};
    thing.clip =
        random.happens(0.8) ? Rect{0, 0, 160, 120} : Rect{random.share() * 80, random.share() * 60, 50, 40};
    if (random.happens(0.2))
        thing.origin = {random.share() * 20, random.share() * 20};
    for (int points = random.between(1, 12); points > 0; --points)
        thing.path.push_back({random.share() * 160, random.share() * 120});
    return thing;
}

void draw(Canvas& canvas, const Thing& thing) {
    canvas.set_area(thing.origin, thing.clip);
    switch (thing.kind) {
    case 0:
        return canvas.card(thing.where, thing.radius, thing.colour, thing.pose);
    case 1:
        return canvas.shadow(thing.where, thing.radius, thing.pose);
    case 2:
        return canvas.disc(thing.where.centre(), thing.radius, thing.colour, thing.pose);
    case 3:
        return canvas.stroke(thing.path, thing.radius / 3, thing.colour);
    case 4:
        return canvas.picture(disc_picture, thing.where, thing.pose);
    case 5:
        return canvas.picture(leaf_picture, thing.where, thing.pose);
    case 6:
        return canvas.text("Bébé", thing.where.centre(), {Script::script, 4 + thing.radius, thing.colour},
                           thing.pose);
    case 7:
        return canvas.text("île", thing.where.centre(), {Script::cursive, 4 + thing.radius, thing.colour},
                           thing.pose);
    default:
        return canvas.backdrop(meadow, thing.where);
    }
}

bool same_pixels(SDL_Surface& a, SDL_Surface& b) {
    for (int y = 0; y < a.h; ++y)
        if (std::memcmp(static_cast<char*>(a.pixels) + static_cast<std::ptrdiff_t>(y) * a.pitch,
                        static_cast<char*>(b.pixels) + static_cast<std::ptrdiff_t>(y) * b.pitch,
                        static_cast<std::size_t>(a.w) * 4) != 0)
            return false;
    return true;
}

} // namespace

TEST_CASE("an unchanged frame repaints nothing") {
    CanvasStage stage;
    const auto scene = [](Canvas& canvas) {
        canvas.backdrop(meadow, {0, 0, 160, 120});
        canvas.shadow({20, 20, 30, 30}, 3);
        canvas.card({20, 20, 30, 30}, 3, palette::white);
        canvas.picture(disc_picture, {22, 22, 26, 26});
        canvas.text("lune", {80, 60}, {Script::cursive, 12, palette::ink});
    };
    CHECK(area_of(stage.show(scene)) == 640 * 480);
    CHECK(stage.show(scene).empty());
    stage.canvas().forget_pixels();
    CHECK(area_of(stage.show(scene)) == 640 * 480);
}

TEST_CASE("a card that moved repaints where it was and where it is, and little else") {
    CanvasStage stage({1920, 1080});
    const auto scene_at = [](Point at) {
        return [at](Canvas& canvas) {
            canvas.backdrop(meadow, {0, 0, 480, 270});
            canvas.card({100, 50, 30, 30}, 3, palette::mirabelle);
            canvas.card({at.x, at.y, 30, 30}, 3, palette::white);
        };
    };
    stage.show(scene_at({200, 100}));
    const std::vector<SDL_Rect> changes = [&] {
        const auto changed = stage.show(scene_at({300, 150}));
        return std::vector<SDL_Rect>(changed.begin(), changed.end());
    }();
    CHECK(any_contains(changes, 860, 460));       // the middle of the old place
    CHECK(any_contains(changes, 1260, 660));      // and of the new one
    CHECK_FALSE(any_contains(changes, 460, 260)); // the other card
    CHECK_FALSE(any_contains(changes, 20, 20));
    CHECK(area_of(changes) <= 2 * 256 * 256);
    CHECK(stage.pixel(1260, 660) == hex(palette::white));
}

TEST_CASE("repainting the changed part gives exactly the pixels of repainting everything") {
    CanvasStage kept, fresh;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        std::vector<Thing> things;
        for (int count = random.between(1, 25); count > 0; --count)
            things.push_back(any_thing(random));
        const auto scene = [&things](Canvas& canvas) {
            for (const Thing& thing : things)
                draw(canvas, thing);
        };
        for (int frame = 0; frame < 4; ++frame) {
            kept.show(scene);
            fresh.canvas().forget_pixels();
            fresh.show(scene);
            REQUIRE(same_pixels(kept.surface(), fresh.surface()));
            switch (random.below(4)) {
            case 0:
                things[random.below(static_cast<std::uint32_t>(things.size()))].where.x += random.share() * 8;
                break;
            case 1:
                things[random.below(static_cast<std::uint32_t>(things.size()))].pose.shift.y +=
                    random.share() * 8;
                break;
            case 2:
                things[random.below(static_cast<std::uint32_t>(things.size()))] = any_thing(random);
                break;
            default:
                for (Thing& thing : things)
                    thing.path.push_back({random.share() * 160, random.share() * 120});
            }
        }
    }
}

TEST_CASE("a finger's trace that grows repaints only around the finger") {
    CanvasStage stage({1920, 1080});
    std::vector<Point> path;
    const auto scene = [&path](Canvas& canvas) {
        canvas.backdrop(meadow, {0, 0, 480, 270});
        canvas.stroke(path, 12, faded(palette::berry, 0.6));
    };
    for (int step = 0; step < 2000; ++step)
        path.push_back({240 + 150 * std::cos(step * 0.01), 135 + 100 * std::sin(step * 0.013)});
    stage.show(scene);
    path.push_back(path.back() + Point{1, 1});
    CHECK(area_of(stage.show(scene)) <= 4 * 64 * 64);
}

TEST_CASE("a half transparent stroke that crosses itself is not darker there") {
    CanvasStage stage;
    const std::vector<Point> cross{{40, 60}, {120, 60}, {80, 60}, {80, 20}, {80, 100}};
    stage.show([&cross](Canvas& canvas) { canvas.stroke(cross, 8, faded(palette::ink, 0.5)); });
    CHECK(stage.pixel(320, 240) == stage.pixel(200, 240));
    CHECK(stage.pixel(320, 240) == stage.pixel(320, 120));
    CHECK(stage.pixel(200, 240) != hex(palette::paper));
}

TEST_CASE("a stretched picture covers its stretched place, a faded one lets the ground through") {
    CanvasStage stage;
    stage.show([](Canvas& canvas) { canvas.picture(disc_picture, {70, 50, 20, 20}); });
    const std::uint32_t red = stage.pixel(320, 240);
    CHECK(red == hex(palette::berry));
    CHECK(stage.pixel(380, 240) == hex(palette::paper));
    stage.show([](Canvas& canvas) { canvas.picture(disc_picture, {70, 50, 20, 20}, {{}, 2, 1, 1}); });
    CHECK(stage.pixel(380, 240) == red);
    CHECK(stage.pixel(320, 190) == hex(palette::paper));
    stage.show([](Canvas& canvas) { canvas.picture(disc_picture, {70, 50, 20, 20}, {{}, 1, 1, 0.5}); });
    CHECK(stage.pixel(320, 240) != red);
    CHECK(stage.pixel(320, 240) != hex(palette::paper));
    stage.show([](Canvas& canvas) { canvas.picture(disc_picture, {70, 50, 20, 20}, {{-30, 0}, 1, 1, 1}); });
    CHECK(stage.pixel(200, 240) == red);
    CHECK(stage.pixel(320, 240) == hex(palette::paper));
}

TEST_CASE("a picture keeps its proportions and lies in the middle of its place") {
    CanvasStage stage;
    stage.show([](Canvas& canvas) { canvas.picture(leaf_picture, {60, 40, 40, 40}); });
    CHECK(stage.pixel(320, 240) == hex(palette::leaf));
    CHECK(stage.pixel(320, 165) != hex(palette::paper)); // it reaches the top of its place
    CHECK(stage.pixel(265, 240) == hex(palette::paper)); // but not its sides
}

TEST_CASE("scenery fills its place from the bottom and stays whole at any size") {
    for (const PixelSize size : {PixelSize{640, 480}, PixelSize{333, 700}, PixelSize{2560, 1440}}) {
        CAPTURE(size.width);
        CanvasStage stage(size);
        stage.show([&](Canvas& canvas) {
            canvas.backdrop(meadow, {{}, {}, stage.canvas().size().width, stage.canvas().size().height});
        });
        CHECK(stage.pixel(size.width / 2, size.height - 1) == hex(palette::hill));
        CHECK(stage.pixel(0, 0) == hex(palette::sky));
        CHECK(stage.pixel(size.width - 1, 0) == hex(palette::sky));
    }
}

TEST_CASE("a text is centred by its width and by the height of its capitals") {
    for (const Script script : {Script::capital, Script::script}) {
        CanvasStage stage;
        stage.show([script](Canvas& canvas) { canvas.text("H", {80, 60}, {script, 20, palette::ink}); });
        int left = 640, right = 0, top = 480, bottom = 0;
        for (int y = 0; y < 480; ++y)
            for (int x = 0; x < 640; ++x)
                if (stage.pixel(x, y) == hex(palette::ink)) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                    top = std::min(top, y);
                    bottom = std::max(bottom, y);
                }
        CHECK(std::abs(bottom - top + 1 - 80) <= 2); // 20 mm at 4 pixels a millimetre
        CHECK(std::abs((top + bottom + 1) / 2 - 240) <= 1);
        CHECK(std::abs((left + right + 1) / 2 - 320) <= 3);
    }
}

TEST_CASE("the width of a text grows with its height and its letters") {
    CanvasStage stage;
    const double one = stage.canvas().text_width("ma", {Script::cursive, 10, palette::ink});
    CHECK(one > 5);
    CHECK(stage.canvas().text_width("mama", {Script::cursive, 10, palette::ink}) ==
          doctest::Approx(2 * one).epsilon(0.1));
    CHECK(stage.canvas().text_width("ma", {Script::cursive, 20, palette::ink}) ==
          doctest::Approx(2 * one).epsilon(0.05));
    CHECK(stage.canvas().text_width("", {}) == 0);
}

TEST_CASE("a card is clipped to its area and moved with its origin") {
    CanvasStage stage;
    stage.show([](Canvas& canvas) {
        canvas.set_area({80, 0}, {80, 0, 40, 120});
        canvas.card({0, 0, 80, 120}, 0, palette::plum);
    });
    CHECK(stage.pixel(319, 100) == hex(palette::paper));
    CHECK(stage.pixel(320, 100) == hex(palette::plum));
    CHECK(stage.pixel(479, 100) == hex(palette::plum));
    CHECK(stage.pixel(480, 100) == hex(palette::paper));
}

TEST_CASE("a missing or damaged picture is a calm card, and is logged once") {
    static int lines;
    lines = 0;
    SDL_LogOutputFunction before = nullptr;
    void* before_data = nullptr;
    SDL_LogGetOutputFunction(&before, &before_data);
    SDL_LogSetOutputFunction([](void*, int, SDL_LogPriority, const char*) { ++lines; }, nullptr);
    CanvasStage stage;
    for (int frame = 0; frame < 3; ++frame)
        stage.show([](Canvas& canvas) {
            canvas.backdrop(missing, {0, 0, 160, 20});
            canvas.picture(damaged, {20, 40, 40, 40});
            canvas.picture(missing, {80, 40, 40, 40});
        });
    stage.show([](Canvas& canvas) { canvas.text("\xF0\x9F\x92\xA9\xF0\x9F\x92\xA9", {80, 60}, {}); });
    SDL_LogSetOutputFunction(before, before_data);
    CHECK(lines == 3);
    stage.show([](Canvas& canvas) { canvas.picture(damaged, {20, 40, 40, 40}); });
    CHECK(stage.pixel(160, 240) == hex(palette::stone));
}

TEST_CASE("frames take no memory, whether something moves or not") {
    CanvasStage stage;
    std::array<Point, 400> path;
    for (std::size_t point = 0; point < path.size(); ++point)
        path[point] = {10 + static_cast<double>(point) * 0.3,
                       60 + 20 * std::sin(static_cast<double>(point) * 0.1)};
    const auto scene_at = [&path](int step) {
        return [&path, step](Canvas& canvas) {
            const double share = step % 60 / 60.0;
            const Pose pose{{share * 50, share * 20}, 1 + share / 5, 1 - share / 5, 1 - share / 2};
            canvas.backdrop(meadow, {0, 0, 160, 120});
            canvas.shadow({20, 20, 30, 30}, 3, pose);
            canvas.card({20, 20, 30, 30}, 3, palette::white, pose);
            canvas.picture(disc_picture, {22, 22, 26, 26}, pose);
            canvas.disc({100, 90}, 5 + share, palette::leaf);
            canvas.text("lune", {80, 60}, {Script::cursive, 12, palette::ink}, pose);
            canvas.stroke(std::span(path).first(static_cast<std::size_t>(step % 400 + 1)), 6, palette::berry);
        };
    };
    for (int step = 0; step < 400; ++step)
        stage.show(scene_at(step));
    const AllocationCounter still;
    for (int step = 0; step < 600; ++step)
        stage.show(scene_at(7));
    CHECK(still.count() == 0);
    const AllocationCounter moving;
    for (int step = 0; step < 600; ++step)
        stage.show(scene_at(step));
    CHECK(moving.count() == 0);
}
