// Tap-count: touch every thing on the blanket once, then the stone that says how many there are.
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/picnic.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double paled = 0.3;

class TapCountMechanic final : public Mechanic {
  public:
    TapCountMechanic(const MechanicParts& parts, const TapCount& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          speaker_(parts.speaker),
          already_(parts.content.voice("you_touched_it_already")),
          picnic_(lay_picnic(parts.stage, task, parts.exercise.pieces.size())),
          scene_(parts.content, parts.stage, picnic_.cloth) {
        for (const Rect& box : picnic_.things)
            things_.push_back({PieceView(box, stage_.access.movement)});
        for (const Rect& box : picnic_.stones)
            stones_.push_back({PieceView(box, stage_.access.movement)});
    }

    TouchUse finger_down(Point at) override {
        for (Stone& stone : stones_)
            if (stone.offered && feels(stone.view, at)) {
                choose(static_cast<std::size_t>(&stone - stones_.data()));
                return TouchUse::tapped;
            }
        for (Thing& thing : things_)
            if (feels(thing.view, at)) {
                count(thing);
                return TouchUse::tapped;
            }
        return TouchUse::nothing;
    }

    void tick() override {
        now_ += tick_length;
        for (Thing& thing : things_)
            thing.view.tick();
        for (Stone& stone : stones_)
            stone.view.tick();
    }

    void draw_scenery(Canvas& canvas) const override { scene_.draw_ground(canvas); }

    void draw(Canvas& canvas) const override {
        using Glow = PicnicScene::Glow;
        for (const Thing& thing : things_) {
            const bool marked = thing.counted && (task_.marks == Marks::stay || thing.view.moving());
            scene_.draw_thing(canvas, thing.view, exercise_.pieces.front().face,
                              marked ? Glow::on : Glow::off);
        }
        for (std::size_t i = 0; i < stones_.size(); ++i)
            scene_.draw_stone(canvas, stones_[i].view, task_.numerals[i].face,
                              glowing_ && i == task_.right ? Glow::on : Glow::off);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices) {
            std::size_t others = 0;
            for (std::size_t i = 0; i < stones_.size(); ++i)
                if (i != task_.right && stones_[i].offered && ++others > 1)
                    take_away(stones_[i]);
            task_.marks = Marks::stay;
        }
        glowing_ = glowing_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override {
        return std::any_of(things_.begin(), things_.end(),
                           [](const Thing& thing) { return thing.view.moving(); }) ||
               std::any_of(stones_.begin(), stones_.end(),
                           [](const Stone& stone) { return stone.view.moving(); });
    }

    Rect settled() const override { return stones_[task_.right].view.home(); }

    Gesture solution() const override {
        Gesture gesture;
        for (const Thing& thing : things_)
            if (!thing.counted)
                add_tap(gesture, thing.view.home().centre(), 750); // at the pace of the spoken numbers
        add_tap(gesture, stones_[task_.right].view.home().centre(), 900);
        return gesture;
    }

    Gesture mistake(Random& random) const override {
        std::vector<const Stone*> wrong;
        for (const Stone& stone : stones_)
            if (stone.offered && &stone != &stones_[task_.right])
                wrong.push_back(&stone);
        Gesture gesture;
        if (wrong.empty())
            return gesture;
        for (const Thing& thing : things_)
            if (random.happens(0.7))
                add_tap(gesture, thing.view.home().centre(), 500);
        add_tap(gesture, random.pick(wrong)->view.home().centre(), 600);
        return gesture;
    }

    Gesture hint() const override {
        Gesture gesture;
        for (std::size_t i = 0; i < std::min<std::size_t>(2, things_.size()); ++i)
            add_tap(gesture, things_[i].view.home().centre(), 700);
        return gesture;
    }

    std::vector<Target> targets() const override {
        std::vector<Target> felt;
        for (const Thing& thing : things_)
            felt.push_back({thing.view.home(), Target::Kind::piece});
        for (const Stone& stone : stones_)
            if (stone.offered)
                felt.push_back({stone.view.home(), Target::Kind::piece});
        return felt;
    }

    std::vector<SwitchStop> switch_stops() const override {
        // What stays marked need not be passed again; what does not is the child's to remember.
        std::vector<SwitchStop> stops;
        for (const Thing& thing : things_)
            if (!thing.counted || task_.marks == Marks::vanish)
                stops.push_back(tapped_stop(thing.view.home()));
        for (const Stone& stone : stones_)
            if (stone.offered)
                stops.push_back(tapped_stop(stone.view.home()));
        return stops;
    }

  private:
    struct Thing {
        PieceView view;
        bool counted = false;
        std::optional<Milliseconds> touched{};
    };
    struct Stone {
        PieceView view;
        bool offered = true;
    };

    bool feels(const PieceView& view, Point at) const {
        return view.home().grown(stage_.sizes.margin).contains(at);
    }

    void count(Thing& thing) {
        if (thing.touched && now_ - *thing.touched < stage_.sizes.bounce)
            return; // a finger that trembles does not count twice
        thing.touched = now_;
        if (thing.counted) {
            counted_twice_ = true;
            thing.view.refuse();
            if (task_.marks == Marks::stay) {
                speaker_.say({&already_, 1});
                return;
            }
        }
        thing.counted = true;
        thing.view.shine();
        speaker_.play(Sound::touch);
        if (said_ < task_.number_words.size())
            speaker_.say({&task_.number_words[said_++], 1});
        if (all_counted() && !counted_twice_)
            speaker_.say_next(task_.when_counted);
    }

    void choose(std::size_t chosen) {
        const bool correct = chosen == task_.right;
        Response response{task_.numerals[chosen].label, correct, {}};
        if (correct) {
            stones_[chosen].view.shine();
            for (Stone& stone : stones_)
                if (stone.offered && &stone != &stones_[chosen])
                    take_away(stone);
        } else {
            response.error = counted_twice_  ? "counted_twice"
                             : all_counted() ? "last_word_not_answer"
                                             : "skipped";
            stones_[chosen].view.refuse();
            take_away(stones_[chosen]);
            start_again();
        }
        response_ = std::move(response);
    }

    bool all_counted() const {
        return std::all_of(things_.begin(), things_.end(), [](const Thing& thing) { return thing.counted; });
    }

    /// After a wrong numeral everything waits to be counted anew.
    void start_again() {
        for (Thing& thing : things_)
            thing.counted = false;
        counted_twice_ = false;
        said_ = 0;
    }

    void take_away(Stone& stone) {
        stone.offered = false;
        stone.view.pale(paled);
    }

    const Exercise& exercise_;
    const Stage& stage_;
    TapCount task_;
    Speaker& speaker_;
    VoiceId already_;
    Picnic picnic_;
    PicnicScene scene_;
    std::vector<Thing> things_;
    std::vector<Stone> stones_;
    std::size_t said_ = 0;
    bool counted_twice_ = false;
    bool glowing_ = false;
    Milliseconds now_ = 0;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_tap_count(const MechanicParts& parts, const TapCount& task) {
    return std::make_unique<TapCountMechanic>(parts, task);
}

} // namespace mirabelle
