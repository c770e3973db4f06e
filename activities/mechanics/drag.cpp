// Drag: bring pieces from the market table to the plate, then ring the bell. Tapping a piece and then the
// plate does the same as dragging it there.
#include "activities/mechanics/goods.h"
#include "activities/mechanics/market.h"
#include "activities/mechanics/mechanics.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double paled = 0.15;

class DragMechanic final : public Mechanic {
  public:
    DragMechanic(const MechanicParts& parts, const Drag& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          speaker_(parts.speaker),
          scene_(parts.content),
          market_(lay_market(parts.stage, parts.exercise.pieces.size())),
          bell_(market_.bell, stage_.access.movement) {
        for (const Rect& box : market_.pieces)
            things_.push_back({PieceView(box, stage_.access.movement)});
    }

    TouchUse finger_down(Point at) override {
        if (hovering_ &&
            distance(at, things_[*hovering_].view.rect().centre()) < stage_.sizes.lost_contact_distance)
            return hold(*std::exchange(hovering_, std::nullopt), at);
        if (bell_.home().grown(stage_.sizes.margin).contains(at)) {
            ring();
            return TouchUse::tapped;
        }
        if (selected_ && distance(at, market_.plate) <= stage_.sizes.margin) {
            put_on_plate(*std::exchange(selected_, std::nullopt));
            return TouchUse::tapped;
        }
        if (const auto found = goods_at(things_, at, stage_.sizes.margin)) {
            if (hovering_)
                send_home(*std::exchange(hovering_, std::nullopt));
            return hold(*found, at);
        }
        return TouchUse::nothing;
    }

    void finger_moved(Point at) override {
        if (held_) {
            travelled_ = std::max(travelled_, distance(at, grabbed_at_));
            things_[*held_].view.put(at - grip_);
        }
    }

    void finger_up(Point at) override {
        if (!held_)
            return;
        const std::size_t i = *std::exchange(held_, std::nullopt);
        if (travelled_ < stage_.sizes.tap_travel) {
            const bool select = !things_[i].slot.has_value();
            send_home(i);
            if (select)
                selected_ = i;
        } else if (distance(at - grip_, market_.plate) <= stage_.sizes.snap || market_.plate.contains(at)) {
            put_on_plate(i);
        } else {
            hovering_ = i;
            hovered_ = 0;
        }
    }

    void tick() override {
        for (Goods& thing : things_)
            thing.view.tick();
        bell_.tick();
        if (hovering_ && (hovered_ += tick_length) >= stage_.sizes.lost_contact)
            send_home(*std::exchange(hovering_, std::nullopt));
    }

    void draw_scenery(Canvas& canvas) const override { scene_.draw_stall(canvas, stage_, market_); }

    void draw(Canvas& canvas) const override {
        scene_.draw_plate(canvas, market_,
                          selected_ ? MarketScene::Plate::waiting : MarketScene::Plate::still);
        if (ghosts_)
            scene_.draw_wanted_places(canvas, market_, static_cast<std::size_t>(task_.count));
        scene_.draw_bell(canvas, bell_);
        for (std::size_t i = 0; i < things_.size(); ++i)
            if (held_ != i)
                draw_thing(canvas, i);
        if (held_)
            draw_thing(canvas, *held_);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices)
            for (std::size_t i = 0; i < things_.size(); ++i)
                if (!is_wanted(i) && !things_[i].slot && held_ != i) {
                    things_[i].offered = false;
                    things_[i].view.pale(paled);
                }
        ghosts_ = ghosts_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override {
        return hovering_ || bell_.moving() ||
               std::any_of(things_.begin(), things_.end(),
                           [](const Goods& thing) { return thing.view.moving(); });
    }

    Rect settled() const override { return market_.plate; }

    Gesture solution() const override { return bring(task_.count); }

    Gesture mistake(Random& random) const override {
        const int most =
            static_cast<int>(std::count_if(exercise_.pieces.begin(), exercise_.pieces.end(),
                                           [&](const Piece& piece) { return piece.label == task_.label; }));
        const bool one_more = task_.count < most && random.happens(0.6);
        return bring(one_more ? task_.count + 1 : task_.count - 1);
    }

    Gesture hint() const override {
        Gesture gesture;
        const Point from = things_.front().view.home().centre();
        add_drag(gesture, from, between(from, market_.plate.centre(), 0.8), 600);
        return gesture;
    }

    std::vector<Target> targets() const override {
        std::vector<Target> felt{{market_.plate, Target::Kind::place}, {bell_.home(), Target::Kind::control}};
        for (const Goods& thing : things_)
            if (thing.offered && !thing.slot)
                felt.push_back({thing.view.home(), Target::Kind::piece});
        return felt;
    }

    std::vector<SwitchStop> switch_stops() const override {
        auto stops = stops_of(things_, market_.side_on_plate);
        if (selected_)
            stops.insert(stops.begin(), tapped_stop(market_.plate));
        stops.push_back(tapped_stop(bell_.home()));
        return stops;
    }

  private:
    bool is_wanted(std::size_t i) const { return exercise_.pieces[i].label == task_.label; }

    TouchUse hold(std::size_t i, Point at) {
        held_ = i;
        selected_.reset();
        grabbed_at_ = at;
        travelled_ = 0;
        grip_ = at - things_[i].view.rect().centre();
        things_[i].view.press();
        speaker_.play(Sound::touch);
        return TouchUse::held;
    }

    void send_home(std::size_t i) {
        things_[i].slot.reset();
        things_[i].view.fly_to(things_[i].view.home().centre());
    }

    void put_on_plate(std::size_t i) {
        if (!things_[i].slot) {
            things_[i].slot = first_free_slot(things_);
            const std::size_t there = count_on_plate(things_);
            if (there <= task_.number_words.size())
                speaker_.say({&task_.number_words[there - 1], 1});
        }
        things_[i].view.fly_to(market_.slots[*things_[i].slot], 180);
        speaker_.play(Sound::touch);
    }

    void ring() {
        bell_.press();
        int wanted = 0;
        for (std::size_t i = 0; i < things_.size(); ++i)
            wanted += things_[i].slot && is_wanted(i) ? 1 : 0;
        const int others = static_cast<int>(count_on_plate(things_)) - wanted;
        Response response{std::to_string(wanted), wanted == task_.count && others == 0, {}};
        if (others > 0) {
            response.text += "+" + std::to_string(others);
            response.error = "wrong_object";
        }
        for (Goods& thing : things_)
            if (thing.slot)
                response.correct ? thing.view.shine() : thing.view.refuse();
        response_ = std::move(response);
    }

    /// From here to exactly `count` wanted pieces on the plate, and the bell.
    Gesture bring(int count) const {
        Gesture gesture;
        int there = 0;
        const bool half_way =
            selected_ && is_wanted(*selected_) && static_cast<int>(count_on_plate(things_)) < count;
        if (half_way && ++there > 0) // what is chosen already only needs the plate
            add_tap(gesture, market_.plate.centre());
        for (std::size_t i = 0; i < things_.size(); ++i) {
            if (!things_[i].slot)
                continue;
            if (!is_wanted(i) || there == count)
                add_drag(gesture, things_[i].view.rect().centre(), things_[i].view.home().centre());
            else
                ++there;
        }
        for (std::size_t i = 0; i < things_.size() && there < count; ++i)
            if (is_wanted(i) && !things_[i].slot && things_[i].offered && !(half_way && selected_ == i)) {
                add_drag(gesture, things_[i].view.home().centre(), market_.plate.centre());
                ++there;
            }
        add_tap(gesture, bell_.home().centre(), 700);
        return gesture;
    }

    void draw_thing(Canvas& canvas, std::size_t i) const {
        const Goods& thing = things_[i];
        scene_.draw_piece(canvas, thing.view, exercise_.pieces[i].face,
                          thing.slot && held_ != i ? market_.side_on_plate : thing.view.home().width,
                          selected_ == i ? MarketScene::Chosen::yes : MarketScene::Chosen::no);
    }

    const Exercise& exercise_;
    const Stage& stage_;
    Drag task_;
    Speaker& speaker_;
    MarketScene scene_;
    Market market_;
    PieceView bell_;
    std::vector<Goods> things_;
    std::optional<std::size_t> held_, selected_, hovering_;
    Milliseconds hovered_ = 0;
    Point grip_{}, grabbed_at_{};
    double travelled_ = 0;
    bool ghosts_ = false;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_drag(const MechanicParts& parts, const Drag& task) {
    return std::make_unique<DragMechanic>(parts, task);
}

} // namespace mirabelle
