#include "activities/missing_number/missing_number.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> directions{"forward", "backward"};
constexpr std::array<std::string_view, 3> gap_places{"last", "inside", "any"};
constexpr int most = 10;
constexpr std::array rules{
    SettingRule{"numbers", SettingKind::range, 1, most}, // the train is a part of these
    SettingRule{"wagons", SettingKind::number, 4, 7},
    SettingRule{"gaps", SettingKind::number, 1, 2},
    SettingRule{"where", SettingKind::word, 0, 0, gap_places},
    SettingRule{"direction", SettingKind::word, 0, 0, directions},
    SettingRule{"choices", SettingKind::number, 2, 5}, // numerals to choose from
};

bool contains(const std::vector<int>& numbers, int number) {
    return std::count(numbers.begin(), numbers.end(), number) > 0;
}

/// Which wagons are empty; the first one never is, so that it tells where the train begins.
std::vector<int> draw_gaps(int wagons, const std::string& where, int count, Random& random) {
    std::vector<int> places;
    const int last = where == "inside" ? wagons - 2 : wagons - 1;
    for (int place = where == "last" ? last : 1; place <= last; ++place)
        places.push_back(place);
    random.shuffle(places);
    places.resize(static_cast<std::size_t>(count));
    std::sort(places.begin(), places.end());
    return places;
}

/// Numbers that a child may believe to be missing: neighbours, the count from one, others near by.
std::vector<int> draw_foils(const std::vector<int>& missing, const std::vector<int>& gaps, std::size_t count,
                            Random& random) {
    std::vector<int> near, far;
    for (const int number : missing)
        near.insert(near.end(), {number - 1, number + 1});
    near.push_back(gaps.front() + 1);
    for (int number = 1; number <= most; ++number)
        far.push_back(number);
    random.shuffle(near);
    random.shuffle(far);
    near.insert(near.end(), far.begin(), far.end());
    std::vector<int> foils;
    for (const int number : near)
        if (foils.size() < count && number >= 1 && number <= most && !contains(missing, number) &&
            !contains(foils, number))
            foils.push_back(number);
    return foils;
}

std::string name_of_error(int given, int right, int gap) {
    const bool near = std::abs(given - right) == 1;
    return near ? "neighbour_number" : given == gap + 1 ? "counts_from_one" : "other_number";
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("numbers");
    const int wagons = level.settings.number("wagons");
    const bool backward = level.settings.word("direction") == "backward";
    const int first = random.between(range.low, range.high - wagons + 1);
    const auto number_on = [&](int wagon) { return backward ? first + wagons - 1 - wagon : first + wagon; };
    const auto voice_of = [&](int number) { return content.voice("number_" + std::to_string(number)); };
    const auto face_of = [](int number) { return Face{WritingFace{std::to_string(number)}}; };
    const std::vector<int> gaps =
        draw_gaps(wagons, level.settings.word("where"), level.settings.number("gaps"), random);
    std::vector<int> missing;
    Exercise exercise;
    Order task;
    for (int wagon = 0; wagon < wagons; ++wagon) {
        const int number = number_on(wagon);
        const bool gap = contains(gaps, wagon);
        if (gap)
            missing.push_back(number);
        task.slots.push_back({std::to_string(number), gap ? std::nullopt : std::optional(face_of(number))});
        task.when_built.push_back(voice_of(number));
        exercise.item += (wagon == 0 ? "" : " ") + (gap ? "_" : std::to_string(number));
        exercise.expected += (wagon == 0 ? "" : " ") + std::to_string(number);
    }
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    const auto foils = draw_foils(missing, gaps, choices - missing.size(), random);
    std::vector<int> offered = missing;
    offered.insert(offered.end(), foils.begin(), foils.end());
    random.shuffle(offered);
    for (const int number : offered)
        exercise.pieces.push_back({std::to_string(number), face_of(number), voice_of(number)});
    // After the number before the gap comes the right one.
    const Prompt difference{content.voice(backward ? "backward_after" : "after_number"),
                            voice_of(number_on(gaps.front() - 1)), content.voice("comes_number"),
                            voice_of(missing.front())};
    const bool one = missing.size() == 1;
    if (one)
        for (const int foil : foils) {
            std::string response = exercise.item;
            response.replace(response.find('_'), 1, std::to_string(foil));
            exercise.errors.push_back(
                {response, name_of_error(foil, missing.front(), gaps.front()), difference});
        }
    exercise.explanation = difference;
    exercise.prompt = {content.voice(backward ? "train_counts_down" : "look_at_train"),
                       content.voice(one ? "which_number_misses" : "which_numbers_miss")};
    exercise.praise = {content.voice("train_is_whole")};
    exercise.task = std::move(task);
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.options = static_cast<int>(one ? choices : choices * (choices - 1));
    return exercise;
}

} // namespace

Activity missing_number() { return {"missing_number", rules, make_exercise}; }

} // namespace mirabelle
