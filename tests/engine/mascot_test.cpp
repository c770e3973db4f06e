// Mirabelle moves gently, on her own small area, and not at all when nobody looks; lights around what came
// right are soon over.
#include "engine/finale.h"
#include "engine/mascot.h"
#include "engine/sparkles.h"
#include "tests/support/real_content.h"
#include "tests/support/recording_canvas.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr Rect place{10, 60, 40, 40}; // mm
constexpr std::array all_acts{MascotAct::idle,     MascotAct::listening, MascotAct::thinking,
                              MascotAct::pointing, MascotAct::pleased,   MascotAct::waving,
                              MascotAct::yawning,  MascotAct::sheltering};

/// Remembers how far a scene reaches, and where the highest of its pictures of a hand is.
class ExtentCanvas final : public Canvas {
  public:
    void set_area(Point, Rect) override {}
    void backdrop(PictureId, Rect) override {}
    void picture(PictureId picture, Rect where, const Pose& pose) override {
        if (pose.opacity <= 0)
            return;
        const Rect box = centred_on(where.centre() + pose.shift,
                                    {where.width * pose.stretch_x, where.height * pose.stretch_y});
        add(box);
        if (is_hand(picture))
            hand = box.centre(); // the near hand is drawn last
    }
    void card(Rect where, double, Colour, const Pose&) override { add(where); }
    void shadow(Rect where, double, const Pose&) override { add(where); }
    void disc(Point centre, double radius, Colour, const Pose&) override {
        add(square_on(centre, 2 * radius));
    }
    void stroke(std::span<const Point> path, double width, Colour) override {
        for (const Point point : path)
            add(square_on(point, width));
    }
    void text(std::string_view, Point, const TextStyle&, const Pose&) override {}
    double text_width(std::string_view, const TextStyle&) override { return 0; }

    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    int drawn = 0;
    Point hand{};

  private:
    static bool is_hand(PictureId picture) {
        const Content& content = real_content();
        return picture == content.picture("mascot_hand") || picture == content.picture("mascot_hand_open") ||
               picture == content.picture("mascot_hand_point");
    }
    void add(Rect rect) {
        ++drawn;
        left = std::min(left, rect.x);
        top = std::min(top, rect.y);
        right = std::max(right, rect.right());
        bottom = std::max(bottom, rect.bottom());
    }
};

void act(Mascot& mascot, MascotAct what, Milliseconds length) {
    for (Milliseconds passed = 0; passed < length; passed += tick_length)
        mascot.tick(what, Mascot::Voice::silent);
}

/// How often the look of `scene` changes while `tick` goes on for `length`.
template <typename Scene, typename Tick>
int changes(const Scene& scene, Milliseconds length, const Tick& tick) {
    int count = 0;
    std::uint64_t before = look_of(scene);
    for (Milliseconds passed = 0; passed < length; passed += tick_length) {
        tick();
        const std::uint64_t now = look_of(scene);
        count += now != before ? 1 : 0;
        before = now;
    }
    return count;
}

} // namespace

TEST_SUITE("engine/mascot") {
    TEST_CASE("every act has its own look, on both sides of a stage") {
        std::set<std::uint64_t> looks;
        for (const auto facing : {Mascot::Facing::right, Mascot::Facing::left})
            for (const MascotAct what : all_acts)
                looks.insert(look_of(Mascot(real_content(), place, Movement::full, facing, what)));
        CHECK(looks.size() == 2 * all_acts.size());
    }

    TEST_CASE("left to herself she is drawn anew five times a second at most, and a little for a blink") {
        Mascot mascot(real_content(), place, Movement::full);
        const int in_ten_seconds = changes(mascot, 10'000, [&] {
            mascot.tick(MascotAct::idle, Mascot::Voice::silent);
            CHECK_FALSE(mascot.moving());
        });
        CHECK(in_ten_seconds > 20); // she breathes
        CHECK(in_ten_seconds <= 50 + 3 * 2);
    }

    TEST_CASE("resting she does not move at all") {
        Mascot mascot(real_content(), place, Movement::full);
        act(mascot, MascotAct::idle, 1200);
        for (int i = 0; i < 400; ++i) // she breathes out
            mascot.tick(MascotAct::idle, Mascot::Voice::silent, Mascot::Life::resting);
        CHECK(changes(mascot, 60'000, [&] {
                  mascot.tick(MascotAct::idle, Mascot::Voice::silent, Mascot::Life::resting);
              }) == 0);
        CHECK_FALSE(mascot.moving());
    }

    TEST_CASE(
        "with reduced motion she neither breathes nor blinks nor hops; postures fade, her mouth moves") {
        Mascot mascot(real_content(), place, Movement::reduced);
        CHECK(changes(mascot, 20'000, [&] { mascot.tick(MascotAct::idle, Mascot::Voice::silent); }) == 0);
        ExtentCanvas before;
        mascot.draw(before);
        for (int i = 0; i < 40; ++i) {
            mascot.tick(MascotAct::pleased, Mascot::Voice::silent);
            ExtentCanvas now;
            mascot.draw(now);
            CHECK(now.bottom == doctest::Approx(before.bottom)); // her feet stay where they are
        }
        CHECK_FALSE(mascot.moving());
        CHECK(changes(mascot, 2'000, [&] { mascot.tick(MascotAct::pleased, Mascot::Voice::speaking); }) > 8);
    }

    TEST_CASE("her mouth moves while she speaks and rests when she is silent") {
        Mascot mascot(real_content(), place, Movement::reduced);
        CHECK(changes(mascot, 1'500, [&] { mascot.tick(MascotAct::idle, Mascot::Voice::speaking); }) >= 8);
        mascot.tick(MascotAct::idle, Mascot::Voice::silent);
        CHECK(look_of(mascot) == look_of(Mascot(real_content(), place, Movement::reduced)));
    }

    TEST_CASE("turns last between 150 and 400 ms, and the hello is over after two seconds") {
        for (const MascotAct what : all_acts) {
            if (what == MascotAct::idle)
                continue;
            Mascot mascot(real_content(), place, Movement::full);
            Milliseconds moved = 0;
            for (Milliseconds passed = 0; passed < 5'000; passed += tick_length) {
                mascot.tick(what, Mascot::Voice::silent);
                moved += mascot.moving() ? tick_length : 0;
            }
            CAPTURE(static_cast<int>(what));
            CHECK(moved >= 150);
            CHECK(moved <= (what == MascotAct::waving ? 2000 : 400));
        }
    }

    TEST_CASE("interrupted at any moment she goes on from where she is: no hand ever jumps") {
        Random chance(11);
        Mascot mascot(real_content(), place, Movement::full);
        ExtentCanvas last;
        mascot.draw(last);
        MascotAct what = MascotAct::idle;
        for (int tick = 0; tick < 20'000; ++tick) {
            if (chance.happens(0.04))
                what = all_acts[chance.below(static_cast<std::uint32_t>(all_acts.size()))];
            mascot.tick(what, Mascot::Voice::silent);
            ExtentCanvas now;
            mascot.draw(now);
            // In 10 ms no farther than a twelfth of her size.
            REQUIRE(distance(now.hand, last.hand) < place.width / 12);
            last = now;
        }
    }

    TEST_CASE("she stays on her own area, whatever she does") {
        for (const auto facing : {Mascot::Facing::right, Mascot::Facing::left}) {
            Mascot mascot(real_content(), place, Movement::full, facing);
            ExtentCanvas reached;
            for (const MascotAct what : all_acts)
                for (Milliseconds passed = 0; passed < 2'000; passed += tick_length) {
                    mascot.tick(what, Mascot::Voice::speaking);
                    mascot.draw(reached);
                }
            const Rect allowed = place.grown(place.width * 0.05);
            CHECK(reached.left >= allowed.x);
            CHECK(reached.right <= allowed.right());
            CHECK(reached.top >= allowed.y);
            CHECK(reached.bottom <= allowed.bottom());
        }
    }

    TEST_CASE("lights fly up around what came right and are gone in 600 ms") {
        for (const Movement movement : {Movement::full, Movement::reduced}) {
            Sparkles lights(real_content(), 1.4, movement);
            CHECK_FALSE(lights.running());
            const Rect what{40, 40, 30, 30};
            lights.burst(what);
            Milliseconds lasted = 0;
            int most = 0;
            for (; lights.running(); lasted += tick_length) {
                ExtentCanvas seen;
                lights.draw(seen);
                most = std::max(most, seen.drawn);
                if (seen.drawn > 0) {
                    CHECK(seen.left >= what.x - what.width);
                    CHECK(seen.bottom <= what.bottom() + what.height);
                }
                lights.tick();
            }
            CHECK(lasted <= 600);
            CHECK(lasted >= 300);
            CHECK(most >= 4);
            ExtentCanvas after;
            lights.draw(after);
            CHECK(after.drawn == 0);
        }
    }

    TEST_CASE("the feast at the end comes down, petals pass once, and then all is still") {
        for (const Movement movement : {Movement::full, Movement::reduced}) {
            const Stage stage = make_stage(small_tablet, real_content().sizes(Band::MS), 1e9, movement);
            Finale finale;
            finale.lay(real_content(), stage, Season::autumn, movement);
            ExtentCanvas nothing;
            finale.draw_bunting(nothing);
            finale.draw_petals(nothing);
            CHECK(nothing.drawn == 0);
            finale.begin();
            Milliseconds lasted = 0;
            int petals = 0;
            for (; finale.moving(); lasted += tick_length) {
                ExtentCanvas seen;
                finale.draw_petals(seen);
                petals = std::max(petals, seen.drawn);
                finale.tick();
            }
            CHECK(lasted <= 3000);
            CHECK((petals > 0) == (movement == Movement::full));
            ExtentCanvas after;
            finale.draw_bunting(after);
            CHECK(after.drawn == 1);
        }
    }
}
