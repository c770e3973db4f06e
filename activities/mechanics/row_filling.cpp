#include "activities/mechanics/row_filling.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::size_t nearly_done = 2; // places left: to fill one of them would be the answer

} // namespace

std::optional<std::size_t> RowFilling::thing_on(std::size_t place) const {
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].place == place)
            return i;
    return std::nullopt;
}

std::vector<std::size_t> RowFilling::open_places() const {
    std::vector<std::size_t> open;
    for (std::size_t place = 0; place < task_.slots.size(); ++place) {
        const auto thing = thing_on(place);
        if (!task_.slots[place].given && !(thing && things[*thing].kept))
            open.push_back(place);
    }
    return open;
}

std::optional<std::size_t> RowFilling::first_free() const {
    for (const std::size_t place : open_places())
        if (!thing_on(place))
            return place;
    return std::nullopt;
}

std::vector<std::string> RowFilling::labels() const {
    std::vector<std::string> all;
    for (std::size_t place = 0; place < task_.slots.size(); ++place) {
        const auto thing = thing_on(place);
        all.push_back(thing ? label(*thing) : task_.slots[place].wanted);
    }
    return all;
}

std::string RowFilling::text() const {
    std::string text;
    for (const std::string& one : labels())
        text += (text.empty() ? "" : " ") + one;
    return text;
}

Response RowFilling::response() const {
    Response response{text(), false, {}};
    response.correct = response.text == exercise_.expected;
    if (!response.correct && error_for(exercise_, response.text) == nullptr)
        response.error = same_labels() ? "wrong_order" : "wrong_piece";
    return response;
}

std::size_t RowFilling::first_wrong() const {
    const auto all = labels();
    std::size_t place = 0;
    while (place < all.size() && all[place] == task_.slots[place].wanted)
        ++place;
    return place;
}

const Face* RowFilling::face_wanted(std::size_t place) const {
    for (const Piece& piece : exercise_.pieces)
        if (piece.label == task_.slots[place].wanted)
            return &piece.face;
    return nullptr;
}

bool RowFilling::moving() const {
    return std::any_of(things.begin(), things.end(),
                       [](const RowThing& thing) { return thing.view.moving(); });
}

bool RowFilling::same_labels() const {
    std::vector<std::string> there, wanted;
    for (std::size_t place = 0; place < task_.slots.size(); ++place)
        if (const auto thing = thing_on(place)) {
            there.push_back(label(*thing));
            wanted.push_back(task_.slots[place].wanted);
        }
    std::sort(there.begin(), there.end());
    std::sort(wanted.begin(), wanted.end());
    return there == wanted;
}

std::optional<std::size_t> RowFilling::thing_at(Point at, double margin) const {
    std::optional<std::size_t> nearest;
    double least = 0;
    for (std::size_t i = 0; i < things.size(); ++i) {
        const PieceView& view = things[i].view;
        const Rect home = view.home();
        Rect box = things[i].place ? places_[*things[i].place] : view.rect();
        // On its way home it is felt there already.
        if (!things[i].place && view.resting_place() == home.centre() && home.grown(margin).contains(at))
            box = home;
        const double away = distance(at, box.centre());
        const bool felt = things[i].offered && !things[i].kept && box.grown(margin).contains(at);
        if (felt && (!nearest || away < least)) {
            nearest = i;
            least = away;
        }
    }
    return nearest;
}

std::optional<std::size_t> RowFilling::place_near(Point at, double reach) const {
    std::optional<std::size_t> nearest;
    for (const std::size_t place : open_places()) {
        const double away = distance(at, places_[place]);
        if (away <= reach && (!nearest || away < distance(at, places_[*nearest])))
            nearest = place;
    }
    return nearest;
}

std::vector<Target> RowFilling::targets() const {
    std::vector<Target> felt;
    for (const std::size_t place : open_places())
        felt.push_back({places_[place], Target::Kind::place});
    for (const RowThing& thing : things)
        if (thing.offered && !thing.place)
            felt.push_back({thing.view.home(), Target::Kind::piece});
    return felt;
}

std::vector<SwitchStop> RowFilling::stops(Free free) const {
    std::vector<SwitchStop> stops;
    for (const RowThing& thing : things)
        if (thing.offered && !thing.place)
            stops.push_back(tapped_stop(thing.view.home()));
    for (const std::size_t place : open_places())
        if (thing_on(place) || free == Free::can_be_taken)
            stops.push_back(tapped_stop(places_[place]));
    return stops;
}

RowPlan RowFilling::right() const {
    RowPlan plan(task_.slots.size());
    std::vector<bool> used(things.size());
    const auto open = open_places();
    for (const std::size_t place : open)
        if (const auto thing = thing_on(place); thing && is_right(*thing, place)) {
            plan[place] = thing;
            used[*thing] = true;
        }
    for (const std::size_t place : open)
        for (std::size_t i = 0; i < things.size() && !plan[place]; ++i)
            if (!used[i] && things[i].offered && !things[i].kept && is_right(i, place)) {
                plan[place] = i;
                used[i] = true;
            }
    return plan;
}

std::optional<RowPlan> RowFilling::wrong(Random& random) const {
    constexpr int most_tries = 20;
    const auto open = open_places();
    std::vector<std::size_t> at_hand;
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].offered && !things[i].kept)
            at_hand.push_back(i);
    for (int tries = 0; tries < most_tries && at_hand.size() >= open.size(); ++tries) {
        random.shuffle(at_hand);
        RowPlan plan(task_.slots.size());
        bool wrong = false;
        for (std::size_t i = 0; i < open.size(); ++i) {
            plan[open[i]] = at_hand[i];
            wrong = wrong || !is_right(at_hand[i], open[i]);
        }
        if (wrong)
            return plan;
    }
    return std::nullopt;
}

Gesture RowFilling::bring(const RowPlan& plan) const {
    Gesture gesture;
    for (std::size_t i = 0; i < things.size(); ++i)
        if (const auto place = things[i].place; place && !things[i].kept && plan[*place] != i)
            add_tap(gesture, places_[*place].centre());
    for (std::size_t place = 0; place < plan.size(); ++place)
        if (plan[place] && things[*plan[place]].place != place)
            add_drag(gesture, things[*plan[place]].view.home().centre(), places_[place].centre());
    return gesture;
}

Gesture RowFilling::hint() const {
    Gesture gesture;
    const auto open = open_places();
    const auto first = std::find_if(things.begin(), things.end(),
                                    [](const RowThing& thing) { return thing.offered && !thing.place; });
    if (open.empty() || first == things.end())
        return gesture;
    const Point from = first->view.home().centre();
    add_drag(gesture, from, between(from, places_[open.front()].centre(), 0.8), 600);
    return gesture;
}

std::optional<std::size_t> RowFilling::first_needed() const {
    const auto open = open_places();
    return open.size() > nearly_done ? right()[open.front()] : std::nullopt;
}

std::vector<std::size_t> RowFilling::needless() const {
    const RowPlan plan = right();
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].offered && !things[i].kept && std::find(plan.begin(), plan.end(), i) == plan.end())
            left.push_back(i);
    return left;
}

} // namespace mirabelle
