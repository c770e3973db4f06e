#include "activities/sound_position/sound_position.h"

#include "engine/sort_text.h"
#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array rules{
    SettingRule{"letters", SettingKind::letters}, // their sounds are listened for
    SettingRule{"pieces", SettingKind::range, 3, 7},
    SettingRule{"syllables", SettingKind::range, 1, 4}, // of the words
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string letter = random.pick(level.settings.words("letters"));
    const std::string phoneme(phoneme_of(letter));
    const NumberRange range = level.settings.range("pieces");
    const NumberRange long_ones = level.settings.range("syllables");
    const auto count = static_cast<std::size_t>(random.between(range.low, range.high));
    WordChoice known = known_words(content, level.band, random);
    // The sound is heard once in a word, so that there is one answer.
    std::erase_if(known, [&](const Word* word) {
        return word->syllables < long_ones.low || word->syllables > long_ones.high ||
               std::count(word->phonemes.begin(), word->phonemes.end(), phoneme) != 1;
    });
    const auto begins = [&](const Word& word) { return word.phonemes.front() == phoneme; };
    const auto ends = [&](const Word& word) { return word.phonemes.back() == phoneme; };
    WordChoice first, last;
    add_words(first, known, 1 + random.below(static_cast<std::uint32_t>(count - 1)), begins);
    // Where a final e is heard, the sound before it is not the very last one.
    std::stable_partition(known.begin(), known.end(), [](const Word* word) { return !word->sounds_final_e; });
    add_words(last, known, count - first.size(), ends);

    Exercise exercise;
    Sort task;
    const VoiceId at_start = content.voice("at_the_start");
    const VoiceId at_end = content.voice("at_the_end");
    task.baskets = {{"start", PictureFace{content.picture("train_engine")}, at_start, {}},
                    {"end", PictureFace{content.picture("train_wagon")}, at_end, {}}};
    for (const Word* word : first)
        task.baskets[0].wanted.push_back(word->text);
    for (const Word* word : last)
        task.baskets[1].wanted.push_back(word->text);
    const VoiceId sound = content.voice("sound_" + letter);
    for (const WordChoice* words : {&first, &last})
        for (const Word* word : *words) {
            const bool starts = words == &first;
            exercise.pieces.push_back({word->text, PictureFace{word->picture}, word->voice});
            exercise.errors.push_back(
                {word->text + (starts ? ">end" : ">start"),
                 starts ? "start_heard_at_end" : "end_heard_at_start",
                 {word->voice, content.voice("sound_is_there"), sound, starts ? at_start : at_end}});
        }
    random.shuffle(exercise.pieces);

    exercise.explanation = {content.voice("listen_again")};
    exercise.prompt = {content.voice("where_is_sound"), sound, at_start, content.voice("or_else"), at_end};
    exercise.praise = {content.voice("you_hear_well")};
    exercise.item = letter;
    exercise.expected = sort_text(task);
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity sound_position() { return {"sound_position", rules, make_exercise}; }

} // namespace mirabelle
