// The real content of the bundle, and exercises and stages made of it.
#pragma once

#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "activities/template/template.h"
#include "engine/fitting.h"
#include "engine/stage.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace mirabelle {

inline constexpr Size small_tablet{217, 136}; // mm

/// Those that children play, and the one that new ones are copied from.
inline std::span<const Activity> every_activity() {
    static const std::vector<Activity> every = [] {
        std::vector<Activity> list(all_activities().begin(), all_activities().end());
        list.push_back(template_activity());
        return list;
    }();
    return every;
}

/// Always the same, so that another activity changes neither pictures nor scripts of these.
inline std::span<const Activity> same_four_activities() {
    static const std::vector<Activity> four = [] {
        constexpr std::array<std::string_view, 4> ids{"count_objects", "give_me", "listen_and_touch",
                                                      "trace_digit"};
        std::vector<Activity> found;
        for (const Activity& activity : all_activities())
            if (std::find(ids.begin(), ids.end(), activity.id) != ids.end())
                found.push_back(activity);
        return found;
    }();
    return four;
}

/// The real content of the bundle, read once.
inline const Content& real_content() {
    static const Content content =
        Content::load(std::filesystem::path(MIRABELLE_BUNDLE_FOLDER), every_activity());
    return content;
}

inline const Activity& activity_named(std::string_view id) {
    for (const Activity& activity : every_activity())
        if (activity.id == id)
            return activity;
    ENSURE(false);
}

inline const Level& level_named(std::string_view activity, std::string_view id) {
    for (const Level& level : real_content().levels(activity))
        if (level.id == id)
            return level;
    ENSURE(false);
}

inline Exercise exercise_of(const Activity& activity, const Level& level, std::uint64_t seed) {
    Random chance(seed);
    return activity.ask(level, real_content(), {}, chance);
}

inline Stage stage_for(Band band, Size lane = small_tablet, double reach = 1e9) {
    return make_stage(lane, real_content().sizes(band), reach, Movement::full);
}
/// For a child that plays so, as the program lays it.
inline Stage stage_for(Band band, const Exercise& exercise, const Access& access, Size lane = small_tablet,
                       double reach = 1e9) {
    return fitting_stage({lane, reach, band, settled(access, Movement::full, real_content().easing())},
                         exercise, real_content(), make_mechanic);
}

inline Access left_handed() { return {.hand = Hand::left}; }
inline Access large_targets() { return {.targets = TargetSize::large}; }
inline Access slow() { return {.tempo = Tempo::slow}; }
inline Access one_switch() { return {.input = Input::one_switch}; }
inline Access every_mode() {
    return {Hand::left, TargetSize::large, Tempo::slow, Input::one_switch, Movement::reduced, 1000};
}

} // namespace mirabelle
