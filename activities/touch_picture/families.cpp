#include "activities/touch_picture/families.h"

#include <array>
#include <string>

namespace mirabelle {

namespace {

struct Family {
    std::string_view category;
    std::string_view line; ///< ends the ids of its voice lines
};
constexpr std::array families{Family{"animal", "animal"}, Family{"aliment", "food"},
                              Family{"vêtement", "clothing"}, Family{"transport", "vehicle"},
                              Family{"corps", "body"}};
// Filed with a family, but nobody would call them by its name.
constexpr std::array<std::string_view, 12> apart{"plume",     "patte",    "os",      "coquillage",
                                                 "parapluie", "sac",      "bague",   "couronne",
                                                 "nœud",      "lunettes", "cravate", "insecte"};

const Family* family_of(const Word& word) {
    for (const Family& family : families)
        if (family.category == word.category &&
            std::find(apart.begin(), apart.end(), word.text) == apart.end())
            return &family;
    return nullptr;
}

} // namespace

void ask_by_family(Exercise& exercise, const WordChoice& known, bool inside, std::size_t choices,
                   const Content& content, Random& random) {
    WordChoice clear; // members that everybody counts among them
    for (const Word* word : known)
        if (family_of(*word) != nullptr)
            clear.push_back(word);
    ENSURE(!clear.empty());
    const Family& family = *family_of(*clear.front());
    const auto is_kin = [&](const Word& word) { return family_of(word) == &family; };
    WordChoice kin, shown;
    add_words(kin, clear, inside ? 1 : choices - 1, is_kin);
    shown = kin;
    add_words(shown, clear, choices, [&](const Word& word) { return !is_kin(word); });
    const Word& right = inside ? *kin.front() : *shown.back();
    choose_among(exercise, shown, right, random);

    const std::string line(family.line);
    const VoiceId called = content.voice("family_" + line), not_called = content.voice("no_family_" + line);
    for (const Word* word : shown)
        if (word != &right)
            exercise.errors.push_back(
                {word->text,
                 inside ? "other_family" : "same_family",
                 {word->voice, inside ? not_called : called, content.voice("we_look_for"),
                  content.voice((inside ? "a_family_" : "other_than_") + line)}});
    exercise.item = (inside ? "of_family " : "outside_family ") + right.text;
    exercise.prompt = {content.voice("touch_word"),
                       content.voice((inside ? "a_family_" : "other_than_") + line)};
    exercise.praise = {right.voice, inside ? called : not_called};
}

} // namespace mirabelle
