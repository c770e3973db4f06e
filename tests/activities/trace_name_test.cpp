// A child traces its own name, in parts where it is long, and nothing that is written down says which one it
// is.
#include "engine/pretend_class.h"
#include "tests/support/app_scene.h"
#include "tests/support/replay_all.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace mirabelle;

namespace {

constexpr std::uint64_t seeds = 12;

const std::vector<std::string>& names() {
    static const std::vector<std::string> all{"Lo",
                                              "Zoé",
                                              "Emma",
                                              "Jean-Baptiste",
                                              "Anne Sophie",
                                              "N'Golo",
                                              "D’Artagnan",
                                              "Gaëlle",
                                              "François",
                                              "Mañana",
                                              "Œdipe",
                                              "ZOÉ",
                                              "Abdourrahmanesalihou",
                                              "Marie-Antoinette-Louise",
                                              "  Noé  ",
                                              "Noe\u0301mie",
                                              "-Éli",
                                              "X"};
    return all;
}

/// Every question about that name: each(exercise, level).
template <typename Each>
void for_each_question(const std::string& name, const Each& each) {
    const Activity& activity = activity_named("trace_name");
    for (const Level& level : real_content().levels(activity.id)) {
        CAPTURE(level.id);
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            Random chance(seed);
            each(activity.ask(level, real_content(), {name, {"Malo"}}, chance), level);
        }
    }
}

const Trace& trace_of(const Exercise& exercise) { return std::get<Trace>(exercise.task); }

/// "own", or "own part 2"
bool is_neutral(const std::string& text) {
    static const std::set<std::string> known = [] {
        std::set<std::string> all{"own"};
        for (int part = 1; part <= 9; ++part)
            all.insert("own part " + std::to_string(part));
        return all;
    }();
    return known.count(text) == 1;
}

std::set<std::string> items_of(const std::string& name, std::string_view level_id) {
    std::set<std::string> items;
    for_each_question(name, [&](const Exercise& exercise, const Level& level) {
        if (level.id == level_id)
            items.insert(exercise.item);
    });
    return items;
}

/// mm that half a capital or a small letter is high, where the question is laid onto the smallest tablet.
double letter_height(const Exercise& exercise, Band band) {
    SilentAudio silence;
    PromptQueue prompts(silence, real_content().voices());
    LaneSpeaker speaker(prompts, 0);
    const Stage stage = stage_for(band);
    const auto mechanic = make_mechanic({exercise, stage, real_content(), speaker});
    const Gesture way = mechanic->solution();
    double top = 1e9, bottom = 0;
    for (const GestureStep& point : way) {
        top = std::min(top, point.point.y);
        bottom = std::max(bottom, point.point.y);
    }
    return (bottom - top) * trace_of(exercise).interline;
}

} // namespace

TEST_SUITE("activities/trace_name") {
    TEST_CASE("nothing that is written down says anything of the name") {
        for (const std::string& name : names()) {
            CAPTURE(name);
            for_each_question(name, [](const Exercise& exercise, const Level&) {
                CHECK_MESSAGE(is_neutral(exercise.item), exercise.item);
                CHECK(exercise.expected == exercise.item);
                CHECK(exercise.pieces.empty());
                CHECK(trace_of(exercise).id.empty());
            });
        }
    }

    TEST_CASE("a short name is traced as a whole, a long one in parts that small hands can follow") {
        CHECK(items_of("Zoé", "ms-1") == std::set<std::string>{"own"});
        CHECK(items_of("Emma", "ms-1") == std::set<std::string>{"own"});
        CHECK(items_of("Emma", "gs-1") == std::set<std::string>{"own"});
        CHECK(items_of("Jean-Baptiste", "gs-1") ==
              std::set<std::string>{"own part 1", "own part 2", "own part 3"}); // jean-, bapt, iste
        CHECK(items_of("Anne Sophie", "ms-1").size() >= 3);
        for (const std::string& name : names()) {
            CAPTURE(name);
            for_each_question(name, [](const Exercise& exercise, const Level& level) {
                if (trace_of(exercise).guide == TraceGuide::alone)
                    return;
                const double corridor = real_content().sizes(level.band).corridor;
                CHECK(letter_height(exercise, level.band) >= 1.5 * corridor);
            });
        }
    }

    TEST_CASE("accents, hyphens and apostrophes are written, and the parts make up the name") {
        const auto strokes = [](const std::string& name, std::string_view level_id) {
            std::map<std::string, std::size_t> parts;
            for_each_question(name, [&](const Exercise& exercise, const Level& level) {
                if (level.id == level_id)
                    parts[exercise.item] = trace_of(exercise).glyph.strokes.size();
            });
            std::size_t all = 0;
            for (const auto& [item, count] : parts)
                all += count;
            return all;
        };
        CHECK(strokes("Zoe", "gs-1") == 1);
        CHECK(strokes("Zoé", "gs-1") == 2);
        CHECK(strokes("Noe\u0301", "gs-1") == 2); // the accent by itself
        CHECK(strokes("N'Lo", "gs-1") == 3);
        CHECK(strokes("Zoë", "ms-1") == strokes("Zoe", "ms-1") + 2);
        CHECK(strokes("Lo-Lo", "ms-1") == 2 * strokes("Lo", "ms-1") + 1);
        CHECK(strokes("Œa", "ms-1") == strokes("Oea", "ms-1"));
        CHECK(strokes("Zoé", "ms-1") == strokes("ZOÉ", "ms-1"));
    }

    TEST_CASE("who has no name, or one in letters that nobody teaches here, is asked about an example") {
        for (const char* const name : {"", "   ", "7", "محمد", "Łukasz", "Gülşen"}) {
            CAPTURE(name);
            for_each_question(name, [](const Exercise& exercise, const Level&) {
                CHECK(exercise.item.starts_with("example "));
                CHECK_FALSE(trace_of(exercise).glyph.strokes.empty());
                if (trace_of(exercise).guide == TraceGuide::alone)
                    CHECK_FALSE(trace_of(exercise).model.faces.empty()); // nobody knows it by heart
            });
        }
    }

    TEST_CASE("what is written alone without its model is a whole name") {
        for (const std::string& name : names()) {
            CAPTURE(name);
            for_each_question(name, [](const Exercise& exercise, const Level& level) {
                const Trace& task = trace_of(exercise);
                if (task.guide == TraceGuide::alone && task.model.faces.empty()) {
                    CHECK(exercise.item == "own");
                    CHECK(level.settings.word("model") == "none");
                }
            });
        }
    }

    TEST_CASE("a child follows its name with a finger, letter after letter, and errs and is helped") {
        for (const char* const level : {"ms-1", "ms-4", "ms-5", "gs-2", "gs-5", "gs-6"}) {
            CAPTURE(level);
            AppScene scene(settings_for(1, 4));
            scene.app.launch({&activity_named("trace_name"), &level_named("trace_name", level), {0}});
            Random chance(3);
            REQUIRE(scene.wait_for_question());
            scene.perform(scene.screen().mistake(chance));
            scene.wait(4000);
            REQUIRE(scene.wait_for_question());
            scene.perform(scene.screen().answer());
            scene.wait(6000);
            const auto attempts = scene.school.attempts();
            REQUIRE(attempts.size() >= 2);
            CHECK_FALSE(attempts[0].correct);
            CHECK_FALSE(attempts[0].error.empty());
            CHECK(attempts[1].correct);
            CHECK(is_neutral(attempts[1].item));
            CHECK(is_neutral(attempts[1].response));
        }
    }

    TEST_CASE("what a child has traced is played again, and its new name does no harm") {
        SchoolJournal school(4);
        InlineJournalWriter writer(school.journal);
        SilentAudio silence;
        {
            App app({real_content(), all_activities(), make_mechanic, school.journal, writer, silence},
                    settings_for(1, 8));
            PretendClass pretend(9);
            for (const char* const level : {"ms-2", "gs-3", "gs-5"}) {
                app.launch({&activity_named("trace_name"), &level_named("trace_name", level), {1}});
                pretend.play(app, 3 * 60'000, [] {});
            }
        }
        CHECK(replay_all(school.journal) > 10);
        Child child = school.journal.children()[1];
        for (const char* const name : {"Maximilienne-Rose", "", "Ève"}) {
            child.first_name = name;
            school.journal.update_child(child);
            for (const auto& question : kept_questions(school.journal))
                if (auto kept = rebuild(question, real_content(), all_activities(), make_mechanic,
                                        first_names(child, school.journal.children()))) {
                    PromptQueue prompts(silence, real_content().voices());
                    LaneSpeaker speaker(prompts, 0);
                    Replay replay(std::move(*kept), real_content(), make_mechanic, speaker);
                    while (!replay.finished())
                        replay.tick();
                    CHECK(replay.finished());
                }
        }
    }
}
