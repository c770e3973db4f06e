#include "activities/who_has_more/who_has_more.h"

#include "engine/number_choice.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> asks{"more", "less"};
constexpr std::array<std::string_view, 2> sizes{"alike", "larger"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"fewer_are", SettingKind::word, 0, 0, sizes}, // as large as the others, or larger
    SettingRule{"pairs", SettingKind::words},                 // "1 3": fewer, more; at most six
};
constexpr std::array<std::string_view, 4> guests{"1f430", "1f435", "1f42d", "1f431"};
constexpr int across = 3;
constexpr double usual = 0.25, large = 0.44; // of a thing, in the guest's card

/// The guest, and beneath it what it has, from the left.
SceneFace face_of(PictureId guest, PictureId food, int count, double side) {
    SceneFace scene{{{guest, square_on({0.5, 0.22}, 0.44)}}};
    const int in_row = side > usual ? 2 : across;
    for (int i = 0; i < count; ++i) {
        const int column = i % in_row, row = i / in_row;
        const int here = std::min(in_row, count - row * in_row);
        scene.pictures.push_back({food, square_on({0.5 + (column - (here - 1) / 2.0) * side * 1.04,
                                                   0.48 + side / 2 + row * side * 1.02},
                                                  side)});
    }
    return scene;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberPair numbers = number_pair(random.pick(level.settings.words("pairs")));
    ENSURE(numbers.more <= 2 * across);
    const bool more = level.settings.word("ask") == "more";
    const bool misled = level.settings.word("fewer_are") == "larger";
    const int right = more ? numbers.more : numbers.less;
    const int wrong = more ? numbers.less : numbers.more;
    std::vector<std::string_view> who(guests.begin(), guests.end());
    random.shuffle(who);
    std::vector<const CountedObject*> known;
    for (const CountedObject& object : content.objects())
        if (object.band <= level.band && object.food)
            known.push_back(&object);
    const CountedObject& food = *random.pick(known);

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = std::to_string(numbers.less) + " or " + std::to_string(numbers.more) + " " + food.id;
    exercise.expected = std::to_string(right);
    const double fewer_side = misled && numbers.less <= 2 ? large : usual;
    exercise.pieces = {
        {std::to_string(numbers.less),
         face_of(content.picture(who[0]), food.picture, numbers.less, fewer_side)},
        {std::to_string(numbers.more), face_of(content.picture(who[1]), food.picture, numbers.more, usual)}};
    if (random.happens(0.5))
        std::swap(exercise.pieces[0], exercise.pieces[1]);
    exercise.task = Choose{exercise.pieces[0].label == exercise.expected ? std::size_t{0} : std::size_t{1}};
    exercise.options = 2;
    exercise.prompt = {content.voice("these_" + food.id),
                       content.voice(more ? "who_has_more" : "who_has_fewer")};
    exercise.praise = {content.voice("yes"), number_voice(content, right),
                       content.voice(more ? "is_more_than" : "is_less_than"), number_voice(content, wrong)};
    const bool by_size = misled && more;
    exercise.errors = {{std::to_string(wrong),
                        by_size ? "larger_objects" : "other_collection",
                        {content.voice(by_size ? "larger_but_fewer"
                                       : more  ? "there_are_fewer_here"
                                               : "there_are_more_here")}}};
    // The more they differ the plainer it is.
    exercise.difficulty = level.difficulty - 0.3 * (numbers.more - numbers.less - 2);
    return exercise;
}

} // namespace

Activity who_has_more() { return {"who_has_more", rules, make_exercise}; }

} // namespace mirabelle
