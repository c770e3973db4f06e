#include "activities/mechanics/basket_filling.h"

#include "engine/layout.h"
#include "engine/sort_text.h"

#include <algorithm>

namespace mirabelle {

bool BasketFilling::wants(std::size_t basket, std::size_t thing) const {
    const auto& wanted = task_.baskets[basket].wanted;
    auto missing = std::count(wanted.begin(), wanted.end(), label(thing));
    for (std::size_t i = 0; i < things.size(); ++i)
        if (i != thing && things[i].basket == basket && label(i) == label(thing))
            --missing;
    return missing > 0;
}

std::size_t BasketFilling::first_free_place(std::size_t basket) const {
    std::size_t place = 0;
    while (std::any_of(things.begin(), things.end(), [&](const SortedThing& thing) {
        return thing.basket == basket && thing.place == place;
    }))
        ++place;
    return place;
}

std::string BasketFilling::text() const {
    std::vector<std::vector<std::string>> contents(task_.baskets.size());
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].basket)
            contents[*things[i].basket].push_back(label(i));
    return sort_text(task_.baskets, std::move(contents));
}

std::string BasketFilling::fault() const {
    std::vector<int> shares(task_.baskets.size()), off(task_.baskets.size());
    for (const SortedThing& thing : things)
        if (thing.basket)
            ++shares[*thing.basket];
    for (std::size_t i = 0; i < shares.size(); ++i)
        off[i] = shares[i] - static_cast<int>(task_.baskets[i].wanted.size());
    // Where each basket wants another number of the same things, it is counted and not shared.
    const auto &first = task_.baskets.front().wanted, &last = task_.baskets.back().wanted;
    const bool counted = !first.empty() && !last.empty() && first.front() == last.front();
    if (counted && first.size() != last.size()) {
        const int most = *std::max_element(off.begin(), off.end());
        const int least = *std::min_element(off.begin(), off.end());
        return most == 1 ? "one_more" : most > 1 ? "too_many" : least == -1 ? "one_less" : "not_enough";
    }
    const bool equal =
        std::all_of(shares.begin(), shares.end(), [&](int share) { return share == shares.front(); });
    return equal ? "shares_left_over" : "unequal_shares";
}

std::optional<std::size_t> BasketFilling::thing_at(Point at, double margin) const {
    std::optional<std::size_t> nearest;
    double least = 0;
    for (std::size_t i = 0; i < things.size(); ++i) {
        const SortedThing& thing = things[i];
        const Rect box = square_on(thing.view.rect().centre(), side_of(i));
        const double away = distance(at, box.centre());
        // Those in a basket lie close together: there a finger means what it touches.
        if (thing.offered && !thing.kept && box.grown(thing.basket ? 0 : margin).contains(at) &&
            (!nearest || away < least)) {
            nearest = i;
            least = away;
        }
    }
    return nearest;
}

std::optional<std::size_t> BasketFilling::basket_near(Point at, double reach) const {
    std::optional<std::size_t> nearest;
    for (std::size_t basket = 0; basket < scene_.baskets().size(); ++basket) {
        const double away = distance(at, scene_.baskets()[basket]);
        if (away <= reach && (!nearest || away < distance(at, scene_.baskets()[*nearest])))
            nearest = basket;
    }
    return nearest;
}

double BasketFilling::side_of(std::size_t thing) const {
    const SortedThing& one = things[thing];
    return one.basket ? scene_.in_basket(*one.basket, one.place).width : one.view.home().width;
}

std::vector<Target> BasketFilling::targets() const {
    std::vector<Target> felt;
    for (const Rect& basket : scene_.baskets())
        felt.push_back({basket, Target::Kind::place});
    if (scene_.bell())
        felt.push_back({*scene_.bell(), Target::Kind::control});
    for (const SortedThing& thing : things)
        if (thing.offered && !thing.basket)
            felt.push_back({thing.view.home(), Target::Kind::piece});
    return felt;
}

std::vector<SwitchStop> BasketFilling::stops() const {
    std::vector<SwitchStop> stops;
    if (selected)
        for (const Rect& basket : scene_.baskets())
            stops.push_back(tapped_stop(basket));
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].offered && !things[i].kept && !(selected && things[i].basket))
            stops.push_back(tapped_stop(square_on(things[i].view.resting_place(), side_of(i))));
    if (scene_.bell())
        stops.push_back(tapped_stop(*scene_.bell()));
    return stops;
}

BasketPlan BasketFilling::right() const {
    BasketPlan plan(things.size());
    for (std::size_t basket = 0; basket < task_.baskets.size(); ++basket) {
        auto missing = task_.baskets[basket].wanted;
        const auto take = [&](std::size_t i) {
            const auto found = std::find(missing.begin(), missing.end(), label(i));
            if (plan[i] || found == missing.end())
                return;
            missing.erase(found);
            plan[i] = basket;
        };
        // What lies there already stays, as far as it belongs there.
        for (std::size_t i = 0; i < things.size(); ++i)
            if (things[i].basket == basket)
                take(i);
        for (std::size_t i = 0; i < things.size(); ++i)
            if (things[i].offered && !things[i].basket)
                take(i);
        for (std::size_t i = 0; i < things.size(); ++i)
            if (things[i].basket && things[i].basket != basket && !things[i].kept)
                take(i);
    }
    return plan;
}

std::optional<BasketPlan> BasketFilling::wrong(Random& random) const {
    std::vector<std::size_t> movable;
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].offered && !things[i].kept)
            movable.push_back(i);
    if (movable.empty())
        return std::nullopt;
    BasketPlan plan = right();
    const std::size_t i = random.pick(movable);
    const std::size_t count = task_.baskets.size();
    const std::size_t right_one = plan[i].value_or(count);
    if (task_.check == SortCheck::each_piece)
        std::fill(plan.begin(), plan.end(), std::nullopt);
    if (count == 1 && right_one == 0) { // there is no other basket: one is missing from it
        plan[i] = std::nullopt;
        return plan;
    }
    const auto other = random.below(static_cast<std::uint32_t>(right_one == count ? count : count - 1));
    plan[i] = other < right_one ? other : other + 1;
    return plan;
}

Gesture BasketFilling::bring(const BasketPlan& plan) const {
    Gesture gesture;
    const auto middle = [&](std::size_t basket) { return scene_.baskets()[basket].centre(); };
    if (selected && plan[*selected]) // what is chosen already only needs its basket
        add_tap(gesture, middle(*plan[*selected]));
    for (std::size_t i = 0; i < things.size(); ++i) {
        const SortedThing& thing = things[i];
        if (selected == i || thing.kept || plan[i] == thing.basket)
            continue;
        if (plan[i])
            add_drag(gesture, thing.view.resting_place(), middle(*plan[i]));
        else if (task_.check == SortCheck::at_bell)
            add_tap(gesture, thing.view.resting_place());
    }
    if (scene_.bell())
        add_tap(gesture, scene_.bell()->centre(), 700);
    return gesture;
}

Gesture BasketFilling::hint() const {
    Gesture gesture;
    const auto first = std::find_if(things.begin(), things.end(),
                                    [](const SortedThing& thing) { return thing.offered && !thing.basket; });
    if (first == things.end())
        return gesture;
    // Between the baskets: which one is for the child to find.
    const Point from = first->view.home().centre();
    add_drag(gesture, from, between(from, around(scene_.baskets()).centre(), 0.7), 600);
    return gesture;
}

} // namespace mirabelle
