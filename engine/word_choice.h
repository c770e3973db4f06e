// How activities draw words: those a child knows, each one beside others with which it cannot be confused.
#pragma once

#include "engine/content/content.h"
#include "engine/exercise.h"
#include "engine/random.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace mirabelle {

using WordChoice = std::vector<const Word*>;

/// The words that children of `band` know and give the same name, in a drawn order.
WordChoice known_words(const Content& content, Band band, Random& random);

/// Takes the first word of `from` that `fits` and that sounds like none of `chosen`, and puts it there; false
/// when there is none.
template <typename Fits>
bool add_word(WordChoice& chosen, const WordChoice& from, Fits fits) {
    for (const Word* word : from) {
        const bool distinct = std::none_of(chosen.begin(), chosen.end(),
                                           [&](const Word* other) { return sound_alike(*word, *other); });
        if (distinct && fits(*word)) {
            chosen.push_back(word);
            return true;
        }
    }
    return false;
}

/// The same until `count` words are chosen or none is left.
template <typename Fits>
void add_words(WordChoice& chosen, const WordChoice& from, std::size_t count, Fits fits) {
    while (chosen.size() < count && add_word(chosen, from, fits)) {
    }
}

/// The first of `known` with which `count` words go together, itself among them; where there is none, the
/// first.
template <typename Together>
const Word& word_with_kin(const WordChoice& known, std::size_t count, Together together) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const Word* word) {
        WordChoice kin;
        add_words(kin, known, count, [&](const Word& other) { return together(other, *word); });
        return kin.size() >= count;
    });
    return found == known.end() ? *known.front() : **found;
}

/// Lays the words on the stage in a drawn order; to be touched is `right`, one of them. Their order is given
/// back.
WordChoice choose_among(Exercise& exercise, WordChoice shown, const Word& right, Random& random);

/// How the words write the sound of a letter that can be held: mid vowels are merged.
std::string_view phoneme_of(std::string_view letter);

/// The words one after the other.
Prompt names_of(const WordChoice& words);

} // namespace mirabelle
