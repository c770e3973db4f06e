// The teacher's side of the running program: the gate in the corners, the panel over the children's screen,
// and the strip above their lanes. Nothing of it is loaded before it is asked for.
#pragma once

#include "engine/app.h"
#include "platform/commands/panel_stage.h"
#include "teacher/corner_hold.h"
#include "teacher/model/teacher_settings.h"
#include "teacher/panel/panel.h"
#include "teacher/panel/strip.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mirabelle {

class TeacherDesk {
  public:
    /// Everything outlives the desk.
    TeacherDesk(const Content& content, Journal& journal, JournalWriter& writer, Audio& audio,
                VoicePacks& voices, Microphone& microphone, Size screen, double diagonal_mm);

    /// Whether the touch was the teacher's: then it is none of the children's.
    bool take(const Touch& touch, Milliseconds now);
    void read(const SDL_Event& event);
    void resize(Size screen);

    /// The panel covers everything: the children's time stands still.
    bool covers() const { return panel_ != nullptr || panel_pending_; }
    /// To call once a frame: gives whether two corners have been held, or the strip has asked, so that the
    /// panel opens and every finger is let go.
    bool look_for_opening(App& app, Milliseconds now);
    /// Draws what is due onto `surface`; gives what it has changed, until the next call. `wall`: ms since
    /// 1970.
    std::span<const SDL_Rect> draw(SDL_Surface& surface, double pixels_per_millimetre, App& app,
                                   Milliseconds now, UtcMilliseconds wall);
    /// What of the teacher's is on the screen: "code", a page's name, "strip", or nothing.
    std::string shown() const;
    /// How long nothing has to be drawn, in ms.
    Milliseconds rest() const;
    /// The panel was closed since the last call: the children's screen has to be painted anew.
    bool take_closed() { return std::exchange(closed_, false); }
    /// The teacher changed settings and has closed the panel since the last call.
    bool take_settings_changed() { return !covers() && std::exchange(settings_changed_, false); }

  private:
    void open(App& app, Milliseconds now);
    /// False when the panel's words are missing or damaged, which is told.
    bool read_words();
    void make_panel(SDL_Surface& surface, double density, App& app, Milliseconds now);
    void draw_panel(App& app, Milliseconds now, UtcMilliseconds wall);
    std::span<const SDL_Rect> draw_strip_over(SDL_Surface& surface, double density, App& app,
                                              Milliseconds now);
    void act(const StripNews& news, App& app);
    void close(App& app, Milliseconds now);
    void let_go(App& app, const Uuid& child);
    void launch(App& app, const LaunchWish& wish);
    StripState strip_state(const App& app) const;
    bool has_strip(const App& app, double screen_height) const;

    const Content& content_;
    Journal& journal_;
    JournalWriter& writer_;
    Audio& audio_;
    double diagonal_mm_;
    CornerHold corners_;
    PromptQueue prompts_;
    LaneSpeaker speaker_;
    VoiceStudio studio_;
    std::unique_ptr<Words> words_;
    std::unique_ptr<PanelStage> stage_;       ///< of the panel, or of the strip
    std::vector<SDL_Rect> changed_;           ///< by the last frame
    UtcMilliseconds wall_ = 0;                ///< of this frame
    std::optional<ClassKnowledge> knowledge_; ///< once a panel was open
    std::unique_ptr<Panel> panel_;
    bool wants_to_open_ = false, panel_pending_ = false, strip_wished_ = false, paused_for_panel_ = false;
    bool closed_ = false, settings_changed_ = false;
    bool strip_unreadable_ = false; ///< its words are: the children play without it
    std::optional<StripState> strip_shown_;
    std::optional<Milliseconds> unlocked_at_; ///< when the panel was last used with the code
    Milliseconds last_frame_ = 0, owed_ = 0;
    double strip_mm_ = 0;        ///< of the strip that is shown
    double strip_height_ = 0;    ///< mm, of any
    double screen_height_ = 0;   ///< mm
    bool strip_pressed_ = false; ///< a finger holds one of its buttons
};

} // namespace mirabelle
