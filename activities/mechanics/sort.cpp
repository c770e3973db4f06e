// Sort: bring things into baskets. Each is judged as it arrives; or all may be moved about until the bell
// rings. Tapping a piece and then a basket does the same as dragging it there.
#include "activities/mechanics/basket_filling.h"
#include "activities/mechanics/carrying.h"
#include "activities/mechanics/meadow.h"
#include "activities/mechanics/mechanics.h"
#include "engine/layout.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double paled = 0.15;
constexpr std::size_t left_to_do = 2; // things that a child with help still sorts

class SortMechanic final : public Mechanic {
  public:
    SortMechanic(const MechanicParts& parts, const Sort& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          speaker_(parts.speaker),
          scene_(parts.content, parts.stage, task, parts.exercise.pieces.size()),
          lot_(exercise_, task_, scene_),
          carrying_(stage_.sizes),
          bell_(scene_.bell().value_or(Rect{}), stage_.access.movement) {
        for (const Rect& box : scene_.pieces())
            lot_.things.push_back({PieceView(box, stage_.access.movement)});
    }

    TouchUse finger_down(Point at) override {
        if (const auto i = carrying_.hovering(); i && carrying_.comes_back(at, thing(*i).view))
            return hold(*i, at);
        if (scene_.bell() && scene_.bell()->grown(stage_.sizes.margin).contains(at)) {
            ring();
            return TouchUse::tapped;
        }
        const auto basket = lot_.basket_near(at, stage_.sizes.margin);
        if (basket && lot_.selected) {
            put(*std::exchange(lot_.selected, std::nullopt), *basket);
            return TouchUse::tapped;
        }
        if (const auto found = lot_.thing_at(at, stage_.sizes.margin)) {
            if (const auto other = carrying_.give_up())
                send_home(*other);
            return hold(*found, at);
        }
        if (!basket)
            return TouchUse::nothing;
        if (task_.baskets[*basket].said != VoiceId{})
            speaker_.say({&task_.baskets[*basket].said, 1});
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
        if (carrying_.was_tap()) {
            const bool select = !thing(*held).basket;
            send_home(*held);
            if (select)
                lot_.selected = *held;
        } else if (const auto basket = lot_.basket_near(at - carrying_.grip(), stage_.sizes.snap)) {
            put(*held, *basket);
        } else {
            carrying_.hover(*held);
        }
    }

    void tick() override {
        for (SortedThing& one : lot_.things)
            one.view.tick();
        bell_.tick();
        if (const auto lost = carrying_.tick())
            send_home(*lost);
        if (glowing_)
            find_next();
    }

    void draw_scenery(Canvas& canvas) const override { scene_.draw_ground(canvas); }

    void draw(Canvas& canvas) const override {
        for (std::size_t basket = 0; basket < task_.baskets.size(); ++basket) {
            const bool waits = glowing_ ? next_basket_ == basket : lot_.selected.has_value();
            scene_.draw_basket(canvas, basket, task_.baskets[basket].sign,
                               waits ? MeadowScene::Look::waiting : MeadowScene::Look::still);
        }
        if (scene_.bell())
            scene_.draw_bell(canvas, bell_);
        for (std::size_t i = 0; i < lot_.things.size(); ++i)
            if (carrying_.held() != i)
                draw_thing(canvas, i);
        if (const auto held = carrying_.held())
            draw_thing(canvas, *held);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices) {
            if (task_.check == SortCheck::each_piece)
                begin_for_the_child();
            const BasketPlan plan = lot_.right();
            for (std::size_t i = 0; i < lot_.things.size(); ++i)
                if (!thing(i).basket && carrying_.held() != i && !plan[i]) {
                    thing(i).offered = false;
                    thing(i).view.pale(paled);
                }
        }
        glowing_ = glowing_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override {
        return carrying_.hovering() || bell_.moving() ||
               std::any_of(lot_.things.begin(), lot_.things.end(),
                           [](const SortedThing& one) { return one.view.moving(); });
    }

    Rect settled() const override { return around(scene_.baskets()); }
    Gesture solution() const override { return lot_.bring(lot_.right()); }
    Gesture mistake(Random& random) const override {
        const auto plan = lot_.wrong(random);
        return plan ? lot_.bring(*plan) : Gesture{};
    }
    Gesture hint() const override { return lot_.hint(); }
    std::vector<Target> targets() const override { return lot_.targets(); }
    std::vector<SwitchStop> switch_stops() const override { return lot_.stops(); }

  private:
    SortedThing& thing(std::size_t i) { return lot_.things[i]; }

    TouchUse hold(std::size_t i, Point at) {
        lot_.selected.reset();
        carrying_.take(i, at, thing(i).view);
        speaker_.play(Sound::touch);
        if (exercise_.pieces[i].said != VoiceId{})
            speaker_.say({&exercise_.pieces[i].said, 1});
        return TouchUse::held;
    }

    void send_home(std::size_t i) {
        thing(i).basket.reset();
        thing(i).view.fly_to(thing(i).view.home().centre());
    }

    void lay_into(std::size_t i, std::size_t basket) {
        if (thing(i).basket != basket) {
            thing(i).basket.reset();
            thing(i).place = lot_.first_free_place(basket);
            thing(i).basket = basket;
        }
        thing(i).view.fly_to(scene_.in_basket(basket, thing(i).place).centre(), 220);
    }

    void put(std::size_t i, std::size_t basket) {
        speaker_.play(Sound::touch);
        if (task_.check == SortCheck::at_bell) {
            lay_into(i, basket);
            return;
        }
        if (!lot_.wants(basket, i)) {
            Response response{lot_.label(i) + ">" + task_.baskets[basket].label, false, {}};
            if (error_for(exercise_, response.text) == nullptr)
                response.error = "wrong_basket";
            thing(i).view.refuse();
            send_home(i);
            response_ = std::move(response);
            return;
        }
        lay_into(i, basket);
        thing(i).kept = true;
        thing(i).view.shine();
        if (const std::string text = lot_.text(); text == exercise_.expected)
            response_ = Response{text, true, {}};
    }

    /// After a wrong answer all stays where it is, to be put right.
    void ring() {
        bell_.press();
        Response response{lot_.text(), false, {}};
        response.correct = response.text == exercise_.expected;
        if (!response.correct && error_for(exercise_, response.text) == nullptr)
            response.error = lot_.fault();
        for (SortedThing& one : lot_.things)
            if (one.basket)
                response.correct ? one.view.shine() : one.view.refuse();
        response_ = std::move(response);
    }

    /// All but a few things go where they belong.
    void begin_for_the_child() {
        const BasketPlan plan = lot_.right();
        std::size_t left = 0;
        for (std::size_t i = 0; i < lot_.things.size(); ++i) {
            if (!plan[i] || thing(i).kept || carrying_.held() == i || ++left <= left_to_do)
                continue;
            lay_into(i, *plan[i]);
            thing(i).kept = true;
            if (lot_.selected == i)
                lot_.selected.reset();
        }
    }

    /// What glows: something that is not yet where it belongs, and its basket.
    void find_next() {
        const BasketPlan plan = lot_.right();
        next_ = lot_.selected;
        for (std::size_t i = 0; i < lot_.things.size() && !next_; ++i)
            if (plan[i] && plan[i] != thing(i).basket)
                next_ = i;
        next_basket_ = next_ ? plan[*next_] : std::nullopt;
    }

    void draw_thing(Canvas& canvas, std::size_t i) const {
        const SortedThing& one = lot_.things[i];
        const double side = carrying_.held() == i ? one.view.home().width : lot_.side_of(i);
        const bool chosen = lot_.selected == i || next_ == i;
        scene_.draw_piece(canvas, one.view, exercise_.pieces[i].face, side,
                          chosen ? MeadowScene::Chosen::yes : MeadowScene::Chosen::no);
    }

    const Exercise& exercise_;
    const Stage& stage_;
    Sort task_;
    Speaker& speaker_;
    MeadowScene scene_;
    BasketFilling lot_;
    Carrying carrying_;
    PieceView bell_;
    bool glowing_ = false;
    std::optional<std::size_t> next_, next_basket_; ///< what glows
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_sort(const MechanicParts& parts, const Sort& task) {
    return std::make_unique<SortMechanic>(parts, task);
}

} // namespace mirabelle
