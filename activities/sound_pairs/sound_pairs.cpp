#include "activities/sound_pairs/sound_pairs.h"

#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 4> contrasts{"any", "consonant", "vowel", "near"};
constexpr std::array rules{
    SettingRule{"contrast", SettingKind::word, 0, 0, contrasts}, // between the two words
    SettingRule{"choices", SettingKind::number, 2, 4},
};

/// Consonants that differ in one feature: voicing, place or nasality (the pairs that the programme names).
bool are_near(const std::string& a, const std::string& b) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 18> near{{
        {"p", "b"},
        {"t", "d"},
        {"k", "ɡ"},
        {"f", "v"},
        {"s", "z"},
        {"ʃ", "ʒ"},
        {"p", "t"},
        {"t", "k"},
        {"p", "k"},
        {"b", "d"},
        {"d", "ɡ"},
        {"b", "ɡ"},
        {"m", "n"},
        {"b", "m"},
        {"d", "n"},
        {"f", "s"},
        {"s", "ʃ"},
        {"l", "ʁ"},
    }};
    return std::any_of(near.begin(), near.end(), [&](const auto& pair) {
        return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
    });
}

bool is_vowel(const std::string& phoneme) {
    constexpr std::array<std::string_view, 12> vowels{"a", "e", "i", "o", "u", "y",
                                                      "ø", "ə", "ɑ̃", "ɛ̃", "ɔ̃", "œ̃"};
    return std::find(vowels.begin(), vowels.end(), phoneme) != vowels.end();
}

bool fits(const Word& a, const Word& b, const std::string& contrast) {
    if (!is_minimal_pair(a, b))
        return false;
    const auto differ = std::mismatch(a.phonemes.begin(), a.phonemes.end(), b.phonemes.begin());
    if (contrast == "vowel")
        return is_vowel(*differ.first) && is_vowel(*differ.second);
    if (contrast == "consonant")
        return !is_vowel(*differ.first) && !is_vowel(*differ.second);
    return contrast == "any" || are_near(*differ.first, *differ.second);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const WordChoice known = known_words(content, level.band, random);
    const std::string& contrast = level.settings.word("contrast");
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    WordChoice shown;
    for (const Word* word : known) {
        shown = {word};
        if (add_word(shown, known, [&](const Word& other) { return fits(*word, other, contrast); }))
            break;
    }
    const Word& right = *shown.front();
    add_words(shown, known, choices, [&](const Word& word) { return is_minimal_pair(word, right); });
    add_words(shown, known, choices, [](const Word&) { return true; });

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    for (const Word* foil : choose_among(exercise, shown, right, random))
        if (foil != &right)
            exercise.errors.push_back(
                {foil->text,
                 is_minimal_pair(*foil, right) ? "near_word" : "other_picture",
                 {content.voice("this_one_is"), foil->voice, content.voice("we_look_for"), right.voice}});
    exercise.prompt = {content.voice("listen_well_touch"), right.voice};
    exercise.praise = {content.voice("yes"), right.voice};
    return exercise;
}

} // namespace

Activity sound_pairs() { return {"sound_pairs", rules, make_exercise}; }

} // namespace mirabelle
