// Order: bring pieces to the places of a row. A tap alone sends a piece to the first free place; tapping
// another place then, or dragging, puts it elsewhere; a piece that is tapped on its place goes home. Where
// somebody walks over the model, it is walked what the row says.
#include "activities/mechanics/carrying.h"
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/model_view.h"
#include "activities/mechanics/row_filling.h"
#include "activities/mechanics/row_scene.h"
#include "activities/mechanics/walker.h"
#include "engine/layout.h"

namespace mirabelle {

namespace {

constexpr double paled = 0.15;
constexpr Milliseconds flight = 220; // to a place

class OrderMechanic final : public Mechanic {
  public:
    OrderMechanic(const MechanicParts& parts, const Order& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          speaker_(parts.speaker),
          scene_(parts.content, parts.stage, task, parts.exercise.pieces.size()),
          model_(parts.content, task.model, scene_.model(), ModelView::Look::card,
                 parts.stage.access.movement),
          row_(exercise_, task_, scene_.places()),
          carrying_(stage_.sizes) {
        for (const Rect& box : scene_.pieces())
            row_.things.push_back({PieceView(box, stage_.access.movement)});
        if (task_.walk)
            walker_.emplace(*task_.walk, model_.face_box(0), stage_);
    }

    TouchUse finger_down(Point at) override {
        if (walker_ && walker_->give_up())
            clear_row();
        if (const auto i = carrying_.hovering(); i && carrying_.comes_back(at, thing(*i).view))
            return hold(*i, at);
        if (const auto found = row_.thing_at(at, stage_.sizes.margin)) {
            if (const auto other = carrying_.give_up())
                send_home(*other);
            return hold(*found, at);
        }
        // Whoever taps a piece and then a place means this place.
        const auto place = row_.place_near(at, stage_.sizes.margin);
        if (!place || !flown_)
            return TouchUse::nothing;
        put(*std::exchange(flown_, std::nullopt), *place);
        return TouchUse::tapped;
    }

    void finger_moved(Point at) override {
        if (const auto held = carrying_.held())
            carrying_.move(at, thing(*held).view);
    }

    void finger_up(Point at) override {
        const auto held = carrying_.let_go();
        if (!held)
            return;
        if (carrying_.was_tap())
            take_tap(*held);
        else if (const auto place = row_.place_near(at - carrying_.grip(), stage_.sizes.snap))
            put(*held, *place);
        else
            carrying_.hover(*held);
    }

    void tick() override {
        now_ += tick_length;
        model_.tick();
        if (walker_ && walker_->tick())
            clear_row();
        for (RowThing& one : row_.things)
            one.view.tick();
        if (const auto lost = carrying_.tick())
            send_home(*lost);
    }

    void asked(Milliseconds saying) override { model_.asked(saying); }

    void draw_scenery(Canvas& canvas) const override { scene_.draw_ground(canvas); }

    void draw(Canvas& canvas) const override {
        model_.draw(canvas);
        if (walker_)
            walker_->draw(canvas);
        for (std::size_t place = 0; place < task_.slots.size(); ++place)
            if (!task_.slots[place].given && !row_.thing_on(place))
                scene_.draw_wanting(canvas, place, ghosts_ ? row_.face_wanted(place) : nullptr);
        for (std::size_t i = 0; i < row_.things.size(); ++i)
            if (carrying_.held() != i)
                draw_thing(canvas, i);
        if (const auto held = carrying_.held())
            draw_thing(canvas, *held);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices) {
            model_.stay();
            const auto needless = row_.needless();
            for (const std::size_t i : needless)
                if (carrying_.held() != i && !thing(i).place) {
                    thing(i).offered = false;
                    thing(i).view.pale(paled);
                }
            // Where everything is needed, the first that is missing goes to its place.
            const auto first = needless.empty() ? row_.first_needed() : std::nullopt;
            if (first && !carrying_.held()) {
                put(*first, row_.open_places().front());
                thing(*first).kept = true;
            }
        }
        ghosts_ = ghosts_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override {
        return carrying_.hovering() || model_.moving() || row_.moving() || (walker_ && walker_->moving());
    }

    Rect settled() const override { return around(scene_.places()); }

    Gesture solution() const override { return row_.bring(row_.right()); }

    Gesture mistake(Random& random) const override {
        const auto plan = row_.wrong(random);
        return plan ? row_.bring(*plan) : Gesture{};
    }

    Gesture hint() const override { return row_.hint(); }

    std::vector<Target> targets() const override { return row_.targets(); }

    std::vector<SwitchStop> switch_stops() const override {
        return row_.stops(flown_ ? RowFilling::Free::can_be_taken : RowFilling::Free::passed_over);
    }

  private:
    RowThing& thing(std::size_t i) { return row_.things[i]; }

    TouchUse hold(std::size_t i, Point at) {
        if (!thing(i).view.rect().grown(stage_.sizes.margin).contains(at))
            thing(i).view.put(thing(i).view.home().centre()); // it was still on its way there
        carrying_.take(i, at, thing(i).view);
        speaker_.play(Sound::touch);
        if (exercise_.pieces[i].said != VoiceId{})
            speaker_.say({&exercise_.pieces[i].said, 1});
        return TouchUse::held;
    }

    void take_tap(std::size_t i) {
        const auto free = row_.first_free();
        if (!thing(i).place && free) {
            flown_ = i;
            put(i, *free);
        } else if (thing(i).place && now_ - thing(i).arrived < stage_.sizes.guard) {
            put(i, *thing(i).place); // a touch that was meant for what flew away
        } else {
            send_home(i);
        }
    }

    void send_home(std::size_t i) {
        thing(i).place.reset();
        thing(i).lies_on.reset();
        thing(i).view.fly_to(thing(i).view.home().centre());
        if (flown_ == i)
            flown_.reset();
    }
    void refuse(std::size_t i) {
        thing(i).view.refuse();
        send_home(i);
    }
    /// What was wrong goes home, now that it has been seen why.
    void clear_row() {
        for (std::size_t i = 0; i < row_.things.size(); ++i)
            if (thing(i).lies_on)
                refuse(i);
    }

    void put(std::size_t i, std::size_t place) {
        if (const auto other = row_.thing_on(place); other && other != i)
            send_home(*other);
        if (thing(i).place != place)
            thing(i).arrived = now_ + flight;
        thing(i).place = place;
        thing(i).lies_on.reset();
        thing(i).view.fly_to(scene_.on_place(place).centre(), flight);
        speaker_.play(Sound::touch);
        if (row_.full())
            answer();
    }

    /// Right ones stay, wrong ones go home; where it is walked, all from the first wrong one on, and later.
    void answer() {
        response_ = row_.response();
        const std::size_t sound = walker_ ? row_.first_wrong() : task_.slots.size();
        if (walker_)
            walker_->go(row_.labels(), sound);
        for (std::size_t i = 0; i < row_.things.size(); ++i) {
            const auto place = thing(i).place;
            if (!place)
                continue;
            if (row_.is_right(i, *place) && *place < sound) {
                thing(i).kept = true;
                thing(i).view.shine();
            } else if (walker_) {
                thing(i).place.reset();
                thing(i).lies_on = place;
            } else {
                refuse(i);
            }
        }
        flown_.reset();
    }

    void draw_thing(Canvas& canvas, std::size_t i) const {
        const RowThing& one = row_.things[i];
        const auto on = one.place ? one.place : one.lies_on;
        const double side = on && carrying_.held() != i ? scene_.on_place(*on).width : one.view.home().width;
        scene_.draw_piece(canvas, one.view, exercise_.pieces[i].face, side);
    }

    const Exercise& exercise_;
    const Stage& stage_;
    Order task_;
    Speaker& speaker_;
    RowScene scene_;
    ModelView model_;
    std::optional<Walker> walker_;
    RowFilling row_;
    Carrying carrying_;
    std::optional<std::size_t> flown_; ///< sent to a free place by the last tap
    Milliseconds now_ = 0;
    bool ghosts_ = false;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_order(const MechanicParts& parts, const Order& task) {
    return std::make_unique<OrderMechanic>(parts, task);
}

} // namespace mirabelle
