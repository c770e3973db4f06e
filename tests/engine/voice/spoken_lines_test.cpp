// What an activity can say is found by asking it.
#include "engine/voice/spoken_lines.h"

#include "tests/support/real_content.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace mirabelle;

namespace {

SpokenLines asked(const Activity& activity) {
    SpokenLines spoken(real_content(), activity);
    while (spoken.read_more()) {
    }
    return spoken;
}

} // namespace

TEST_SUITE("engine/voice/spoken_lines") {
    TEST_CASE("what any question says is among the lines that were found") {
        for (const Activity& activity : all_activities()) {
            CAPTURE(activity.id);
            const SpokenLines spoken = asked(activity);
            CHECK_FALSE(spoken.lines().empty());
            int said = 0, unknown = 0; // of dozens of words one may hide, but hardly ever
            for (const Level& level : real_content().levels(activity.id))
                for (std::uint64_t seed = 5000; seed < 5100; ++seed)
                    for (const Prompt& prompt : everything_said(exercise_of(activity, level, seed)))
                        for (const VoiceId line : prompt) {
                            ++said;
                            unknown += spoken.says(line) ? 0 : 1;
                        }
            CHECK(unknown * 1000 <= said);
        }
    }

    TEST_CASE("general lines stand apart, once, and numbers in their order") {
        const Content& content = real_content();
        const auto general = general_lines(content);
        CHECK(std::count(general.begin(), general.end(), content.voice("hello")) == 1);
        CHECK(std::count(general.begin(), general.end(), content.voice("yes")) == 1);
        const auto lines = asked(activity_named("count_objects")).lines();
        CHECK(std::set<VoiceId>(lines.begin(), lines.end()).size() == lines.size());
        for (const VoiceId line : general)
            CHECK(std::count(lines.begin(), lines.end(), line) == 0);
        const auto place = [&](const char* id) {
            return std::find(lines.begin(), lines.end(), content.voice(id)) - lines.begin();
        };
        CHECK(place("count_them") < place("number_1"));
        CHECK(place("number_2") < place("number_10"));
        CHECK(place("number_10") < place("count_apple"));
    }
}
