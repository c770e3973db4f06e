#include "engine/pretend_class.h"

#include "engine/screens/play.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mirabelle {

namespace {

constexpr std::array<double, all_bands.size()> starting_ability{-1.5, -0.5, 0.6}; // logits, PS MS GS
constexpr double talent = 0.8;     // half the spread between children
constexpr double learning = 0.025; // logits an answer
constexpr double wants_to_hear_again = 0.04;
constexpr double misses = 0.03; // touches beside everything
constexpr double dreams = 0.01; // long enough for help to come
constexpr double leaves = 0.004;

double sure_of(double ability, double difficulty) { return 1 / (1 + std::exp(difficulty - ability)); }

const NamedTarget* find(const std::vector<NamedTarget>& targets, std::string_view start) {
    const auto found = std::find_if(targets.begin(), targets.end(), [&](const NamedTarget& target) {
        return target.name.rfind(start, 0) == 0;
    });
    return found == targets.end() ? nullptr : &*found;
}

Gesture tap(const NamedTarget* target) {
    Gesture gesture;
    if (target != nullptr)
        add_tap(gesture, target->where.centre());
    return gesture;
}

/// Whoever has played least and sits nowhere touches its portrait; when it stands on another page, the leaf.
Gesture arrive(const std::vector<NamedTarget>& targets, const ClassRoom& class_room) {
    std::optional<std::size_t> who;
    for (std::size_t child = 0; child < class_room.children().size(); ++child)
        if (!class_room.is_playing(child) && (!who || class_room.played(child) < class_room.played(*who)))
            who = child;
    if (!who)
        return {};
    const std::string name = "portrait " + std::to_string(*who + 1);
    const auto own = std::find_if(targets.begin(), targets.end(),
                                  [&](const NamedTarget& target) { return target.name == name; });
    return own != targets.end() ? tap(&*own) : tap(find(targets, "forth"));
}

} // namespace

double& PretendClass::ability(const Uuid& child, const std::string& activity, Band band) {
    const auto [place, is_new] = abilities_.try_emplace({child, activity}, 0.0);
    if (is_new)
        place->second = starting_ability[static_cast<std::size_t>(band)] + talent * (2 * random_.share() - 1);
    return place->second;
}

Gesture PretendClass::answer_question(const Play& play) {
    const Gesture right = play.answer();
    if (right.empty())
        return {};
    double& knows = ability(play.child().id, play.name(), play.child().band);
    const bool knows_it = random_.happens(sure_of(knows, play.question().exercise().difficulty));
    knows += learning;
    if (knows_it)
        return right;
    const Gesture wrong = play.mistake(random_);
    return wrong.empty() ? right : wrong;
}

Gesture PretendClass::decide(const Lane& lane, const ClassRoom& class_room) {
    const Screen& screen = lane.screen();
    const auto targets = screen.targets();
    if (screen.name() == "who_is_here")
        return arrive(targets, class_room);
    if (screen.name() == "calm_end")
        return tap(find(targets, "next"));
    if (screen.name() == "garden") {
        std::vector<const NamedTarget*> cards;
        for (const NamedTarget& target : targets)
            if (target.name.rfind("card", 0) == 0)
                cards.push_back(&target);
        return tap(random_.pick(cards));
    }
    if (random_.happens(leaves))
        return tap(find(targets, "door"));
    if (random_.happens(wants_to_hear_again))
        return tap(find(targets, "ear"));
    if (random_.happens(misses)) {
        Gesture beside;
        add_tap(beside,
                {lane.area().width * random_.share(), lane.area().height * (0.2 + 0.7 * random_.share())});
        return beside;
    }
    return answer_question(static_cast<const Play&>(screen));
}

void PretendClass::act(Seat& seat, App& app, std::size_t lane) {
    const Lane& at = *app.lanes()[lane];
    if (seat.finger.busy()) {
        seat.finger.tick(app, at);
        return;
    }
    if ((seat.rest -= tick_length) > 0)
        return;
    seat.rest = random_.happens(dreams) ? 20'000 : random_.between(500, 1800);
    // Each lane has fingers of its own.
    const auto finger = static_cast<FingerId>(static_cast<int>(lane + 1) * 1'000'000 + seat.next_contact++);
    seat.finger.start(decide(at, app.class_room()), finger);
}

void PretendClass::play(App& app, Milliseconds length, const std::function<void()>& each_tick) {
    std::vector<Seat> seats(app.lanes().size());
    for (Milliseconds now = 0; now < length; now += tick_length) {
        for (std::size_t lane = 0; lane < seats.size(); ++lane)
            act(seats[lane], app, lane);
        app.advance(tick_length);
        each_tick();
    }
}

} // namespace mirabelle
