#include "teacher/panel/replay_view.h"

#include "engine/motion.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace mirabelle {

namespace {

constexpr Milliseconds longest_frame = 100;
constexpr double finger_radius = 6; // mm

} // namespace

ReplayView::ReplayView(Desk& desk, const std::vector<Attempt>& answers, const FirstNames& names)
    : desk_(desk) {
    std::vector<KeptAnswer> kept;
    for (const Attempt& answer : answers)
        if (auto trace = desk_.journal.trace(answer.id))
            kept.push_back({answer, std::move(*trace), desk_.journal.content_version(answer.run)});
    kept_ = rebuild(kept, desk_.content, desk_.activities, desk_.make_mechanic, names);
    start();
}

ReplayView::~ReplayView() { desk_.speaker.hush(); }

void ReplayView::start() {
    desk_.speaker.hush();
    owed_ = played_ = 0;
    paused_ = false;
    if (kept_)
        replay_ = std::make_unique<Replay>(*kept_, desk_.content, desk_.make_mechanic, desk_.speaker);
}

void ReplayView::advance() {
    if (!moving())
        return;
    const auto passed = static_cast<Milliseconds>(ImGui::GetIO().DeltaTime * 1000);
    owed_ += std::min(passed, longest_frame) * speed_;
    for (; owed_ >= tick_length && !replay_->finished(); owed_ -= tick_length, played_ += tick_length)
        replay_->tick();
    static_cast<void>(replay_->take_answers());
}

void ReplayView::draw_scene(Canvas& canvas) const {
    canvas.backdrop(seasonal_picture(desk_.content, "world", kept_->stage.season), kept_->stage.lane);
    replay_->question().draw(canvas);
    // Where each finger lies now.
    std::map<FingerId, Point> down;
    for (const Touch& touch : kept_->touches) {
        if (touch.time > played_)
            break;
        if (touch.phase == TouchPhase::down ||
            (touch.phase == TouchPhase::move && down.count(touch.finger) > 0))
            down[touch.finger] = touch.at;
        else
            down.erase(touch.finger);
    }
    for (const auto& [finger, at] : down) {
        canvas.disc(at, finger_radius, faded(palette::plum, 0.35));
        canvas.disc(at, finger_radius * 0.45, faded(palette::plum, 0.8));
    }
}

void ReplayView::draw_controls(const Look& look) {
    const Words& words = desk_.words;
    if (replay_->finished() ? button(look, words("replay.again"), Icon::undo, Tone::strong)
        : paused_           ? button(look, words("replay.go_on"), Icon::play, Tone::strong)
                            : button(look, words("replay.pause"), Icon::pause, Tone::plain)) {
        if (replay_->finished())
            start();
        else
            paused_ = !paused_;
    }
    ImGui::SameLine();
    const std::array speeds{words("replay.speed_1"), words("replay.speed_4")};
    if (const int tap = choices(look, "speed", speeds, speed_ == 1 ? 0 : 1); tap >= 0)
        speed_ = tap == 0 ? 1 : 4;
    ImGui::SameLine();
    progress_bar(look,
                 static_cast<double>(played_) / static_cast<double>(std::max<Milliseconds>(kept_->length, 1)),
                 ImGui::GetContentRegionAvail().x);
}

void ReplayView::draw(const Look& look) {
    if (button(look, desk_.words("replay.back"), Icon::back, Tone::quiet))
        closed_ = true;
    if (!possible()) {
        say_wrapped(look, Type::heading, desk_.words("replay.impossible"), look.pixels(700),
                    panel_colour::quiet);
        return;
    }
    advance();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const Size lane = kept_->stage.lane.size();
    const double scale = std::min(room.x / lane.width, (room.y - look.touch - look.gap) / lane.height);
    const auto width = static_cast<float>(std::floor(lane.width * scale));
    const auto height = static_cast<float>(std::floor(lane.height * scale));
    const ImTextureID picture =
        desk_.pictures.scene(lane, width, [this](Canvas& canvas) { draw_scene(canvas); });
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + (room.x - width) / 2);
    if (picture != nullptr)
        ImGui::Image(picture, {width, height});
    draw_controls(look);
}

} // namespace mirabelle
