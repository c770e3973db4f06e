#include "activities/shapes/shapes.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> asks{"same", "named"};
constexpr std::array<std::string_view, 12> kinds{"triangle", "square",    "rectangle",     "disc",
                                                 "oval",     "rhombus",   "trapezoid",     "kite_shape",
                                                 "star",     "half_disc", "bent_triangle", "parallelogram"};
constexpr std::array<std::string_view, 2> turns{"upright", "any"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"shapes", SettingKind::words, 0, 0, kinds},
    SettingRule{"foils", SettingKind::words, 0, 0, kinds}, // shown beside, never asked
    SettingRule{"turns", SettingKind::word, 0, 0, turns},
    SettingRule{"choices", SettingKind::number, 2, 4},
};
// Each is drawn three times: upright in berry, turned in blue, another of its kind in plum.
constexpr std::array<std::string_view, 3> variants{"a", "b", "c"};

/// What only looks like it.
bool is_near(std::string_view kind, std::string_view other) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> near{{
        {"triangle", "bent_triangle"},
        {"triangle", "kite_shape"},
        {"triangle", "trapezoid"},
        {"square", "rectangle"},
        {"square", "rhombus"},
        {"square", "parallelogram"},
        {"rectangle", "parallelogram"},
        {"rectangle", "trapezoid"},
        {"rectangle", "rhombus"},
        {"disc", "oval"},
        {"disc", "half_disc"},
    }};
    return std::any_of(near.begin(), near.end(),
                       [&](const auto& pair) { return pair.first == kind && pair.second == other; });
}

/// A square has all that makes a rectangle, so that it is never wrong where one is asked for.
bool is_also(std::string_view kind, std::string_view other) {
    return kind == other || (kind == "rectangle" && other == "square") ||
           (kind == "rhombus" && other == "square") ||
           (kind == "parallelogram" && (other == "square" || other == "rectangle" || other == "rhombus")) ||
           (kind == "kite_shape" && (other == "square" || other == "rhombus"));
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const auto asked = level.settings.words("shapes");
    const auto beside = level.settings.words("foils");
    const std::string kind = random.pick(asked);
    const bool same = level.settings.word("ask") == "same";
    const bool turned = level.settings.word("turns") == "any";
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    const auto picture = [&](const std::string& shape, std::string_view variant) {
        constexpr std::array sizes{1.0, 0.82, 0.66};
        const double size = turned && !same ? random.pick(sizes) : 1;
        return PictureFace{content.picture("shape_" + shape + "_" + std::string(variant)), size};
    };

    std::vector<std::string> others;
    for (const auto& list : {asked, beside})
        for (const std::string& shape : list)
            if (!is_also(kind, shape) && std::find(others.begin(), others.end(), shape) == others.end())
                others.push_back(shape);
    random.shuffle(others);
    std::stable_partition(others.begin(), others.end(),
                          [&](const std::string& shape) { return is_near(kind, shape); });
    others.resize(std::min(others.size(), choices - 1));
    std::vector<std::string> shown = others;
    shown.push_back(kind);
    random.shuffle(shown);

    Exercise exercise;
    exercise.skill = level.skill;
    Choose task;
    // The model is of another colour than all that is offered, so that the form alone tells.
    const std::size_t model_variant = same ? random.below(turned ? 3 : 2) : 0;
    for (const std::string& shape : shown) {
        if (shape == kind)
            task.right = exercise.pieces.size();
        std::size_t variant = turned ? random.below(3) : 0;
        if (same)
            variant = (model_variant + 1 + (turned ? random.below(2) : 0)) % (turned ? 3 : 2);
        exercise.pieces.push_back({shape, picture(shape, variants[variant])});
        if (shape != kind)
            exercise.errors.push_back({shape,
                                       is_near(kind, shape) ? "near_shape" : "other_shape",
                                       {content.voice(same ? "not_same_shape" : "what_is_" + kind)}});
    }
    if (same)
        task.model.faces = {picture(kind, variants[model_variant])};
    exercise.item = kind + " " + std::to_string(exercise.pieces.size());
    exercise.expected = kind;
    exercise.prompt = {content.voice(same ? "touch_same_shape" : "touch_" + kind)};
    exercise.praise = {content.voice("yes"), content.voice(same ? "same_shape" : "what_is_" + kind)};
    exercise.options = static_cast<int>(exercise.pieces.size());
    // Shapes: .6 beside what only looks like it, .4 turned.
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity shapes() { return {"shapes", rules, make_exercise}; }

} // namespace mirabelle
