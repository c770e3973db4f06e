// Pairs: touch two cards that belong together, until all are found. Hidden cards show their faces while they
// are turned; there a pair is wrong only where the partner had been seen before.
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/pairs_scene.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr double paled = 0.4;
constexpr Milliseconds looked_at = 1400; // two that do not belong together, before they are turned again
constexpr Milliseconds between_cards = 800;

class PairsMechanic final : public Mechanic {
  public:
    PairsMechanic(const MechanicParts& parts, const Pairs& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          speaker_(parts.speaker),
          scene_(parts.content, parts.stage, parts.exercise.pieces.size()) {
        for (const Rect& box : scene_.cards())
            cards_.push_back({PieceView(box, stage_.access.movement), task.cards == Cards::open});
        seen_.assign(cards_.size(), task.cards == Cards::open);
    }

    TouchUse finger_down(Point at) override {
        for (std::size_t i = 0; i < cards_.size(); ++i)
            if (!cards_[i].found && cards_[i].view.home().grown(stage_.sizes.margin).contains(at)) {
                take(i);
                return TouchUse::tapped;
            }
        return TouchUse::nothing;
    }

    void tick() override {
        now_ += tick_length;
        for (Card& card : cards_) {
            card.view.tick();
            card.turning.tick();
        }
        if (turn_back_at_ && now_ >= *turn_back_at_)
            turn_back();
    }

    void draw_scenery(Canvas& canvas) const override { scene_.draw_blanket(canvas); }

    void draw(Canvas& canvas) const override {
        for (std::size_t i = 0; i < cards_.size(); ++i)
            scene_.draw_card(canvas, cards_[i], exercise_.pieces[i].face,
                             taken_ == i ? PairsScene::Lit::taken
                             : glows(i)  ? PairsScene::Lit::shown
                                         : PairsScene::Lit::no);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices) {
            for (Card& card : cards_)
                card.turn(true);
            task_.cards = Cards::open;
            turn_back_at_.reset();
            seen_.assign(cards_.size(), true);
            // Two pairs are left; which of them is taken stays.
            for (std::size_t i = 0; i < cards_.size() && unfound() > 4; ++i)
                if (!cards_[i].found && taken_ != i && taken_ != task_.partner[i])
                    find(i);
        }
        glowing_ = glowing_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override {
        return turn_back_at_ || std::any_of(cards_.begin(), cards_.end(), [](const Card& card) {
                   return card.view.moving() || card.turning.running();
               });
    }

    Rect settled() const override { return cards_[last_].view.home(); }

    Gesture solution() const override {
        Gesture gesture;
        if (taken_)
            add_card(gesture, task_.partner[*taken_]);
        for (std::size_t i = 0; i < cards_.size(); ++i)
            if (!cards_[i].found && i < task_.partner[i] && taken_ != i && taken_ != task_.partner[i]) {
                add_card(gesture, i);
                add_card(gesture, task_.partner[i]);
            }
        return gesture;
    }

    Gesture mistake(Random& random) const override {
        Gesture gesture;
        std::vector<std::size_t> left;
        for (std::size_t i = 0; i < cards_.size(); ++i)
            if (!cards_[i].found)
                left.push_back(i);
        if (left.size() < 4)
            return gesture; // the last pair cannot be missed
        const std::size_t first = taken_.value_or(random.pick(left));
        const std::size_t partner = task_.partner[first];
        const auto other = [&] {
            std::size_t found = first;
            while (found == first || found == partner)
                found = random.pick(left);
            return found;
        };
        if (!taken_)
            add_card(gesture, first);
        add_card(gesture, other());
        if (!seen_[partner]) { // now it has been seen, and is forgotten
            add_card(gesture, partner, looked_at);
            add_card(gesture, other());
        }
        return gesture;
    }

    Gesture hint() const override {
        Gesture gesture;
        for (std::size_t i = 0, shown = 0; i < cards_.size() && shown < 2; ++i)
            if (!cards_[i].found) {
                const Rect home = cards_[i].view.home();
                add_tap(gesture, home.centre() + Point{0, home.height * 0.3}, 700);
                ++shown;
            }
        return gesture;
    }

    std::vector<Target> targets() const override {
        std::vector<Target> felt;
        for (const Card& card : cards_)
            if (!card.found)
                felt.push_back({card.view.home(), Target::Kind::piece});
        return felt;
    }

  private:
    void add_card(Gesture& gesture, std::size_t i, Milliseconds more = 0) const {
        add_tap(gesture, cards_[i].view.home().centre(), between_cards + more);
    }

    std::size_t unfound() const {
        return static_cast<std::size_t>(
            std::count_if(cards_.begin(), cards_.end(), [](const Card& card) { return !card.found; }));
    }
    std::optional<std::size_t> first_unfound() const {
        if (taken_)
            return taken_;
        for (std::size_t i = 0; i < cards_.size(); ++i)
            if (!cards_[i].found)
                return i;
        return std::nullopt;
    }

    /// Of the pair that is shown.
    bool glows(std::size_t i) const {
        const auto first = glowing_ ? first_unfound() : std::nullopt;
        return first && (i == *first || task_.partner[i] == *first);
    }

    void take(std::size_t i) {
        turn_back();
        speaker_.play(Sound::touch);
        if (exercise_.pieces[i].said != VoiceId{})
            speaker_.say({&exercise_.pieces[i].said, 1});
        cards_[i].turn(true);
        cards_[i].view.press();
        if (taken_ == i) {
            if (task_.cards == Cards::open)
                taken_.reset(); // laid down again
        } else if (!taken_) {
            taken_ = i;
        } else {
            compare(*std::exchange(taken_, std::nullopt), i);
        }
        seen_[i] = true;
    }

    void compare(std::size_t first, std::size_t second) {
        if (task_.partner[first] == second) {
            find(first);
            last_ = second;
            if (unfound() == 0)
                response_ = Response{exercise_.expected, true, {}};
            return;
        }
        const bool knew_better = seen_[task_.partner[first]];
        cards_[first].view.refuse();
        cards_[second].view.refuse();
        if (task_.cards == Cards::hidden) {
            turn_back_at_ = now_ + stage_.sizes.slow(looked_at);
            waiting_to_turn_ = {first, second};
        }
        if (knew_better)
            response_ = Response{exercise_.pieces[std::min(first, second)].label + "+" +
                                     exercise_.pieces[std::max(first, second)].label,
                                 false,
                                 {}};
    }

    void find(std::size_t i) {
        for (const std::size_t one : {i, task_.partner[i]}) {
            cards_[one].found = true;
            cards_[one].turn(true);
            cards_[one].view.shine();
            cards_[one].view.pale(paled);
        }
    }

    void turn_back() {
        if (!turn_back_at_)
            return;
        turn_back_at_.reset();
        for (const std::size_t i : waiting_to_turn_)
            if (!cards_[i].found)
                cards_[i].turn(false);
    }

    const Exercise& exercise_;
    const Stage& stage_;
    Pairs task_;
    Speaker& speaker_;
    PairsScene scene_;
    std::vector<Card> cards_;
    std::vector<bool> seen_;
    std::optional<std::size_t> taken_;
    std::array<std::size_t, 2> waiting_to_turn_{};
    std::optional<Milliseconds> turn_back_at_;
    std::size_t last_ = 0;
    bool glowing_ = false;
    Milliseconds now_ = 0;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_pairs(const MechanicParts& parts, const Pairs& task) {
    return std::make_unique<PairsMechanic>(parts, task);
}

} // namespace mirabelle
