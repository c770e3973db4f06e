#include "activities/same_beginning/same_beginning.h"

#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> units{"syllable", "phoneme"};
constexpr std::array<std::string_view, 2> asks{"pair", "odd_one_out"};
constexpr std::array<std::string_view, 2> onset_kinds{"continuant", "any"};
constexpr std::array<std::string_view, 2> foil_kinds{"any", "trap"};
constexpr std::array rules{
    SettingRule{"unit", SettingKind::word, 0, 0, units},
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"onsets", SettingKind::word, 0, 0, onset_kinds}, // stops cannot be held, so they come later
    SettingRule{"foils", SettingKind::word, 0, 0, foil_kinds},   // a trap rhymes or is of the same family
    SettingRule{"choices", SettingKind::number, 2, 5},
};

bool is_stop(const std::string& phoneme) {
    constexpr std::array<std::string_view, 6> stops{"p", "t", "k", "b", "d", "ɡ"};
    return std::find(stops.begin(), stops.end(), phoneme) != stops.end();
}

/// What this level listens for.
class Beginning {
  public:
    explicit Beginning(const Level& level)
        : by_syllable_(level.settings.word("unit") == "syllable"),
          stops_(level.settings.word("onsets") == "any") {}

    bool may_be_asked(const Word& word) const {
        return by_syllable_ ? word.counts_alike && word.syllables > 1
                            : stops_ || !is_stop(word.phonemes.front());
    }
    bool same(const Word& a, const Word& b) const {
        return by_syllable_ ? begin_with_same_syllable(a, b) : begin_alike(a, b);
    }
    std::string_view line(std::string_view syllable, std::string_view phoneme) const {
        return by_syllable_ ? syllable : phoneme;
    }

  private:
    bool by_syllable_, stops_;
};

std::string error_of(const Word& foil, const Word& model) {
    if (rhyme(foil, model))
        return "rhyme_for_beginning";
    return foil.category == model.category ? "meaning_for_sound" : "other_picture";
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const Beginning beginning(level);
    WordChoice known = known_words(content, level.band, random);
    std::erase_if(known, [&](const Word* word) { return !beginning.may_be_asked(*word); });
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    const bool pair = level.settings.word("ask") == "pair";
    const std::size_t kin = pair ? 2 : choices - 1;
    const Word& model =
        word_with_kin(known, kin, [&](const Word& a, const Word& b) { return beginning.same(a, b); });

    WordChoice heard{&model};
    add_words(heard, known, kin, [&](const Word& word) { return beginning.same(word, model); });
    // Who listens to the end, or to the meaning, shall find something to choose.
    const auto apart = [&](const Word& word) { return !beginning.same(word, model); };
    if (level.settings.word("foils") == "trap")
        add_word(heard, known, [&](const Word& word) {
            return apart(word) && (rhyme(word, model) || word.category == model.category);
        });
    add_words(heard, known, pair ? choices + 1 : choices, apart); // one in all where it is the odd one
    const Word& right = pair ? *heard[1] : *heard.back();

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    const VoiceId alike = content.voice(beginning.line("same_first_syllable", "same_first_sound"));
    const VoiceId unlike = content.voice(beginning.line("other_first_syllable", "other_first_sound"));
    for (const Word* word : heard)
        if (word != &right && pair && word != &model)
            exercise.errors.push_back(
                {word->text, error_of(*word, model), {word->voice, model.voice, unlike}});
        else if (word != &right && !pair)
            exercise.errors.push_back({word->text,
                                       "beginning_for_odd_one",
                                       {word->voice, heard[heard.front() == word ? 1 : 0]->voice, alike}});
    const WordChoice shown =
        choose_among(exercise, pair ? WordChoice(heard.begin() + 1, heard.end()) : heard, right, random);
    exercise.prompt = names_of(shown);
    if (pair) {
        exercise.item = model.text + " " + right.text;
        const Prompt opening{content.voice(beginning.line("what_begins_like_syllable", "what_begins_like")),
                             model.voice, content.voice("listen_to_these")};
        exercise.prompt.insert(exercise.prompt.begin(), opening.begin(), opening.end());
        exercise.praise = {content.voice("yes"), model.voice, right.voice, alike};
    } else {
        exercise.prompt.push_back(content.voice("which_begins_differently"));
        exercise.praise = {content.voice("yes"), right.voice, unlike};
    }
    return exercise;
}

} // namespace

Activity same_beginning() { return {"same_beginning", rules, make_exercise}; }

} // namespace mirabelle
