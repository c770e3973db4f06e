#include "activities/make_ten/make_ten.h"

#include "engine/number_choice.h"
#include "engine/pair_cards.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> looks{"dots", "fingers", "numeral"};
constexpr std::array rules{
    SettingRule{"whole", SettingKind::range, 5, 10}, SettingRule{"pairs", SettingKind::number, 2, 4},
    SettingRule{"look", SettingKind::words, 0, 0, looks}, // one of these, for all cards
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("whole");
    const auto wished = static_cast<std::size_t>(level.settings.number("pairs"));
    const int whole = random.between(range.low, range.high);
    const std::string look = random.pick(level.settings.words("look"));
    std::vector<int> parts; // the smaller ones; never twice the same
    for (int part = 1; 2 * part < whole; ++part)
        parts.push_back(part);
    random.shuffle(parts);
    parts.resize(std::min(parts.size(), wished));
    std::vector<CardPair> cards;
    for (const int part : parts) {
        CardPair pair;
        for (std::size_t i = 0; i < 2; ++i) {
            const int number = i == 0 ? part : whole - part;
            pair[i] = {std::to_string(number), number_as(look, number, content, random)};
        }
        cards.push_back(std::move(pair));
    }
    Exercise exercise;
    exercise.skill = level.skill;
    lay_pairs(exercise, std::move(cards), Cards::open, random,
              [&](const Piece& a, const Piece& b) -> NamedError {
                  const int one = std::stoi(a.label), other = std::stoi(b.label);
                  const int sum = one + other;
                  return {"",
                          sum == whole + 1   ? "one_more"
                          : sum == whole - 1 ? "one_less"
                                             : "other_sum",
                          {number_voice(content, one), content.voice("and"), number_voice(content, other),
                           content.voice("that_makes"), number_voice(content, sum)}};
              });
    std::sort(parts.begin(), parts.end());
    exercise.item = std::to_string(whole) + " =";
    for (const int part : parts)
        exercise.item += " " + std::to_string(part) + "+" + std::to_string(whole - part);
    exercise.expected = exercise.item;
    exercise.prompt = {content.voice("find_two_that_make"), number_voice(content, whole)};
    exercise.praise = {content.voice("all_found")};
    // Taking apart: .5 a thing beyond four; .8 more where nothing can be counted.
    exercise.difficulty = 0.5 * (whole - 4) + (look == "numeral" ? 0.8 : 0);
    return exercise;
}

} // namespace

Activity make_ten() { return {"make_ten", rules, make_exercise}; }

} // namespace mirabelle
