#include "activities/rhymes/rhymes.h"

#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> asks{"pair", "odd_one_out"};
constexpr std::array<std::string_view, 4> foil_kinds{"far", "any", "same_family", "same_beginning"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"foils", SettingKind::word, 0, 0, foil_kinds},
    SettingRule{"choices", SettingKind::number, 2, 5},
};

std::string error_of(const Word& foil, const Word& model) {
    if (begin_alike(foil, model))
        return "beginning_for_rhyme";
    return foil.category == model.category ? "meaning_for_sound" : "other_picture";
}

/// Which of these rhymes with a word that is said?
void ask_for_pair(Exercise& exercise, const WordChoice& known, const Level& level, const Content& content,
                  Random& random) {
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    const Word& model = word_with_kin(known, 2, rhyme);
    WordChoice heard{&model};
    add_word(heard, known, [&](const Word& word) { return rhyme(word, model); });
    const Word& right = *heard.back();
    const auto may_stand = [&](const Word& word) { return !may_rhyme(word, model); };
    const std::string& foils = level.settings.word("foils");
    const auto is_kin = [&](const Word& word) { return word.category == model.category; };
    if (foils == "same_beginning")
        add_word(heard, known, [&](const Word& word) { return may_stand(word) && begin_alike(word, model); });
    if (foils == "same_family")
        add_word(heard, known, [&](const Word& word) { return may_stand(word) && is_kin(word); });
    if (foils == "far")
        add_words(heard, known, choices + 1, [&](const Word& word) {
            return may_stand(word) && !begin_alike(word, model) && !is_kin(word);
        });
    add_words(heard, known, choices + 1, may_stand);
    WordChoice shown(heard.begin() + 1, heard.end());
    for (const Word* foil : shown)
        if (foil != &right)
            exercise.errors.push_back({foil->text,
                                       error_of(*foil, model),
                                       {foil->voice, model.voice, content.voice("they_do_not_rhyme")}});
    shown = choose_among(exercise, shown, right, random);
    exercise.item = model.text + " " + right.text;
    exercise.prompt = {content.voice(level.band == Band::PS ? "what_ends_like" : "what_rhymes_with"),
                       model.voice, content.voice("listen_to_these")};
    for (const Word* word : shown)
        exercise.prompt.push_back(word->voice);
    exercise.praise = {content.voice("yes"), model.voice, right.voice, content.voice("they_rhyme")};
}

/// All but one rhyme.
void ask_for_odd_one(Exercise& exercise, const WordChoice& known, const Level& level, const Content& content,
                     Random& random) {
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    const Word& model = word_with_kin(known, choices - 1, rhyme);
    WordChoice shown{&model};
    add_words(shown, known, choices - 1, [&](const Word& word) { return rhyme(word, model); });
    const WordChoice kin = shown;
    const bool near = level.settings.word("foils") == "same_beginning";
    const auto apart = [&](const Word& word) { return !may_rhyme(word, model); };
    if (!near ||
        !add_word(shown, known, [&](const Word& word) { return apart(word) && begin_alike(word, model); }))
        add_word(shown, known, apart);
    const Word& right = *shown.back();
    for (std::size_t i = 0; i < kin.size(); ++i)
        exercise.errors.push_back(
            {kin[i]->text,
             "rhyme_for_odd_one",
             {kin[i]->voice, kin[(i + 1) % kin.size()]->voice, content.voice("they_rhyme")}});
    exercise.prompt = names_of(choose_among(exercise, shown, right, random));
    exercise.prompt.push_back(content.voice("which_does_not_rhyme"));
    exercise.praise = {content.voice("yes"), right.voice, content.voice("does_not_rhyme")};
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const WordChoice known = known_words(content, level.band, random);
    Exercise exercise;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    if (level.settings.word("ask") == "pair")
        ask_for_pair(exercise, known, level, content, random);
    else
        ask_for_odd_one(exercise, known, level, content, random);
    return exercise;
}

} // namespace

Activity rhymes() { return {"rhymes", rules, make_exercise}; }

} // namespace mirabelle
