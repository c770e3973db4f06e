#include "engine/app.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Milliseconds longest_frame = 1000;
constexpr Milliseconds retry_interval = 2000; // while the disk takes nothing
constexpr Milliseconds day_length = 24 * 60 * 60 * 1000;
constexpr double hedge_share = 0.035; // of a lane's shorter side
constexpr double hedge_aspect = 8;    // height to width of its picture

} // namespace

App::App(const AppParts& parts, const AppSettings& settings)
    : parts_(parts),
      settings_(settings),
      now_(settings.now),
      random_(settings.seed),
      ids_(settings.id_seed),
      planner_(parts.content, parts.activities, parts.journal),
      class_room_(parts.content, parts.journal, settings.band, ids_),
      prompts_(parts.audio, parts.content.voices()),
      session_(parts.journal.begin_session(parts.content.version(),
                                           settings.lanes > 1 ? SessionMode::board : SessionMode::tablet,
                                           settings.now)),
      hedge_(parts.content.picture("hedge")) {
    begin_day_if_new();
    committed_.reserve(64);
    lay_lanes();
}

App::~App() {
    lanes_.clear();
    parts_.writer.submit(SessionEnd{session_.id, now_});
    parts_.writer.flush();
}

Rect App::lane_area(std::size_t lane) const {
    const double width = settings_.screen.width / settings_.lanes;
    return {width * static_cast<double>(lane), 0, width, settings_.screen.height};
}

void App::lay_lanes() {
    const SharedParts shared{
        parts_.content, parts_.make_mechanic, planner_, parts_.writer,     class_room_, prompts_, random_,
        ids_,           session_.id,          now_,     settings_.movement};
    for (int number = 0; number < settings_.lanes; ++number)
        lanes_.push_back(std::make_unique<Lane>(shared, number, lane_area(static_cast<std::size_t>(number)),
                                                settings_.reach));
}

void App::resize(Size screen) {
    settings_.screen = screen;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
        lanes_[lane]->resize(lane_area(lane), settings_.reach);
}

void App::begin_day_if_new() {
    if (class_room_.is_today(now_))
        return;
    const UtcMilliseconds local = now_ + settings_.day_offset;
    const UtcMilliseconds from =
        local - ((local % day_length) + day_length) % day_length - settings_.day_offset;
    class_room_.begin_day(from, from + day_length);
}

void App::touch(const Touch& touch) {
    if (!std::isfinite(touch.at.x) || !std::isfinite(touch.at.y))
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
    if (free == fingers_.end())
        return;
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane)
        if (lanes_[lane]->area().contains(touch.at)) {
            *free = {touch.finger, lane, true};
            lanes_[lane]->touch(touch);
            return;
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
    prompts_.tick();
    for (const auto& lane : lanes_)
        lane->tick();
    committed_.clear();
    parts_.writer.take_committed(committed_);
}

Pace App::pace() const {
    Pace fastest = Pace::still;
    for (const auto& lane : lanes_)
        fastest = std::max(fastest, lane->pace());
    return fastest;
}

void App::draw(Canvas& canvas) const {
    const Rect screen{0, 0, settings_.screen.width, settings_.screen.height};
    for (const auto& lane : lanes_)
        lane->draw(canvas, screen);
    canvas.set_area({0, 0}, screen);
    for (std::size_t lane = 1; lane < lanes_.size(); ++lane) {
        const double width = std::max(lanes_[lane]->area().shorter_side() * hedge_share, 4.0);
        const double height = width * hedge_aspect;
        for (double y = screen.height; y > 0; y -= height * 0.99) // a hair of overlap hides the seams
            canvas.picture(hedge_, {lanes_[lane]->area().x - width / 2, y - height, width, height});
    }
}

} // namespace mirabelle
