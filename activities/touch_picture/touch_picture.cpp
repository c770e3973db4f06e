#include "activities/touch_picture/touch_picture.h"

#include "activities/touch_picture/families.h"
#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 4> asks{"named", "odd_one_out", "of_family", "outside_family"};
constexpr std::array<std::string_view, 2> distances{"far", "near"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"foils", SettingKind::word, 0, 0, distances}, // of meaning
    SettingRule{"families", SettingKind::words},              // where the words come from
    SettingRule{"choices", SettingKind::number, 2, 6},
};

bool is_of(std::span<const std::string> families, const Word& word) {
    return std::find(families.begin(), families.end(), word.category) != families.end();
}

/// Touch what is named; the others are of its own family, or all of other ones.
void ask_for_named(Exercise& exercise, const WordChoice& known, bool near, std::size_t choices,
                   const Content& content, Random& random) {
    WordChoice shown{known.front()};
    const Word& right = *known.front();
    add_words(shown, known, choices, [&](const Word& word) {
        return near ? word.category == right.category
                    : std::none_of(shown.begin(), shown.end(),
                                   [&](const Word* other) { return word.category == other->category; });
    });
    choose_among(exercise, shown, right, random);
    for (const Word* foil : shown)
        if (foil != &right)
            exercise.errors.push_back(
                {foil->text,
                 foil->category == right.category ? "near_meaning" : "other_picture",
                 {content.voice("this_one_is"), foil->voice, content.voice("we_look_for"), right.voice}});
    exercise.prompt = {content.voice("touch_word"), right.voice};
    exercise.praise = {content.voice("yes"), right.voice};
}

/// All but one are of one family.
void ask_for_odd_one(Exercise& exercise, const WordChoice& known, std::size_t choices, const Content& content,
                     Random& random) {
    const std::string& family = known.front()->category;
    WordChoice shown;
    add_words(shown, known, choices - 1, [&](const Word& word) { return word.category == family; });
    const WordChoice kin = shown;
    add_word(shown, known, [&](const Word& word) { return word.category != family; });
    const Word& right = *shown.back();
    exercise.prompt = names_of(choose_among(exercise, shown, right, random));
    exercise.prompt.push_back(content.voice("which_does_not_belong"));
    exercise.praise = {content.voice("yes"), right.voice};
    for (const Word* word : kin)
        exercise.errors.push_back(
            {word->text, "same_family", {word->voice, content.voice("goes_with_others")}});
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    WordChoice known = known_words(content, level.band, random);
    const auto families = level.settings.words("families");
    std::erase_if(known, [&](const Word* word) { return !is_of(families, *word); });
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    Exercise exercise;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    if (level.settings.word("ask") == "named")
        ask_for_named(exercise, known, level.settings.word("foils") == "near", choices, content, random);
    else if (level.settings.word("ask") == "odd_one_out")
        ask_for_odd_one(exercise, known, choices, content, random);
    else
        ask_by_family(exercise, known, level.settings.word("ask") == "of_family", choices, content, random);
    return exercise;
}

} // namespace

Activity touch_picture() { return {"touch_picture", rules, make_exercise}; }

} // namespace mirabelle
