#include "activities/clap_syllables/clap_syllables.h"

#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> models{"picture", "none"};
constexpr std::array<std::string_view, 2> words{"any", "mute_e"};
constexpr std::array rules{
    SettingRule{"syllables", SettingKind::range, 1, 4},
    SettingRule{"model", SettingKind::word, 0, 0, models}, // none: an ear instead of the picture
    SettingRule{"words", SettingKind::word, 0, 0, words},  // mute_e: only such as end in a written, silent e
};
constexpr int most_beats = 9;

/// The final e is one beat too many in the north, and in the south one that is easily left out.
std::string error_of(const Word& word, int beats) {
    if (word.sounds_final_e && beats == word.syllables - 1)
        return "final_e_left_out";
    if (beats < word.syllables)
        return "too_few_beats";
    const bool mute = ends_in_mute_e(word) && !word.sounds_final_e;
    return mute && beats == word.syllables + 1 ? "mute_e_beaten" : "too_many_beats";
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("syllables");
    const bool mute = level.settings.word("words") == "mute_e";
    WordChoice known = known_words(content, level.band, random);
    // First how many there are, then a word: short ones are far more frequent.
    const int wanted = random.between(range.low, range.high);
    const auto find = [&](auto fits) {
        return std::find_if(known.begin(), known.end(), [&](const Word* word) {
            return word->counts_alike && word->text.find('-') == std::string::npos && fits(*word);
        });
    };
    auto found =
        find([&](const Word& word) { return word.syllables == wanted && (!mute || ends_in_mute_e(word)); });
    if (found == known.end())
        found = find(
            [&](const Word& word) { return word.syllables >= range.low && word.syllables <= range.high; });
    ENSURE(found != known.end());
    const Word& word = **found;

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = word.text;
    exercise.expected = std::to_string(word.syllables);
    const bool seen = level.settings.word("model") == "picture";
    Rhythm task;
    task.beats = word.syllables;
    task.model.faces = {PictureFace{seen ? word.picture : content.picture("ear")}};
    exercise.task = task;

    const VoiceId pieces = word.in_pieces == VoiceId{} ? word.voice : word.in_pieces;
    const VoiceId how_many = content.voice("syllables_" + exercise.expected);
    exercise.prompt = {content.voice("beat_each_syllable"), word.voice};
    exercise.praise = {content.voice("yes"), pieces, how_many};
    for (int beats = 1; beats <= most_beats; ++beats) {
        if (beats == word.syllables)
            continue;
        exercise.errors.push_back(
            {std::to_string(beats),
             error_of(word, beats),
             {content.voice(beats > word.syllables ? "too_many_beats" : "too_few_beats"), pieces}});
    }
    // Syllables: .4 for each beyond two, .4 where nothing is seen, .3 where one is written and not heard.
    exercise.difficulty = level.difficulty + 0.4 * (word.syllables - (range.low + range.high) / 2.0) +
                          (ends_in_mute_e(word) && !mute ? 0.3 : 0);
    return exercise;
}

} // namespace

Activity clap_syllables() { return {"clap_syllables", rules, make_exercise}; }

} // namespace mirabelle
