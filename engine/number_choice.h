// How activities ask for a number: what there is to choose from, and what is said when another one is chosen.
#pragma once

#include "engine/content/content.h"
#include "engine/exercise.h"
#include "engine/random.h"

#include <span>
#include <string_view>
#include <vector>

namespace mirabelle {

/// The line that says the number word, 1..30.
VoiceId number_voice(const Content& content, int number);
/// A numeral in script.
Face numeral(int number);
/// Dots as on a die, or in a frame of ten where a die has no room, 1..10.
Face dots_of(int number, Random& random);
/// The hands that show it, 1..10.
Face fingers(const Content& content, int number);

/// The number as a "numeral", as "fingers", or else in dots.
Face number_as(std::string_view look, int number, const Content& content, Random& random);

/// `right` and those nearest to it, `count` in all, in order as on a number strip; all of `range`, which has
/// as many.
std::vector<int> numbers_around(int right, std::size_t count, NumberRange range, Random& random);

/// Brings `wanted` (the answers that mean something) and then those nearest to `right` together, in order:
/// `count` different ones of `range`, `right` among them.
std::vector<int> numbers_with(int right, std::span<const int> wanted, std::size_t count, NumberRange range);

/// Makes the exercise one of touching the number `right` among `numbers`, each shown by its face in `faces`,
/// with what is said of the wrong ones: one more, one less, another number.
void choose_number(Exercise& exercise, std::span<const int> numbers, std::span<const Face> faces, int right,
                   const Content& content);

/// The same with numerals.
void choose_numeral(Exercise& exercise, std::span<const int> numbers, int right, const Content& content);

struct NumberPair {
    int less = 1, more = 2;
};
/// As levels write it: "4 8", the smaller one first, both above 0.
NumberPair number_pair(std::string_view written);

/// The wrong answer `number` means this, wherever it can be chosen.
void name_error(Exercise& exercise, int number, std::string_view name, Prompt explanation);

} // namespace mirabelle
