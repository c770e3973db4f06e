#include "activities/robot/robot.h"

#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> foil_kinds{"other_length", "same_length", "same_beginning"};
constexpr std::array rules{
    SettingRule{"syllables", SettingKind::range, 2, 4},
    SettingRule{"foils", SettingKind::word, 0, 0, foil_kinds},
    SettingRule{"choices", SettingKind::number, 2, 4},
};

bool fits(const Word& foil, const Word& right, std::string_view kind) {
    if (kind == "same_length")
        return foil.syllables == right.syllables && !begin_with_same_syllable(foil, right);
    return kind == "same_beginning" || foil.syllables != right.syllables;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange syllables = level.settings.range("syllables");
    const std::string& kind = level.settings.word("foils");
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    WordChoice known = known_words(content, level.band, random);
    std::erase_if(known, [](const Word* word) { return !word->counts_alike; });
    // Who hears only the first syllable shall find another word that begins so.
    const auto is_trap = [&](const Word& foil, const Word& right) {
        return kind != "same_beginning" || begin_with_same_syllable(foil, right);
    };
    const auto found = std::find_if(known.begin(), known.end(), [&](const Word* word) {
        WordChoice together{word};
        return word->syllables >= syllables.low && word->syllables <= syllables.high &&
               word->in_pieces != VoiceId{} && add_word(together, known, [&](const Word& foil) {
                   return fits(foil, *word, kind) && is_trap(foil, *word);
               });
    });
    ENSURE(found != known.end());
    const Word& right = **found;
    WordChoice shown{&right};
    add_word(shown, known, [&](const Word& foil) { return fits(foil, right, kind) && is_trap(foil, right); });
    add_words(shown, known, choices, [&](const Word& foil) { return fits(foil, right, kind); });

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    shown = choose_among(exercise, shown, right, random);
    exercise.prompt = {content.voice("robot_says"), right.in_pieces, content.voice("what_is_it")};
    exercise.praise = {content.voice("yes"), right.in_pieces, right.voice};
    for (const Word* word : shown)
        if (word != &right)
            exercise.errors.push_back(
                {word->text,
                 begin_with_same_syllable(*word, right) ? "first_syllable_only" : "other_picture",
                 {content.voice("that_is"), word->voice, content.voice("listen_again"), right.in_pieces}});
    return exercise;
}

} // namespace

Activity robot() { return {"robot", rules, make_exercise}; }

} // namespace mirabelle
