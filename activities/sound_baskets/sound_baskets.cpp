#include "activities/sound_baskets/sound_baskets.h"

#include "engine/sort_text.h"
#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> signs{"word", "letter"};
constexpr std::array rules{
    SettingRule{"letters", SettingKind::letters}, // their sounds begin the words
    SettingRule{"sign", SettingKind::word, 0, 0,
                signs}, // what stands on a basket: a word's picture, or a letter
    SettingRule{"baskets", SettingKind::number, 2, 3},
    SettingRule{"pieces", SettingKind::range, 3, 6},
};

/// Words that begin with the sound, and are written so.
WordChoice words_with(const Letter& letter, const WordChoice& known, std::size_t count) {
    WordChoice words;
    add_words(words, known, count, [&](const Word& word) {
        return word.phonemes.front() == phoneme_of(letter.id) && word.text.starts_with(letter.lower);
    });
    return words;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    std::vector<std::string> letters(level.settings.words("letters").begin(),
                                     level.settings.words("letters").end());
    random.shuffle(letters);
    letters.resize(std::min(letters.size(), static_cast<std::size_t>(level.settings.number("baskets"))));
    const NumberRange range = level.settings.range("pieces");
    const auto count = static_cast<std::size_t>(random.between(range.low, range.high));
    const bool by_letter = level.settings.word("sign") == "letter";
    const WordChoice known = known_words(content, level.band, random);

    Exercise exercise;
    Sort task;
    std::vector<VoiceId> heads; // said of each basket
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Letter& letter = content.letter(letters[i]);
        // The first one stands on the basket, the others go into it.
        WordChoice words = words_with(letter, known, 1 + (count + i) / letters.size());
        const Word& sign = *words.front();
        heads.push_back(by_letter ? content.voice("sound_" + letter.id) : sign.voice);
        task.baskets.push_back({letter.id,
                                by_letter ? Face{WritingFace{letter.lower}} : Face{PictureFace{sign.picture}},
                                heads.back(),
                                {}});
        words.erase(words.begin());
        for (const Word* word : words) {
            task.baskets.back().wanted.push_back(word->text);
            exercise.pieces.push_back({word->text, PictureFace{word->picture}, word->voice});
        }
        exercise.item += (i == 0 ? "" : " ") + letter.id;
    }
    for (const Basket& from : task.baskets)
        for (const std::string& text : from.wanted)
            for (const Basket& other : task.baskets)
                if (&other != &from) {
                    const auto piece = std::find_if(exercise.pieces.begin(), exercise.pieces.end(),
                                                    [&](const Piece& one) { return one.label == text; });
                    exercise.errors.push_back(
                        {text + ">" + other.label,
                         "other_beginning",
                         {piece->said, content.voice(by_letter ? "begins_with" : "begins_like"), from.said}});
                }
    random.shuffle(exercise.pieces);
    exercise.prompt = {content.voice(by_letter ? "sort_by_letter" : "sort_by_beginning")};
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (i > 0)
            exercise.prompt.push_back(content.voice("or_else"));
        exercise.prompt.push_back(heads[i]);
    }
    exercise.explanation = {content.voice("listen_again")};
    exercise.praise = {content.voice("you_hear_well")};
    exercise.expected = sort_text(task);
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity sound_baskets() { return {"sound_baskets", rules, make_exercise}; }

} // namespace mirabelle
