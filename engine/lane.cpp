#include "engine/lane.h"

#include "engine/mascot.h"
#include "engine/screens/calm_end.h"
#include "engine/screens/garden.h"
#include "engine/screens/play.h"
#include "engine/screens/who_is_here.h"

#include <utility>

namespace mirabelle {

namespace {

struct MakeScreen {
    const LaneParts& parts;
    std::unique_ptr<Screen> operator()(const ToWhoIsHere&) const {
        return std::make_unique<WhoIsHere>(parts);
    }
    std::unique_ptr<Screen> operator()(const ToGarden& to) const {
        // Who has played enough for today is told so gently, whichever way it came.
        if (!parts.class_room.has_played_enough(to.child))
            return std::make_unique<Garden>(parts, to);
        const bool leaf = to.with == ToGarden::With::leaf;
        return std::make_unique<CalmEnd>(parts,
                                         ToCalmEnd{to.child, ToCalmEnd::Because::time_up,
                                                   leaf ? ToCalmEnd::With::leaf : ToCalmEnd::With::nothing});
    }
    std::unique_ptr<Screen> operator()(const ToPlay& to) const { return std::make_unique<Play>(parts, to); }
    std::unique_ptr<Screen> operator()(const ToCalmEnd& to) const {
        return std::make_unique<CalmEnd>(parts, to);
    }
};

/// Where to go, when the children stand elsewhere in their list than they did.
struct MoveChild {
    const MovedChildren& moved;
    NextScreen operator()(const ToWhoIsHere& to) const { return to; }
    NextScreen operator()(const ToPlay& to) const {
        if (to.child && !moved[*to.child])
            return ToWhoIsHere{};
        ToPlay there = to;
        there.child = to.child ? moved[*to.child] : std::nullopt;
        return there;
    }
    template <typename To>
    NextScreen operator()(const To& to) const {
        if (!moved[to.child])
            return ToWhoIsHere{};
        To there = to;
        there.child = *moved[to.child];
        return there;
    }
};

/// As traces keep it: what is laid out from it can be laid out again exactly.
double kept(double mm) { return std::round(std::min(mm, 100'000.0) * 10) / 10; }
Size kept(Size size) { return {kept(size.width), kept(size.height)}; }

constexpr double waiting_share = 0.55; // of an area's shorter side
constexpr double waiting_ground = 0.9; // of its height: where she stands in the meadow

void draw_waiting_mascot(Canvas& canvas, const Content& content, Size area) {
    const double side = std::min(area.width, area.height) * waiting_share;
    const Rect where = square_on({area.width / 2, area.height * waiting_ground - side / 2}, side);
    Mascot(content, where, Movement::reduced, Mascot::Facing::right, MascotAct::sheltering).draw(canvas);
}

} // namespace

void draw_trouble(Canvas& canvas, const Content& content, Size area, Season season) {
    canvas.backdrop(seasonal_picture(content, "world", season), {0, 0, area.width, area.height});
    draw_waiting_mascot(canvas, content, area);
}

Lane::Lane(const SharedParts& shared, int number, Rect area, double reach)
    : area_(area),
      speaker_(shared.prompts, number),
      parts_{shared.content, shared.make_mechanic, shared.planner, shared.writer,   shared.class_room,
             speaker_,       shared.random,        shared.ids,     shared.session,  shared.now,
             number,         kept(area.size()),    kept(reach),    shared.movement, shared.season} {
    for (const Season season : all_seasons) {
        days_[static_cast<std::size_t>(season)] = seasonal_picture(shared.content, "world", season);
        evenings_[static_cast<std::size_t>(season)] =
            seasonal_picture(shared.content, "world", season, Light::evening);
    }
    go_to(ToWhoIsHere{});
}

Lane::~Lane() { screen_->close(); }

void Lane::go_to(const NextScreen& next) {
    screen_ = std::visit(MakeScreen{parts_}, next);
    play_ = dynamic_cast<Play*>(screen_.get());
}

void Lane::order(const NextScreen& next) {
    ordered_ = next;
    follow_order();
}

void Lane::follow_order() {
    if (ordered_ && parts_.class_room.is_settled())
        go_to(*std::exchange(ordered_, std::nullopt));
}

void Lane::move_children(const MovedChildren& moved) {
    const auto player = screen_->player();
    if (player && !moved[*player]) {
        if (play_ != nullptr) {
            play_->move_children(moved); // its time is no longer anybody's
            play_->end(RunEnding::stopped_by_teacher);
        }
        speaker_.hush();
        go_to(ToWhoIsHere{});
        return;
    }
    // Where it was about to go is told in the old places.
    if (const auto next = screen_->take_next())
        ordered_ = std::visit(MoveChild{moved}, *next);
    screen_->move_children(moved);
}

void Lane::resize(Rect area, double reach) {
    if (area == area_ && kept(reach) == parts_.reach)
        return;
    area_ = area;
    parts_.size = kept(area.size());
    parts_.reach = kept(reach);
    screen_->resize(parts_.size);
}

void Lane::touch(const Touch& touch) {
    if (trouble_)
        return;
    Touch inside = touch;
    inside.at = touch.at - Point{area_.x, area_.y};
    screen_->touch(inside);
}

void Lane::press_switch() {
    constexpr FingerId switch_finger{2'000'000}; // none that a device gives
    const Point before_the_lane{parts_.size.width / 2, parts_.size.height};
    for (const TouchPhase phase : {TouchPhase::down, TouchPhase::up})
        if (!trouble_ && screen_->scans())
            screen_->touch({0, switch_finger, phase, before_the_lane});
}

void Lane::tick() {
    trouble_ = parts_.writer.state().failure.has_value() || !parts_.class_room.is_settled();
    if (trouble_)
        return;
    follow_order();
    screen_->tick();
}

std::optional<NextScreen> Lane::take_next() { return trouble_ ? std::nullopt : screen_->take_next(); }

Pace Lane::pace() const { return trouble_ ? Pace::still : screen_->pace(); }

void Lane::draw(Canvas& canvas, Rect screen) const {
    canvas.set_area({area_.x, area_.y}, area_);
    const Rect world = screen.moved(Point{} - Point{area_.x, area_.y});
    const bool evening = !trouble_ && screen_->light() == Light::evening;
    canvas.backdrop((evening ? evenings_ : days_)[static_cast<std::size_t>(parts_.season)], world);
    if (trouble_) {
        draw_waiting_mascot(canvas, parts_.content, area_.size());
        return;
    }
    screen_->draw(canvas);
}

} // namespace mirabelle
