// Trace: follow the strokes of a glyph on a slate, from the sunny point on; or write it alone.
#include "activities/mechanics/free_writing.h"
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/model_view.h"
#include "activities/mechanics/slate.h"
#include "engine/guided_trace.h"

#include <algorithm>
#include <utility>

namespace mirabelle {

namespace {

constexpr Milliseconds success_length = 700;
constexpr Milliseconds fault_length = 400;

std::string name_of_error(const TraceJudgement& judgement) {
    return std::string(judgement.remark == TraceRemark::mirror ? "written_mirrored"
                                                               : name_of(judgement.remark));
}

class TraceMechanic final : public Mechanic {
  public:
    TraceMechanic(const MechanicParts& parts, const Trace& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          guide_(task.guide),
          speaker_(parts.speaker),
          model_(parts.content, task.model, Slate::model_room(stage_, task), ModelView::Look::banner,
                 stage_.access.movement),
          slate_(parts.content, stage_, task),
          trace_(slate_.placed(task.glyph), slate_.corridor(), task.id.empty() ? slate_.corridor() : 0) {
        if (guide_ == TraceGuide::alone)
            free_.emplace(parts.content, stage_, task, trace_.strokes());
    }

    TouchUse finger_down(Point at) override {
        if (!slate_.surface().contains(at) || finished())
            return TouchUse::nothing;
        if (lifted_at_ && distance(at, *lifted_at_) <= stage_.sizes.lost_contact_distance) {
            lifted_at_.reset(); // it had only lost contact: the same line goes on
            finger_moved(at);
            return TouchUse::held;
        }
        lift();
        if (finished())
            return TouchUse::nothing;
        if (free_)
            free_->pen_down(at);
        else
            trace_.pen_down(at);
        speaker_.play(Sound::touch);
        look_for_response();
        return TouchUse::held;
    }

    void finger_moved(Point at) override {
        if (free_)
            free_->pen_moved(at);
        else
            trace_.pen_moved(at);
        look_for_response();
    }

    void finger_up(Point at) override {
        if (!(free_ ? free_->drawing() : trace_.drawing()))
            return;
        lifted_at_ = at;
        lifted_for_ = 0;
    }

    void asked(Milliseconds saying) override { model_.asked(saying); }

    void tick() override {
        model_.tick();
        if (lifted_at_ && (lifted_for_ += tick_length) >= stage_.sizes.lost_contact)
            lift();
        if (free_) {
            free_->tick();
            look_for_response();
        }
        success_.tick();
        fault_.tick();
    }

    void draw_scenery(Canvas& canvas) const override { slate_.draw(canvas); }

    void draw(Canvas& canvas) const override {
        model_.draw(canvas);
        // What matters now lies on top: first the strokes to come, then the one to follow.
        const auto& strokes = trace_.strokes();
        for (std::size_t i = strokes.size(); !free_ && i-- > trace_.stroke();)
            slate_.draw_path(canvas, strokes[i], guide_,
                             i == trace_.stroke() ? Slate::Turn::now : Slate::Turn::later);
        const double shine = success_.running() ? pulse(success_.share()) : 0;
        for (const Stroke& line : free_ ? free_->ink() : trace_.ink())
            slate_.draw_ink(canvas, line, mix(palette::mirabelle, palette::paper, shine));
        if (free_ || trace_.finished())
            return;
        const Stroke& stroke = strokes[trace_.stroke()];
        if (guide_ != TraceGuide::start_only || arrow_)
            slate_.draw_dots(canvas, stroke, trace_.progress());
        const double shake = fault_.running() && stage_.access.movement == Movement::full
                                 ? std::sin(fault_.share() * 12) * stage_.unit * (1 - fault_.share())
                                 : 0;
        slate_.draw_sun(canvas, trace_.next_point() + Point{shake, 0});
        if (trace_.progress() == 0)
            slate_.draw_arrow(canvas, stroke);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices) {
            guide_ = TraceGuide::wide_path;
            free_.reset(); // from here on along the path
        }
        arrow_ = arrow_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override {
        return model_.moving() || success_.running() || fault_.running() || lifted_at_ ||
               (free_ && free_->waiting());
    }

    Rect settled() const override { return slate_.surface(); }

    Gesture solution() const override {
        Gesture gesture;
        for (const Stroke& stroke : strokes_left())
            add_stroke(gesture, stroke, 500);
        return rested(std::move(gesture), trace_.strokes().size());
    }

    Gesture mistake(Random& random) const override {
        Gesture gesture;
        if (strokes_left().empty())
            return gesture;
        Stroke wrong = strokes_left().front();
        if (!free_ && random.happens(0.5)) {
            std::reverse(wrong.begin(), wrong.end());
        } else {
            const Rect area = slate_.surface().grown(-2);
            wrong = {{area.x, area.bottom()},
                     {area.right(), area.bottom()},
                     {area.right(), area.y},
                     {area.x, area.y},
                     {area.x, area.bottom()}};
            if (free_) // crossed out, or it would be an O
                wrong.insert(wrong.end(),
                             {{area.right(), area.y}, {area.x, area.y}, {area.right(), area.bottom()}});
        }
        add_stroke(gesture, wrong, 400);
        return rested(std::move(gesture), 1);
    }

    Gesture hint() const override {
        Gesture gesture;
        if (strokes_left().empty())
            return gesture;
        const Stroke& stroke = strokes_left().front();
        add_stroke(gesture, std::span(stroke).first(std::max<std::size_t>(2, stroke.size() / 3)), 500);
        return gesture;
    }

    std::vector<Target> targets() const override { return {{slate_.surface(), Target::Kind::place}}; }

    std::vector<SwitchStop> switch_stops() const override {
        // One switch cannot draw: each time it is pressed the hand draws the next stroke.
        if (strokes_left().empty())
            return {};
        Gesture gesture;
        add_stroke(gesture, strokes_left().front(), 500);
        return {{slate_.surface(), std::move(gesture)}};
    }

  private:
    bool finished() const { return free_ ? free_->finished() : trace_.finished(); }

    /// Where writing is judged as a whole, the hand rests until it is.
    Gesture rested(Gesture gesture, std::size_t lines) const {
        if (free_ && !gesture.empty())
            gesture.push_back({gesture.back().at + 2 * stage_.sizes.lost_contact + free_->patience(lines),
                               TouchPhase::up, gesture.back().point});
        return gesture;
    }

    std::span<const Stroke> strokes_left() const {
        return free_ ? free_->left_to_write() : std::span(trace_.strokes()).subspan(trace_.stroke());
    }

    /// The finger has really left the slate.
    void lift() {
        if (!std::exchange(lifted_at_, std::nullopt))
            return;
        if (free_)
            free_->pen_up();
        else
            trace_.pen_up();
        look_for_response();
    }

    void look_for_response() {
        if (const auto judgement = free_ ? free_->take_judgement() : std::nullopt) {
            if (!judgement->accepted)
                refuse(name_of_error(*judgement));
        } else if (const auto fault = trace_.take_fault()) {
            refuse(std::string(name_of(*fault)));
        }
        if (finished() && !response_ && !success_.running()) {
            success_.start(success_length);
            response_ = Response{exercise_.expected, true, {}};
        }
    }

    void refuse(const std::string& error) {
        fault_.start(fault_length);
        response_ = Response{error, false, error};
    }

    const Exercise& exercise_;
    const Stage& stage_;
    TraceGuide guide_;
    Speaker& speaker_;
    ModelView model_;
    Slate slate_;
    GuidedTrace trace_;
    std::optional<FreeWriting> free_; ///< while the child writes alone
    Motion success_, fault_;
    bool arrow_ = false;
    std::optional<Point> lifted_at_; ///< where a finger has lost contact; it may come back
    Milliseconds lifted_for_ = 0;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_trace(const MechanicParts& parts, const Trace& task) {
    return std::make_unique<TraceMechanic>(parts, task);
}

} // namespace mirabelle
