// A lane is one child's part of the screen, with its own scenes, fingers and voice. A tablet has one, a class
// display up to four; none of them knows of the others.
#pragma once

#include "engine/prompt_queue.h"
#include "engine/screen.h"

namespace mirabelle {

/// What the lanes of one screen share; all of it outlives them.
struct SharedParts {
    const Content& content;
    MakeMechanic make_mechanic;
    Planner& planner;
    JournalWriter& writer;
    ClassRoom& class_room;
    PromptQueue& prompts;
    Random& random;
    Random& ids;
    const Uuid& session;
    const UtcMilliseconds& now;
    Movement movement = Movement::full;
    const Season& season;
};

/// What a child sees while the disk does not take its answers: Mirabelle waits under an umbrella.
void draw_trouble(Canvas& canvas, const Content& content, Size area, Season season);

class Play;

class Lane {
  public:
    /// `area` in mm of the screen; `reach` in mm above its bottom edge.
    Lane(const SharedParts& shared, int number, Rect area, double reach);
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;
    ~Lane();

    Rect area() const { return area_; }
    void touch(const Touch& touch); ///< mm of the screen
    void press_switch();
    void tick();
    /// Where the scene wants to go, once.
    std::optional<NextScreen> take_next();
    void go_to(const NextScreen& next);
    void draw(Canvas& canvas, Rect screen) const;
    void resize(Rect area, double reach);
    Pace pace() const;

    const Screen& screen() const { return *screen_; }
    /// The scene when it is a round of questions, for the teacher who steers it; nothing elsewhere.
    Play* play() const { return play_; }
    /// The teacher sends the lane there: at once, or when the disk knows the children of the class.
    void order(const NextScreen& next);
    void hush() { speaker_.hush(); }
    /// The class room's list has changed; a lane whose child has gone asks who is here.
    void move_children(const MovedChildren& moved);
    /// mm of the lane to mm of the screen
    Point on_screen(Point in_lane) const { return in_lane + Point{area_.x, area_.y}; }

  private:
    void follow_order();

    Rect area_;
    LaneSpeaker speaker_;
    LaneParts parts_;
    std::array<PictureId, all_seasons.size()> days_{}, evenings_{}; ///< the world in each season
    bool trouble_ = false; ///< the disk does not take what was answered
    std::unique_ptr<Screen> screen_;
    Play* play_ = nullptr;              ///< the scene, when it is one
    std::optional<NextScreen> ordered_; ///< where the lane is sent before its scene goes on
};

} // namespace mirabelle
