#include "engine/app.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Milliseconds longest_frame = 1000;
constexpr Milliseconds retry_interval = 2000; // while the disk takes nothing
constexpr Milliseconds whole_day = 24 * 60 * 60 * 1000;
constexpr double hedge_share = 0.035; // of a lane's shorter side
constexpr double hedge_aspect = 8;    // height to width of its picture
constexpr double pause_share = 0.3;   // of a lane's shorter side
constexpr double pause_dims = 0.45;
constexpr double waiting_dims = 0.32; // a lane whose turn it is not
constexpr double widest_inset = 0.5;  // of the screen's height: children need the rest

SessionMode mode_for(int lanes) { return lanes > 1 ? SessionMode::board : SessionMode::tablet; }

} // namespace

App::App(const AppParts& parts, const AppSettings& settings)
    : parts_(parts),
      settings_(settings),
      now_(settings.now),
      random_(settings.seed),
      ids_(settings.id_seed),
      planner_({parts.content, parts.activities, parts.journal, now_, settings.day_offset}),
      class_room_(parts.content, parts.journal, settings.band, ids_, settings.session_minutes),
      board_(parts.content, class_room_, planner_, random_),
      prompts_(parts.audio, parts.content.voices()),
      session_(parts.journal.begin_session(parts.content.version(), mode_for(settings.lanes), settings.now)),
      hedge_(parts.content.picture("hedge")),
      pause_(parts.content.picture("pause")) {
    begin_day_if_new();
    committed_.reserve(64);
    lay_lanes();
}

App::~App() {
    lanes_.clear();
    parts_.writer.submit(SessionEnd{session_.id, now_});
    parts_.writer.flush();
}

/// A session tells whether a tablet or a display was used: more lanes, or fewer, may begin another.
void App::begin_other_session() {
    if (mode_for(settings_.lanes) == session_.mode)
        return;
    try {
        const Session next =
            parts_.journal.begin_session(parts_.content.version(), mode_for(settings_.lanes), now_);
        parts_.writer.submit(SessionEnd{session_.id, now_});
        session_ = next;
    } catch (const JournalError&) {
        // A failing disk must not stop the children: their answers stay in the session that is open.
    }
}

double App::top_inset() const { return std::min(top_inset_, settings_.screen.height * widest_inset); }

Rect App::lane_area(std::size_t lane) const {
    const double width = settings_.screen.width / settings_.lanes;
    return {width * static_cast<double>(lane), 0, width, settings_.screen.height};
}

double App::reach() const {
    return top_inset() > 0 ? std::min(settings_.reach, settings_.screen.height - top_inset())
                           : settings_.reach;
}

void App::lay_lanes() {
    const SharedParts shared{
        parts_.content, parts_.make_mechanic, planner_, parts_.writer,      class_room_, prompts_, random_,
        ids_,           session_.id,          now_,     settings_.movement, season_};
    for (int number = 0; number < settings_.lanes; ++number)
        lanes_.push_back(
            std::make_unique<Lane>(shared, number, lane_area(static_cast<std::size_t>(number)), reach()));
}

void App::resize(Size screen) {
    settings_.screen = screen;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
        lanes_[lane]->resize(lane_area(lane), reach());
    if (paused_)
        hush_all(); // what is asked anew is said when play goes on
}

void App::begin_day_if_new() {
    if (class_room_.is_today(now_))
        return;
    const UtcMilliseconds local = now_ + settings_.day_offset;
    const UtcMilliseconds from = local - ((local % whole_day) + whole_day) % whole_day - settings_.day_offset;
    class_room_.begin_day(from, from + whole_day);
    season_ = season_of(local);
}

void App::touch(const Touch& touch) {
    if (paused_ || !std::isfinite(touch.at.x) || !std::isfinite(touch.at.y))
        return;
    const auto known = std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& finger) {
        return finger.down && finger.id == touch.finger;
    });
    if (touch.phase != TouchPhase::down) {
        if (known == fingers_.end())
            return;
        // A finger belongs to the lane it came down in, wherever it wanders.
        known->down = touch.phase == TouchPhase::move;
        lanes_[known->lane]->touch(touch);
        return;
    }
    const auto free = known != fingers_.end()
                          ? known
                          : std::find_if(fingers_.begin(), fingers_.end(),
                                         [](const Finger& finger) { return !finger.down; });
    if (free == fingers_.end() || touch.at.y < top_inset())
        return;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
        if (lanes_[lane]->area().contains(touch.at)) {
            *free = {touch.finger, lane, true, touch.at};
            lanes_[lane]->touch(touch);
            return;
        }
}

void App::press_switch(SwitchKey key) {
    if (paused_)
        return;
    // A child who plays comes before one who has yet to sit down.
    for (const bool seated : {true, false}) {
        Lane* pressed = nullptr;
        for (const auto& lane : lanes_)
            if (lane->screen().scans() && lane->screen().player().has_value() == seated &&
                (pressed == nullptr || key == SwitchKey::second))
                pressed = lane.get();
        if (pressed != nullptr)
            return pressed->press_switch();
    }
}

void App::advance(Milliseconds passed) {
    passed = std::max<Milliseconds>(passed, 0);
    now_ += passed;
    owed_ = std::min(owed_ + passed, longest_frame);
    for (; owed_ >= tick_length; owed_ -= tick_length)
        tick();
}

void App::try_disk_again() {
    const bool trouble = parts_.writer.state().failure.has_value() || !class_room_.is_settled();
    in_trouble_ = trouble ? in_trouble_ + tick_length : 0;
    if (in_trouble_ == 0 || in_trouble_ % retry_interval != 0)
        return;
    class_room_.settle();
    parts_.writer.flush();
}

void App::tick() {
    begin_day_if_new();
    try_disk_again();
    if (!paused_) {
        prompts_.tick();
        for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
            lanes_[lane]->tick();
            if (const auto next = lanes_[lane]->take_next())
                lanes_[lane]->go_to(board_.lead(*lanes_[lane], lane, *next));
        }
        board_.tick(lanes_);
    }
    committed_.clear();
    parts_.writer.take_committed(committed_);
}

Pace App::pace() const {
    Pace fastest = Pace::still;
    if (paused_)
        return fastest;
    for (const auto& lane : lanes_)
        fastest = std::max(fastest, lane->pace());
    return fastest;
}

void App::draw(Canvas& canvas) const {
    const Rect screen{0, 0, settings_.screen.width, settings_.screen.height};
    for (const auto& lane : lanes_)
        lane->draw(canvas, screen);
    const Rect play{0, top_inset(), screen.width, screen.height - top_inset()};
    canvas.set_area({0, 0}, play);
    for (const auto& lane : lanes_)
        if (lane->play() != nullptr && lane->play()->waits())
            canvas.card(lane->area(), 0, faded(palette::ink, waiting_dims));
    for (std::size_t lane = 1; lane < lanes_.size(); ++lane) {
        const double width = std::max(lanes_[lane]->area().shorter_side() * hedge_share, 4.0);
        const double height = width * hedge_aspect;
        for (double y = screen.height; y > play.y; y -= height * 0.99) // a hair of overlap hides the seams
            canvas.picture(hedge_, {lanes_[lane]->area().x - width / 2, y - height, width, height});
    }
    if (paused_)
        draw_pause(canvas, play);
    canvas.set_area({0, 0}, screen);
    if (play.y > 0)
        canvas.card({0, 0, screen.width, play.y}, 0, palette::paper);
}

void App::draw_pause(Canvas& canvas, Rect play) const {
    canvas.card(play, 0, faded(palette::ink, pause_dims));
    for (const auto& lane : lanes_)
        canvas.picture(pause_, square_on(lane->area().centre(), lane->area().shorter_side() * pause_share));
}

} // namespace mirabelle
