// A teacher in front of the whole program: she launches and steers, and everything that is written down is
// heard.
#pragma once

#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

#include <map>

namespace mirabelle {

/// Hands everything on to another writer and remembers what began and how it ended.
class ListeningWriter final : public JournalWriter {
  public:
    void submit(JournalEntry entry) override {
        if (const auto* run = std::get_if<Run>(&entry))
            runs[run->id] = *run;
        if (const auto* end = std::get_if<RunEnd>(&entry))
            endings[end->run].push_back(end->ending);
        if (std::holds_alternative<SessionEnd>(entry))
            ++sessions_ended;
        to->submit(std::move(entry));
    }
    void take_committed(std::vector<Uuid>& out) override { to->take_committed(out); }
    WriterState state() const override { return to->state(); }
    void flush() override { to->flush(); }

    JournalWriter* to = nullptr;
    std::map<Uuid, Run> runs;
    std::map<Uuid, std::vector<RunEnding>> endings;
    int sessions_ended = 0;
};

struct TeacherScene {
    explicit TeacherScene(const AppSettings& settings, int children = 6)
        : scene(settings, children, &journal) {
        journal.to = &scene.writer;
    }

    static Launch launch_of(std::string_view activity, std::string_view level,
                            std::vector<std::optional<std::size_t>> lanes) {
        return {&activity_named(activity), level.empty() ? nullptr : &level_named(activity, level),
                std::move(lanes)};
    }
    std::string level(std::size_t lane = 0) const {
        const auto round = scene.app.round(lane);
        return round ? round->level->id : "";
    }
    /// Answers right, once.
    void answer(std::size_t lane = 0) {
        REQUIRE(scene.wait_for_question(lane));
        scene.perform(scene.screen(lane).answer(), lane);
        scene.wait(400);
    }
    /// Answers right in turn until no round is left.
    void finish_rounds() {
        while (scene.app.steering().rounds > 0)
            for (std::size_t lane = 0; lane < scene.app.lanes().size(); ++lane)
                if (scene.app.round(lane) && scene.wait_for_question(lane)) {
                    scene.perform(scene.screen(lane).answer(), lane);
                    scene.wait(200);
                }
    }
    int ended(RunEnding how) const {
        int count = 0;
        for (const auto& [run, ways] : journal.endings)
            count += static_cast<int>(std::count(ways.begin(), ways.end(), how));
        return count;
    }
    std::vector<Child> children() const { return scene.school.journal.children(); }

    ListeningWriter journal;
    AppScene scene;
    App& app = scene.app;
};

} // namespace mirabelle
