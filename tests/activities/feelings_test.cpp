// How a child feels is heard and kept, and never judged.
#include "engine/learner_planner.h"
#include "engine/learning.h"
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

struct Listener final : Speaker {
    void say(std::span<const VoiceId> lines) override { say_next(lines); }
    void say_next(std::span<const VoiceId> lines) override {
        heard.insert(heard.end(), lines.begin(), lines.end());
    }
    void hush() override {}
    bool speaking() const override { return false; }
    void play(Sound) override {}

    std::vector<VoiceId> heard;
};

} // namespace

TEST_SUITE("activities/feelings") {
    TEST_CASE("whatever is chosen is taken, said back, and nothing is asked again") {
        AppScene scene(settings_for(1, 4));
        scene.app.launch({&activity_named("feelings"), nullptr, {std::size_t{0}}});
        REQUIRE(scene.wait_for_question());
        Random chance(3);
        scene.perform(scene.screen().mistake(chance));
        scene.wait(8000);
        CHECK(scene.play() == nullptr); // one question is a round
        const auto attempts = scene.school.attempts();
        REQUIRE(attempts.size() == 1);
        CHECK(attempts[0].correct);
        CHECK(attempts[0].expected.empty());
        CHECK(attempts[0].error.empty());
        CHECK(attempts[0].weight == 0);
        CHECK(weight_of(attempts[0], {}) == 0);
    }

    TEST_CASE("the chosen feeling is said back") {
        const Level& level = level_named("feelings", "ms-1");
        const Exercise exercise = exercise_of(activity_named("feelings"), level, 2);
        Listener listener;
        Question question(exercise, stage_for(level.band), real_content(), listener, make_mechanic,
                          QuestionMode::alone);
        for (Milliseconds now = 0; now < 1000; now += tick_length)
            question.tick();
        const std::size_t other = std::get<Choose>(exercise.task).right == 0 ? 1 : 0;
        question.touch(
            {0, FingerId{1}, TouchPhase::down, question.mechanic().targets()[other].drawn.centre()});
        const auto answer = question.take_answer();
        REQUIRE(answer.has_value());
        CHECK(answer->response.correct);
        CHECK(answer->response.text == exercise.pieces[other].label);
        CHECK(std::count(listener.heard.begin(), listener.heard.end(), exercise.pieces[other].said) == 1);
    }

    TEST_CASE("no help ever points at one feeling, or takes others away") {
        QuestionScene scene("feelings", "gs-1", 2);
        const std::size_t before = scene.question.mechanic().targets().size();
        for (int second = 0; second < 90 && scene.question.outcome() == QuestionOutcome::playing; ++second) {
            scene.wait(1000);
            CHECK(scene.question.mechanic().targets().size() == before);
        }
        CHECK(scene.question.outcome() == QuestionOutcome::unattended);
        CHECK(scene.answers.empty());
    }

    TEST_CASE("it is never proposed: a teacher starts it") {
        AppScene scene(settings_for(1, 4));
        const Child child = scene.app.class_room().children()[0];
        LearnerPlanner planner({real_content(), all_activities(), scene.school.journal, school_morning});
        Random chance(5);
        for (int round = 0; round < 50; ++round)
            for (const Proposal& proposal : planner.propose(child, chance))
                CHECK(proposal.activity->id != "feelings");
    }
}
