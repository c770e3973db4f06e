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
};

/// What a child sees while the disk does not take its answers: Mirabelle waits under an umbrella.
void draw_trouble(Canvas& canvas, const Content& content, Size area);

class Lane {
  public:
    /// `area` in mm of the screen; `reach` in mm above its bottom edge.
    Lane(const SharedParts& shared, int number, Rect area, double reach);
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;
    ~Lane();

    Rect area() const { return area_; }
    void touch(const Touch& touch); ///< mm of the screen
    void tick();
    void draw(Canvas& canvas, Rect screen) const;
    void resize(Rect area, double reach);
    Pace pace() const;

    const Screen& screen() const { return *screen_; }
    /// mm of the lane to mm of the screen
    Point on_screen(Point in_lane) const { return in_lane + Point{area_.x, area_.y}; }

  private:
    void go_to(const NextScreen& next);

    Rect area_;
    LaneSpeaker speaker_;
    LaneParts parts_;
    PictureId day_, evening_, umbrella_;
    bool trouble_ = false; ///< the disk does not take what was answered
    std::unique_ptr<Screen> screen_;
};

} // namespace mirabelle
