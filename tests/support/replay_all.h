// Plays what a journal keeps again, and compares it with what was answered then.
#pragma once

#include "engine/journal/journal.h"
#include "engine/prompt_queue.h"
#include "engine/replay.h"
#include "tests/support/real_content.h"

#include <doctest/doctest.h>

#include <vector>

namespace mirabelle {

/// What the journal keeps of every question that was answered.
inline std::vector<std::vector<KeptAnswer>> kept_questions(const Journal& journal) {
    std::vector<KeptAnswer> kept;
    for (Attempt& attempt : journal.attempts(std::nullopt, 0)) {
        auto trace = journal.trace(attempt.id);
        REQUIRE(trace);
        const std::string version = journal.content_version(attempt.run);
        kept.push_back({std::move(attempt), std::move(*trace), version});
    }
    return by_question(std::move(kept));
}

/// Plays every question of the journal again; gives how many answers were compared.
inline std::size_t replay_all(const Journal& journal) {
    std::size_t compared = 0;
    SilentAudio silence;
    for (const auto& question : kept_questions(journal)) {
        CAPTURE(question.front().attempt.activity);
        CAPTURE(question.front().attempt.level);
        CAPTURE(question.front().attempt.seed);
        PromptQueue prompts(silence, real_content().voices());
        LaneSpeaker speaker(prompts, 0);
        Child who; // nobody, where the whole class has played
        const auto children = journal.children();
        for (const Child& child : children)
            if (child.id == question.front().attempt.child)
                who = child;
        auto kept =
            rebuild(question, real_content(), all_activities(), make_mechanic, first_names(who, children));
        REQUIRE(kept);
        Replay replay(std::move(*kept), real_content(), make_mechanic, speaker);
        std::vector<GivenAnswer> again;
        while (!replay.finished()) {
            replay.tick();
            for (GivenAnswer& given : replay.take_answers())
                again.push_back(std::move(given));
        }
        REQUIRE(again.size() == question.size());
        for (std::size_t i = 0; i < again.size(); ++i) {
            const Attempt& attempt = question[i].attempt;
            CHECK(again[i].response.text == attempt.response);
            CHECK(again[i].response.correct == attempt.correct);
            CHECK(again[i].error == attempt.error);
            CHECK(again[i].help == attempt.help);
            CHECK(again[i].attempt_number == attempt.attempt_number);
            CHECK(again[i].latency == attempt.latency);
            CHECK(again[i].duration == attempt.duration);
            CHECK(again[i].touches == attempt.touches);
            CHECK(again[i].stray_touches == attempt.stray_touches);
            CHECK(again[i].prompts_replayed == attempt.prompts_replayed);
            CHECK(again[i].trace.touches == question[i].trace.touches);
            CHECK(again[i].trace.access == question[i].trace.access);
            ++compared;
        }
    }
    return compared;
}

} // namespace mirabelle
