#include "engine/word_choice.h"

#include <array>
#include <utility>

namespace mirabelle {

WordChoice known_words(const Content& content, Band band, Random& random) {
    WordChoice known;
    for (const Word& word : content.words())
        if (word.band <= band && word.named_alike)
            known.push_back(&word);
    random.shuffle(known);
    return known;
}

WordChoice choose_among(Exercise& exercise, WordChoice shown, const Word& right, Random& random) {
    random.shuffle(shown);
    for (const Word* word : shown)
        exercise.pieces.push_back({word->text, PictureFace{word->picture}});
    exercise.task =
        Choose{static_cast<std::size_t>(std::find(shown.begin(), shown.end(), &right) - shown.begin())};
    exercise.item = right.text;
    exercise.expected = right.text;
    exercise.options = static_cast<int>(shown.size());
    return shown;
}

std::string_view phoneme_of(std::string_view letter) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> written_otherwise{
        {{"e_acute", "e"}, {"r", "ʁ"}, {"ch", "ʃ"}, {"j", "ʒ"}}};
    for (const auto& [id, phoneme] : written_otherwise)
        if (id == letter)
            return phoneme;
    return letter;
}

Prompt names_of(const WordChoice& words) {
    Prompt names;
    for (const Word* word : words)
        names.push_back(word->voice);
    return names;
}

} // namespace mirabelle
