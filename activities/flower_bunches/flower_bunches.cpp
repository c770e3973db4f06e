#include "activities/flower_bunches/flower_bunches.h"

#include "engine/number_choice.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> foil_kinds{"far", "near", "same_part"};
constexpr std::array rules{
    SettingRule{"whole", SettingKind::range, 2, 4},
    SettingRule{"foils", SettingKind::word, 0, 0,
                foil_kinds}, // by two or more, by one, or with one kind alike
    SettingRule{"choices", SettingKind::number, 2, 3},
};
constexpr int most_of_a_kind = 4;

/// How many there are of each kind.
struct Bunch {
    int upper = 1, lower = 1;

    int whole() const { return upper + lower; }
    std::string label() const { return std::to_string(upper) + "+" + std::to_string(lower); }
};

/// The kinds one above the other, so that the two parts are seen as such.
SceneFace face_of(const Bunch& bunch, PictureId upper, PictureId lower) {
    SceneFace scene;
    const double side = std::min(0.48, 0.98 / std::max({bunch.upper, bunch.lower, 2}));
    const auto add_row = [&](PictureId picture, int count, double y) {
        for (int i = 0; i < count; ++i)
            scene.pictures.push_back(
                {picture, square_on({0.5 + (i - (count - 1) / 2.0) * side, y}, side * 0.96)});
    };
    add_row(upper, bunch.upper, 0.26);
    add_row(lower, bunch.lower, 0.74);
    return scene;
}

bool fits(const Bunch& foil, const Bunch& right, std::string_view kind) {
    const int apart = std::abs(foil.whole() - right.whole());
    if (kind == "far")
        return apart >= 2;
    return apart == 1 && (kind == "near" || foil.upper == right.upper || foil.lower == right.lower);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("whole");
    const int whole = random.between(range.low, range.high);
    Bunch right;
    right.upper = random.between(1, whole - 1);
    right.lower = whole - right.upper;
    std::vector<Bunch> foils;
    for (int upper = 1; upper <= most_of_a_kind; ++upper)
        for (int lower = 1; lower <= most_of_a_kind; ++lower)
            if (fits({upper, lower}, right, level.settings.word("foils")))
                foils.push_back({upper, lower});
    random.shuffle(foils);
    std::vector<Bunch> shown(foils.begin(), foils.begin() + level.settings.number("choices") - 1);
    shown.push_back(right);
    random.shuffle(shown);
    std::vector<PictureId> kinds{content.picture("1f33c"), content.picture("1f339"),
                                 content.picture("1f337")};
    random.shuffle(kinds);

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = std::to_string(whole) + " = " + right.label();
    exercise.expected = right.label();
    Choose task;
    for (const Bunch& bunch : shown) {
        const Prompt sum{number_voice(content, bunch.upper), content.voice("and"),
                         number_voice(content, bunch.lower), content.voice("that_makes"),
                         number_voice(content, bunch.whole())};
        if (bunch.label() == right.label()) {
            task.right = exercise.pieces.size();
            exercise.praise = sum;
        } else {
            const int apart = bunch.whole() - whole;
            exercise.errors.push_back({bunch.label(),
                                       apart == 1    ? "one_more"
                                       : apart == -1 ? "one_less"
                                                     : "other_sum",
                                       sum});
        }
        exercise.pieces.push_back({bunch.label(), face_of(bunch, kinds[0], kinds[1])});
    }
    exercise.task = task;
    exercise.options = static_cast<int>(shown.size());
    exercise.prompt = {content.voice("which_flowers_make"), number_voice(content, whole)};
    // Taking apart: .5 a thing beyond four; the level says what its foils add.
    exercise.difficulty = level.difficulty + 0.5 * (whole - (range.low + range.high) / 2.0);
    return exercise;
}

} // namespace

Activity flower_bunches() { return {"flower_bunches", rules, make_exercise}; }

} // namespace mirabelle
