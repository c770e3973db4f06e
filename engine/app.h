// The program without its window: lanes, fingers, voice, clock and journal, driven by one frame after the
// other.
#pragma once

#include "engine/board.h"
#include "engine/launch.h"
#include "engine/learner_planner.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace mirabelle {

/// What an app is made of; all of it outlives the app.
struct AppParts {
    const Content& content;
    std::span<const Activity> activities;
    MakeMechanic make_mechanic;
    Journal& journal;
    JournalWriter& writer;
    Audio& audio;
};

struct AppSettings {
    Size screen{217, 136}; ///< mm
    int lanes = 1;         ///< 1..4
    double reach = 1e9;    ///< mm above the screen's bottom edge that children can touch
    Movement movement = Movement::full;
    std::optional<Band> band;    ///< shows the children of one age column only
    SessionCaps session_minutes; ///< a child's time for one day, where it is not the content's
    std::uint64_t seed = 0;      ///< of the exercises
    std::uint64_t id_seed = 0;   ///< of the identifiers; must be fresh for every session
    UtcMilliseconds now = 0;     ///< wall clock at the start
    Milliseconds day_offset = 0; ///< local time minus UTC, for what "today" means
};

class App {
  public:
    App(const AppParts& parts, const AppSettings& settings);
    App(const App&) = delete;
    App& operator=(const App&) = delete;
    ~App(); ///< writes down what was begun

    void touch(const Touch& touch);   ///< mm of the screen; its time is not used
    void press_switch(SwitchKey key); ///< of the child who plays with one; of the last, where two do
    /// `passed` ms have gone by; after a long pause only the last second is played.
    void advance(Milliseconds passed);
    void draw(Canvas& canvas) const;
    void resize(Size screen);
    Pace pace() const;

    // What a teacher does. Rounds that this ends are filed as stopped by the teacher; their answers are kept.
    /// Every lane plays at once. A child who sits in two lanes or is unknown leaves its lane asking who is
    /// here.
    void launch(const Launch& launch);
    void set_lanes(int lanes); ///< 1..4; the lanes begin anew
    /// Time stands still for all children, and no touch counts, while anything is played.
    void pause();
    void resume(); ///< what is asked is said again
    void next_question();
    /// The next questions of all rounds are that much harder, or easier when `steps` is negative.
    void change_level(int steps);
    void stop(); ///< all rounds
    /// The lane asks who is here; the others do not notice.
    void change_child(std::size_t lane);
    /// mm at the top that are not the children's; what they touch lies below. Questions that stand stay so.
    void set_top_inset(double mm);
    double arms_reach() const { return settings_.reach; } ///< mm above the screen's bottom edge
    /// Children were added, removed or renamed in the journal.
    void reload_class();
    std::optional<RoundView> round(std::size_t lane) const; ///< nothing where none is played
    Steering steering() const;

    std::span<const std::unique_ptr<Lane>> lanes() const { return lanes_; }
    const ClassRoom& class_room() const { return class_room_; }
    UtcMilliseconds now() const { return now_; }

  private:
    struct Finger {
        FingerId id{};
        std::size_t lane = 0;
        bool down = false;
        Point came_down; ///< mm of the screen
    };
    void lay_lanes();
    double top_inset() const; ///< mm
    double reach() const;     ///< of arms, and below the inset
    Rect lane_area(std::size_t lane) const;
    void let_go_of_fingers(std::optional<std::size_t> lane = std::nullopt); ///< of all lanes, or one
    void begin_anew(int lanes);
    void begin_other_session();
    void hush_all();
    void draw_pause(Canvas& canvas, Rect play) const;
    void begin_day_if_new();
    void try_disk_again();
    void tick();

    AppParts parts_;
    AppSettings settings_;
    UtcMilliseconds now_;
    Random random_, ids_;
    LearnerPlanner planner_;
    ClassRoom class_room_;
    Season season_ = Season::summer; ///< of the current day
    Board board_;
    PromptQueue prompts_;
    Session session_;
    PictureId hedge_, pause_;
    double top_inset_ = 0; ///< mm, as wished
    bool paused_ = false;
    std::array<Finger, 40> fingers_{};
    std::vector<Uuid> committed_;
    Milliseconds owed_ = 0;       ///< time that does not fill a tick yet
    Milliseconds in_trouble_ = 0; ///< since the disk takes nothing
    std::vector<std::unique_ptr<Lane>> lanes_;
};

} // namespace mirabelle
