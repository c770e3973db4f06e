#include "activities/more_or_less/more_or_less.h"

#include "engine/dot_arrays.h"
#include "engine/number_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> kinds{"dots", "numerals"};
constexpr std::array<std::string_view, 2> asks{"more", "less"};
constexpr std::array<std::string_view, 2> cues{"fair", "any"};
constexpr std::array rules{
    SettingRule{"kind", SettingKind::word, 0, 0, kinds}, SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"cues", SettingKind::word, 0, 0, cues}, // fair: more dots are larger, too
    SettingRule{"pairs", SettingKind::words},           // "4 8": fewer, more
};

/// Two arrays: from the acuity w of that age, P = Φ(distance / (w √(n1² + n2²))), of which half is luck.
double difficulty_of_dots(NumberPair numbers, Band band) {
    constexpr std::array acuity{0.5, 0.38, 0.23};
    constexpr std::array usual_child{-1.5, -0.8, 0.0}; // logits
    const auto column = static_cast<std::size_t>(band);
    const double distance =
        (numbers.more - numbers.less) / (acuity[column] * std::hypot(numbers.less, numbers.more));
    const double seen = std::erf(distance / std::sqrt(2.0));
    return usual_child[column] - std::log(seen / (1 - seen));
}

/// 6 is taken for 9 by who does not yet mind the way up.
bool may_be_turned(NumberPair numbers) { return numbers.less == 6 && numbers.more == 9; }

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberPair numbers = number_pair(random.pick(level.settings.words("pairs")));
    const bool dots = level.settings.word("kind") == "dots";
    const bool more = level.settings.word("ask") == "more";
    const bool fair = level.settings.word("cues") == "fair" || random.happens(0.5);
    const int right = more ? numbers.more : numbers.less;
    const int wrong = more ? numbers.less : numbers.more;

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item =
        std::to_string(numbers.less) + " or " + std::to_string(numbers.more) + (fair ? "" : " unfair");
    std::vector<Piece> pieces{{std::to_string(numbers.less), numeral(numbers.less)},
                              {std::to_string(numbers.more), numeral(numbers.more)}};
    if (dots) {
        DotPair pair =
            dots_to_compare(numbers.less, numbers.more, fair ? Cues::congruent : Cues::incongruent, random);
        pieces[0].face = std::move(pair.fewer);
        pieces[1].face = std::move(pair.more);
    }
    if (random.happens(0.5))
        std::swap(pieces[0], pieces[1]);
    exercise.expected = std::to_string(right);
    exercise.task = Choose{pieces[0].label == exercise.expected ? std::size_t{0} : std::size_t{1}};
    exercise.pieces = std::move(pieces);
    exercise.options = 2;

    if (dots) {
        exercise.prompt = {content.voice(more ? "where_are_more" : "where_are_fewer")};
        exercise.praise = {content.voice("yes"), content.voice("there_are"), number_voice(content, right)};
        const bool size_misled = !fair && more;
        exercise.errors = {{std::to_string(wrong),
                            size_misled ? "larger_objects" : "other_collection",
                            {content.voice(size_misled ? "larger_but_fewer"
                                           : more      ? "there_are_fewer_here"
                                                       : "there_are_more_here")}}};
        exercise.difficulty = difficulty_of_dots(numbers, level.band);
    } else {
        exercise.prompt = {content.voice(more ? "which_number_is_larger" : "which_number_is_smaller")};
        exercise.praise = {content.voice("yes"), number_voice(content, right),
                           content.voice(more ? "is_more_than" : "is_less_than"),
                           number_voice(content, wrong)};
        exercise.errors = {
            {std::to_string(wrong),
             may_be_turned(numbers) ? "six_for_nine" : "other_number",
             {number_voice(content, wrong), content.voice(more ? "is_less_than" : "is_more_than"),
              number_voice(content, right)}}};
        // Digits: .4 less for every step between them, .2 more for what the larger one is.
        exercise.difficulty = -0.4 * (numbers.more - numbers.less) + 0.2 * numbers.more;
    }
    return exercise;
}

} // namespace

Activity more_or_less() { return {"more_or_less", rules, make_exercise}; }

} // namespace mirabelle
