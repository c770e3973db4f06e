#include "activities/where_is_the_cat/cat_sights.h"

#include "activities/where_is_the_cat/cat_scenes.h"

#include <algorithm>

namespace mirabelle {

namespace {

bool are(std::string_view a, std::string_view b, std::string_view one, std::string_view other) {
    return (a == one && b == other) || (a == other && b == one);
}

/// What is true as well, or looks nearly so: on it is above it, and who is in a basket may be behind it.
bool too_near(std::string_view a, std::string_view b) {
    return a == b || are(a, b, "upon", "above") || are(a, b, "inside", "behind") ||
           are(a, b, "beside", "left") || are(a, b, "beside", "right");
}

std::string meaning(std::string_view right, std::string_view chosen) {
    if (are(right, chosen, "left", "right"))
        return "left_for_right";
    const bool opposite = are(right, chosen, "upon", "under") || are(right, chosen, "above", "under") ||
                          are(right, chosen, "front", "behind");
    return opposite ? "opposite_place" : "other_place";
}

/// All places of a level, those that are asked first.
std::vector<std::string> places_of(const Level& level, Random& random) {
    std::vector<std::string> all;
    for (const std::string_view key : {"asked", "beside"}) {
        std::vector<std::string> drawn(level.settings.words(key).begin(), level.settings.words(key).end());
        random.shuffle(drawn);
        all.insert(all.end(), drawn.begin(), drawn.end());
    }
    return all;
}

} // namespace

std::vector<CatSight> sights_at_one(const Level& level, const Content& content, Random& random) {
    const std::string asked = random.pick(level.settings.words("asked"));
    const auto room = static_cast<std::size_t>(level.settings.number("choices"));
    const auto places = places_of(level, random);
    struct Fitting {
        const Landmark* landmark;
        std::vector<std::string> places;
    };
    std::vector<Fitting> fitting; // at which enough other places can be shown
    for (const Landmark& landmark : cat_landmarks()) {
        std::vector<std::string> shown{asked};
        for (const std::string& place : places)
            if (shown.size() < room && can_be(landmark, place) &&
                std::none_of(shown.begin(), shown.end(),
                             [&](const std::string& one) { return too_near(one, place); }))
                shown.push_back(place);
        if (can_be(landmark, asked) && shown.size() == room)
            fitting.push_back({&landmark, std::move(shown)});
    }
    ENSURE(!fitting.empty());
    const Fitting& drawn = random.pick(fitting);
    const std::string word(drawn.landmark->word);
    std::vector<CatSight> sights;
    for (const std::string& place : drawn.places) {
        const bool left = place == "left" || (place != "right" && random.happens(0.5));
        sights.push_back({place + " " + word,
                          cat_scene(*drawn.landmark, place, left ? Side::left : Side::right, content),
                          {content.voice("cat_" + place + "_" + word)},
                          place == asked ? "" : meaning(asked, place)});
    }
    return sights;
}

std::vector<CatSight> sights_at_two(const Level& level, const Content& content, Random& random) {
    std::vector<const Landmark*> known;
    for (const Landmark& landmark : cat_landmarks())
        if (can_be(landmark, "left"))
            known.push_back(&landmark);
    random.shuffle(known);
    const std::array marks{known[0], known[1]};
    // The first two are each other's mirror image; in the others the cat stands at an end.
    std::vector<std::array<const Landmark*, 3>> rows{{marks[0], nullptr, marks[1]},
                                                     {marks[1], nullptr, marks[0]},
                                                     {nullptr, marks[0], marks[1]},
                                                     {marks[0], marks[1], nullptr}};
    random.shuffle(rows);
    rows.resize(static_cast<std::size_t>(level.settings.number("choices")));
    std::vector<CatSight> sights;
    std::array<std::string, 2> wanted; // on which side of each
    for (const auto& row : rows) {
        const auto cat = std::find(row.begin(), row.end(), nullptr);
        CatSight sight{"", cat_in_row(row, content), {}};
        int kept = 0;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            const std::string side = cat < std::find(row.begin(), row.end(), marks[i]) ? "left" : "right";
            const std::string word(marks[i]->word);
            if (i > 0)
                sight.said.push_back(content.voice("and"));
            sight.said.push_back(content.voice("cat_" + side + "_" + word));
            sight.label += (i > 0 ? " " : "") + side + " " + word;
            if (sights.empty())
                wanted[i] = side;
            kept += side == wanted[i] ? 1 : 0;
        }
        if (!sights.empty())
            sight.error = kept == 1 ? "one_landmark" : "left_for_right";
        sights.push_back(std::move(sight));
    }
    return sights;
}

} // namespace mirabelle
