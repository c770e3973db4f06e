// The whole program without its window: a class of children, a journal in a folder of its own, fingers and
// eyes.
#pragma once

#include "engine/app.h"
#include "engine/screens/play.h"
#include "engine/touch_script.h"
#include "tests/support/question_scene.h"
#include "tests/support/school_journal.h"

#include <string>

namespace mirabelle {

inline constexpr Size class_display{1430, 805}; // mm, 65 inches
inline constexpr double display_reach = 560;    // mm

inline AppSettings settings_for(int lanes, std::uint64_t seed) {
    AppSettings settings;
    settings.lanes = lanes;
    settings.seed = seed;
    settings.id_seed = seed + 1000;
    settings.now = school_morning;
    if (lanes > 1) {
        settings.screen = class_display;
        settings.reach = display_reach;
    }
    return settings;
}

/// A school whose children all play so.
inline std::unique_ptr<SchoolJournal> school_playing(int children, const Access& access) {
    auto school = std::make_unique<SchoolJournal>(children, school_morning);
    for (Child child : school->journal.children()) {
        child.access = access;
        school->journal.update_child(child);
    }
    return school;
}

class AppScene {
  public:
    explicit AppScene(const AppSettings& settings, int children = 6, JournalWriter* other_writer = nullptr,
                      std::span<const Activity> activities = all_activities())
        : AppScene(settings, std::make_unique<SchoolJournal>(children, settings.now), other_writer,
                   activities) {}
    AppScene(const AppSettings& settings, std::unique_ptr<SchoolJournal> of_school,
             JournalWriter* other_writer = nullptr, std::span<const Activity> activities = all_activities())
        : owned_school(std::move(of_school)),
          school(*owned_school),
          writer(school.journal),
          app({real_content(), activities, make_mechanic, school.journal,
               other_writer != nullptr ? *other_writer : writer, audio},
              settings) {}

    void wait(Milliseconds length) {
        for (Milliseconds passed = 0; passed < length; passed += tick_length)
            app.advance(tick_length);
    }
    const Screen& screen(std::size_t lane = 0) const { return app.lanes()[lane]->screen(); }
    const Play* play(std::size_t lane = 0) const { return dynamic_cast<const Play*>(&screen(lane)); }

    void perform(const Gesture& gesture, std::size_t lane = 0) {
        GesturePlayer player;
        player.start(gesture, static_cast<FingerId>(100 + ++contacts));
        while (player.busy()) {
            player.tick(app, *app.lanes()[lane]);
            app.advance(tick_length);
        }
    }
    /// Whether `target` was there to be tapped.
    bool tap(const std::string& target, std::size_t lane = 0) {
        for (const NamedTarget& named : screen(lane).targets())
            if (named.name == target) {
                Gesture gesture;
                add_tap(gesture, named.where.centre(), 20);
                perform(gesture, lane);
                return true;
            }
        return false;
    }
    /// The child `number` (from 1) touches its portrait, then the first card.
    void begin_to_play(int number, std::size_t lane = 0) {
        tap("portrait " + std::to_string(number), lane);
        wait(1500);
        tap("card 1", lane);
        wait(800);
    }
    /// Until lane expects an answer; false when it has left the game.
    bool wait_for_question(std::size_t lane = 0, Milliseconds longest = 120'000) {
        for (Milliseconds waited = 0; waited < longest; waited += tick_length) {
            if (play(lane) == nullptr)
                return false;
            if (!screen(lane).answer().empty())
                return true;
            app.advance(tick_length);
        }
        return false;
    }
    /// Answers right until the round is over.
    void finish_round(std::size_t lane = 0) {
        while (wait_for_question(lane)) {
            perform(screen(lane).answer(), lane);
            wait(400);
        }
    }

    std::unique_ptr<SchoolJournal> owned_school;
    SchoolJournal& school;
    InlineJournalWriter writer;
    SilentAudio audio;
    App app;
    int contacts = 0;
};

} // namespace mirabelle
