// The teacher's panel without a window: a surface, one finger, and eyes for what can be tapped.
#pragma once

#include "engine/prompt_queue.h"
#include "platform/commands/panel_stage.h"
#include "platform/offscreen_surface.h"
#include "teacher/panel/panel.h"
#include "teacher/panel/widgets.h"
#include "tests/support/school_answers.h"

#include <string>

namespace mirabelle {

inline constexpr double tablet_diagonal = 25.6; // cm, 10.1 inches
inline constexpr PixelSize tablet_pixels{1280, 800};
inline constexpr double display_diagonal = 165; // cm, 65 inches
inline constexpr PixelSize display_pixels{1920, 1080};

class PanelScene {
  public:
    explicit PanelScene(Journal& journal, PixelSize size = tablet_pixels,
                        double diagonal_cm = tablet_diagonal, Door door = Door::open,
                        Language language = Language::french, std::vector<std::filesystem::path> folders = {},
                        Microphone* microphone = nullptr)
        : density(pixels_per_millimetre({size, diagonal_cm, {}})),
          surface(size),
          stage(real_content(), surface.surface(), density),
          words(real_content().folder(), language),
          knowledge({content, all_activities(), journal, now}),
          studio(packs, microphone == nullptr ? no_microphone : *microphone),
          panel(Desk{.content = content,
                     .activities = all_activities(),
                     .make_mechanic = make_mechanic,
                     .journal = journal,
                     .knowledge = knowledge,
                     .words = words,
                     .pictures = stage.pictures(),
                     .speaker = speaker,
                     .studio = studio,
                     .file_folders = std::move(folders),
                     .pack_folder = data.path() / "packs",
                     .day_offset = 0,
                     .id_seed = 77,
                     .diagonal_mm = diagonal_cm * 10},
                door) {}

    void frames(int count, Milliseconds passed = 16) {
        for (int i = 0; i < count; ++i)
            stage.frame(passed, [&](const Look& look) { panel.draw(look, now); });
    }
    /// Until nothing goes on by itself; false when it never ends.
    bool settle(int most = 400, Milliseconds passed = 16) {
        frames(3, passed);
        for (int i = 0; i < most && panel.busy(); ++i)
            frames(1, passed);
        return !panel.busy();
    }
    void show(PageName page) {
        panel.desk().page = page;
        settle();
    }
    /// What was drawn last under that name; the `number`th, from 0.
    const PanelTarget* target(std::string_view name, int number = 0) const {
        for (const PanelTarget& target : panel_targets())
            if (target.name == name && number-- == 0)
                return &target;
        return nullptr;
    }
    /// A finger taps it; false when it is not there. Two frames, in which the tap is taken.
    bool touch(std::string_view name, int number = 0) {
        const PanelTarget* found = target(name, number);
        if (found == nullptr)
            return false;
        const Point at{(found->from.x + found->to.x) / 2 / density,
                       (found->from.y + found->to.y) / 2 / density};
        stage.layer().touch({0, FingerId{1}, TouchPhase::down, at});
        stage.layer().touch({0, FingerId{1}, TouchPhase::up, at});
        frames(2);
        return true;
    }
    bool tap(std::string_view name, int number = 0) {
        const bool there = touch(name, number);
        frames(3);
        return there;
    }
    /// Taps what says `key` in the panel's language.
    bool press(std::string_view key) { return tap(words(key)); }
    bool offers(std::string_view key) const { return target(words(key)) != nullptr; }

    double density;
    UtcMilliseconds now = school_morning + 3'600'000;
    OffscreenSurface surface;
    PanelStage stage;
    Words words;
    SilentAudio audio;
    ScratchFolder data{"mirabelle_panel"};
    Content content = real_content(); ///< whose voices this teacher may change
    NoMicrophone no_microphone;
    ClassKnowledge knowledge;
    VoicePacks packs{content, data.path() / "voices"};
    VoiceStudio studio;
    PromptQueue prompts{audio, content.voices()};
    LaneSpeaker speaker{prompts, 0};
    Panel panel;
};

} // namespace mirabelle
