// Strip: put the snail on a path of numbers, where its number is or where it comes to. Dragging it there and
// touching the place do the same.
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/strip_scene.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double above_path = 0.55; // of its own side: the snail's middle, when it sits on a number

class StripMechanic final : public Mechanic {
  public:
    StripMechanic(const MechanicParts& parts, const Strip& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          speaker_(parts.speaker),
          scene_(parts.content, parts.stage, task),
          snail_(scene_.home(), stage_.access.movement) {
        snail_.put(resting_place());
    }

    TouchUse finger_down(Point at) override {
        if (!put_ && snail_.rect().grown(stage_.sizes.margin).contains(at) && !is_on_path(at)) {
            grip_ = at - snail_.rect().centre();
            grabbed_at_ = at;
            travelled_ = 0;
            held_ = true;
            snail_.press();
            speaker_.play(Sound::touch);
            return TouchUse::held;
        }
        if (!put_ && is_on_path(at)) {
            put_down(at);
            return TouchUse::tapped;
        }
        return TouchUse::nothing;
    }

    void finger_moved(Point at) override {
        if (!held_)
            return;
        travelled_ = std::max(travelled_, distance(at, grabbed_at_));
        snail_.put(at - grip_);
    }

    void finger_up(Point at) override {
        if (!std::exchange(held_, false))
            return;
        // Its foot counts, which the eye follows.
        const Point foot = at - grip_ + Point{0, above_path * scene_.home().height};
        const bool near = distance(foot, scene_.path()) <= stage_.sizes.snap || scene_.path().contains(at);
        if (travelled_ >= stage_.sizes.tap_travel && near)
            put_down(foot);
        else
            go_home();
    }

    void tick() override {
        snail_.tick();
        if (put_ && !correct_ && !snail_.moving()) {
            put_ = false;
            go_home();
        }
    }

    void draw_scenery(Canvas& canvas) const override { scene_.draw_ground(canvas); }

    void draw(Canvas& canvas) const override {
        scene_.draw_path(canvas, task_.marked, glowing_ ? std::optional(task_.target) : std::nullopt);
        scene_.draw_snail(canvas, snail_);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices) { // every number is marked, where there is room for it
            const int each = task_.last - task_.first > 12 ? 2 : 1;
            task_.marked.clear();
            for (int number = task_.first; number <= task_.last; number += each)
                task_.marked.push_back(number);
        }
        glowing_ = glowing_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override { return snail_.moving(); }

    Rect settled() const override { return square_on(snail_.resting_place(), scene_.home().width); }

    Gesture solution() const override { return bring_to(task_.target); }

    Gesture mistake(Random& random) const override {
        const double away = task_.tolerance + 0.9 + random.share();
        const bool up =
            task_.target + away <= task_.last && (random.happens(0.5) || task_.target - away < task_.first);
        return bring_to(up ? task_.target + away : task_.target - away);
    }

    Gesture hint() const override {
        Gesture gesture;
        const Point from = snail_.resting_place();
        if (task_.from) {
            add_tap(gesture, {from.x, scene_.path().centre().y}, 700);
            return gesture;
        }
        const Point to{from.x, scene_.path().y};
        add_drag(gesture, from, between(from, to, 0.8), 600);
        return gesture;
    }

    std::vector<Target> targets() const override {
        std::vector<Target> felt{{scene_.path(), Target::Kind::place}};
        if (!task_.from)
            felt.push_back({scene_.home(), Target::Kind::piece});
        return felt;
    }

    std::vector<SwitchStop> switch_stops() const override {
        // One stop for every number.
        std::vector<SwitchStop> stops;
        for (int number = task_.first; number <= task_.last; ++number) {
            SwitchStop stop = tapped_stop(scene_.around_number(number));
            stop.taking.clear();
            add_tap(stop.taking, {scene_.at(number).x, scene_.path().centre().y});
            stops.push_back(std::move(stop));
        }
        return stops;
    }

  private:
    bool is_on_path(Point at) const { return scene_.path().grown(stage_.sizes.margin).contains(at); }

    Point sitting_at(double number) const {
        return scene_.at(number) - Point{0, above_path * scene_.home().height};
    }
    Point resting_place() const { return task_.from ? sitting_at(*task_.from) : scene_.home().centre(); }
    void go_home() { snail_.fly_to(resting_place()); }

    void put_down(Point at) {
        const double number = scene_.number_at(at);
        correct_ = std::abs(number - task_.target) <= task_.tolerance;
        put_ = true;
        snail_.fly_to(sitting_at(correct_ ? task_.target : number), 360);
        speaker_.play(Sound::touch);
        if (correct_)
            snail_.shine();
        else
            snail_.refuse();
        response_ =
            Response{correct_ ? exercise_.expected : std::to_string(nearest_wrong(number)), correct_, {}};
    }

    /// The whole number it was put at, but never the right one.
    int nearest_wrong(double number) const {
        const int nearest = static_cast<int>(std::lround(number));
        if (std::to_string(nearest) != exercise_.expected)
            return nearest;
        return number < task_.target ? nearest - 1 : nearest + 1;
    }

    Gesture bring_to(double number) const {
        const double at =
            std::clamp(number, static_cast<double>(task_.first), static_cast<double>(task_.last));
        Gesture gesture;
        if (task_.from || stage_.access.scans())
            add_tap(gesture, {scene_.at(at).x, scene_.path().centre().y});
        else
            add_drag(gesture, snail_.resting_place(), sitting_at(at));
        return gesture;
    }

    const Exercise& exercise_;
    const Stage& stage_;
    Strip task_;
    Speaker& speaker_;
    StripScene scene_;
    PieceView snail_;
    bool held_ = false, put_ = false, correct_ = false, glowing_ = false;
    Point grip_{}, grabbed_at_{};
    double travelled_ = 0;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_strip(const MechanicParts& parts, const Strip& task) {
    return std::make_unique<StripMechanic>(parts, task);
}

} // namespace mirabelle
