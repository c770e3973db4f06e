#include "activities/three_scripts/three_scripts.h"

#include "engine/pair_cards.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 4> scripts{"capital", "script", "cursive", "spoken"};
constexpr std::array<std::string_view, 2> lies{"open", "hidden"};
constexpr std::array rules{
    SettingRule{"letters", SettingKind::letters}, // of which some are drawn
    SettingRule{"pairs", SettingKind::number, 2, 6},
    SettingRule{"scripts", SettingKind::words, 0, 0,
                scripts}, // each pair is written in two of them; one is spoken
    SettingRule{"cards", SettingKind::word, 0, 0, lies},
};

Face written(const Letter& letter, std::string_view name) {
    const auto script =
        static_cast<Script>(std::find(scripts.begin(), scripts.end(), name) - scripts.begin());
    return WritingFace{script == Script::capital ? letter.capital : letter.lower, script};
}

bool are_mirrors(const Letter& a, const Letter& b) {
    return std::find(a.mirrors.begin(), a.mirrors.end(), b.id) != a.mirrors.end();
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    std::vector<std::string> letters(level.settings.words("letters").begin(),
                                     level.settings.words("letters").end());
    random.shuffle(letters);
    const auto pairs = static_cast<std::size_t>(level.settings.number("pairs"));
    ENSURE(letters.size() >= pairs);
    letters.resize(pairs);
    std::vector<CardPair> cards;
    for (const std::string& id : letters) {
        std::vector<std::string> two(level.settings.words("scripts").begin(),
                                     level.settings.words("scripts").end());
        random.shuffle(two);
        if (two.size() > 2) // only one card speaks: they all look the same
            std::stable_partition(two.begin(), two.end(), [&](const std::string& look) {
                return (look == "spoken") == cards.empty();
            });
        CardPair pair;
        for (std::size_t i = 0; i < 2; ++i)
            pair[i] = two[i] == "spoken" ? Piece{id + " spoken", PictureFace{content.picture("ear")},
                                                 content.voice("letter_" + id)}
                                         : Piece{id + " " + two[i], written(content.letter(id), two[i])};
        cards.push_back(std::move(pair));
    }
    const auto letter_of = [&](const Piece& piece) -> const Letter& {
        return content.letter(piece.label.substr(0, piece.label.find(' ')));
    };
    const bool hidden = level.settings.word("cards") == "hidden";
    Exercise exercise;
    exercise.skill = level.skill;
    lay_pairs(exercise, std::move(cards), hidden ? Cards::hidden : Cards::open, random,
              [&](const Piece& a, const Piece& b) -> NamedError {
                  const Letter &one = letter_of(a), &other = letter_of(b);
                  return {"",
                          are_mirrors(one, other) ? "mirror" : "scripts_confused",
                          {content.voice("letter_" + one.id), content.voice("and"),
                           content.voice("letter_" + other.id), content.voice("not_the_same_letter")}};
              });
    std::sort(letters.begin(), letters.end());
    for (const std::string& id : letters)
        exercise.item += (exercise.item.empty() ? "" : " ") + id;
    exercise.expected = exercise.item;
    exercise.prompt = {content.voice(hidden ? "turn_two_cards" : "find_what_goes_together"),
                       content.voice("same_letter_twice")};
    exercise.praise = {content.voice("all_found")};
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity three_scripts() { return {"three_scripts", rules, make_exercise}; }

} // namespace mirabelle
