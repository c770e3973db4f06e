// Asks every level of every activity hundreds of questions and tells which of them a child could not answer
// rightly: the traps that letter games of this field fall into, each found by rule.
#pragma once

#include "engine/activity.h"
#include "engine/lint/fonts.h"
#include "engine/mechanic.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

enum class LintRule : std::uint8_t {
    right_among_foils, ///< two pieces are called like the right answer
    same_foil_twice,   ///< two foils are called alike or look alike
    foil_also_right,   ///< a foil fits what is asked as well: rhyme, onset, as many
    wrong_answer,      ///< what counts as right is not: fewer dots, another count of syllables
    homophones,        ///< two pieces sound the same
    untaught_grapheme, ///< a letter that neither this level nor an earlier one teaches
    unstable_word,     ///< its syllables are counted, but not everybody hears the same
    name_for_sound,    ///< a letter's name where its sound is meant, or the other way round
    sound_of_stop,     ///< a sound that nobody can hold, asked by itself
    picture_mismatch,  ///< a piece shows something else than what it is called
    picture_missing,   ///< there is no such picture, or children give it another name
    voice_missing,     ///< a line that does not exist
    voice_mismatch,    ///< what is said is not what is asked for
    glyph_missing,     ///< a character that the font of its script does not have
    text_too_small,    ///< a word that fits its piece only in letters too small to read
    target_too_small,  ///< a piece under size on the smallest tablet
    few_questions,     ///< a level that repeats itself
    malformed          ///< the task contradicts its pieces
};

/// As written in the linter's output, e.g. "foil_also_right".
std::string_view name_of(LintRule rule);

struct LintFinding {
    std::string activity;
    std::string level;
    std::uint64_t seed = 0; ///< the first one that shows it
    LintRule rule{};
    std::string reason; ///< one sentence with the remedy
    int seeds = 1;      ///< how many show it

    friend bool operator==(const LintFinding&, const LintFinding&) = default;
};

struct LintOptions {
    std::uint64_t seeds = 500;   ///< for each level
    std::uint64_t laid_out = 12; ///< of these are laid onto the smallest tablet
    std::size_t least_questions =
        2; ///< different ones a level must have: a first level may be as small as that
};

/// How many different questions a level has shown, by what is asked and what it is chosen from.
struct LevelVariety {
    std::string activity;
    std::string level;
    std::size_t questions = 0;
};

struct LintReport {
    std::vector<LintFinding> findings; ///< in the order of activities and levels
    std::vector<LevelVariety> variety;
    std::size_t exercises = 0; ///< looked at

    std::size_t questions() const; ///< different ones in all
};

/// Those of `activities` that ask or say anything otherwise in `accent`.
std::vector<Activity> asked_otherwise(const Content& content, Accent accent,
                                      std::span<const Activity> activities);

LintReport lint(const Content& content, std::span<const Activity> activities, const Fonts& fonts,
                MakeMechanic make_mechanic, const LintOptions& options = {});

} // namespace mirabelle
