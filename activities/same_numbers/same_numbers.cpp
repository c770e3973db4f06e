#include "activities/same_numbers/same_numbers.h"

#include "engine/dot_arrays.h"
#include "engine/number_choice.h"
#include "engine/pair_cards.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 5> looks{"numeral", "fingers", "dots", "scattered", "spoken"};
constexpr std::array<std::string_view, 2> lies{"open", "hidden"};
constexpr std::array rules{
    SettingRule{"numbers", SettingKind::range, 1, 10},
    SettingRule{"pairs", SettingKind::number, 2, 6},
    SettingRule{"looks", SettingKind::words, 0, 0, looks}, // each pair has two of them
    SettingRule{"cards", SettingKind::word, 0, 0, lies},
};

Face face_of(std::string_view look, int number, const Content& content, Random& random) {
    if (look == "numeral")
        return numeral(number);
    if (look == "fingers")
        return fingers(content, number);
    if (look == "scattered")
        return dots_in(DotPattern::scattered, number, random);
    return look == "spoken" ? Face{PictureFace{content.picture("ear")}} : dots_of(number, random);
}

std::string error_of(int a, int b) {
    const int low = std::min(a, b), high = std::max(a, b);
    if (low == 6 && high == 9)
        return "six_for_nine";
    if (low == 2 && high == 5)
        return "two_for_five";
    return high == low + 1 ? "neighbour_number" : "other_number";
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("numbers");
    const auto pairs = static_cast<std::size_t>(level.settings.number("pairs"));
    std::vector<int> numbers;
    for (int number = range.low; number <= range.high; ++number)
        numbers.push_back(number);
    random.shuffle(numbers);
    ENSURE(numbers.size() >= pairs);
    numbers.resize(pairs);

    std::vector<CardPair> cards;
    bool spoken = false; // only one card speaks: they all look the same
    for (const int number : numbers) {
        std::vector<std::string> two(level.settings.words("looks").begin(),
                                     level.settings.words("looks").end());
        random.shuffle(two);
        if (spoken)
            std::erase(two, "spoken");
        two.resize(2);
        spoken = spoken || two[0] == "spoken" || two[1] == "spoken";
        CardPair pair;
        for (std::size_t i = 0; i < 2; ++i)
            pair[i] = {std::to_string(number) + " " + two[i], face_of(two[i], number, content, random),
                       number_voice(content, number)};
        // Only who has no picture of it says its name at once; the others are to be recognised.
        for (Piece& piece : pair)
            if (!piece.label.ends_with("spoken"))
                piece.said = {};
        cards.push_back(std::move(pair));
    }
    const bool hidden = level.settings.word("cards") == "hidden";
    Exercise exercise;
    exercise.skill = level.skill;
    lay_pairs(exercise, std::move(cards), hidden ? Cards::hidden : Cards::open, random,
              [&](const Piece& a, const Piece& b) -> NamedError {
                  const int one = std::stoi(a.label), other = std::stoi(b.label);
                  return {"",
                          error_of(one, other),
                          {number_voice(content, one), content.voice("and"), number_voice(content, other),
                           content.voice("not_the_same_number")}};
              });
    std::sort(numbers.begin(), numbers.end());
    for (const int number : numbers)
        exercise.item += (exercise.item.empty() ? "" : " ") + std::to_string(number);
    exercise.expected = exercise.item;
    exercise.prompt = {content.voice(hidden ? "turn_two_cards" : "find_what_goes_together"),
                       content.voice("same_number_twice")};
    exercise.praise = {content.voice("all_found")};
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity same_numbers() { return {"same_numbers", rules, make_exercise}; }

} // namespace mirabelle
