#include "engine/content/accent.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::string_view southern_mark = "-south";

bool is_vowel(std::string_view phoneme) {
    constexpr std::array<std::string_view, 12> vowels{"a", "e", "i", "o", "u", "y",
                                                      "ø", "ə", "ɑ̃", "ɛ̃", "ɔ̃", "œ̃"};
    return std::find(vowels.begin(), vowels.end(), phoneme) != vowels.end();
}

/// Written without its plural's s.
std::string_view singular(std::string_view text) {
    if (text.ends_with("es"))
        text.remove_suffix(1);
    return text;
}

/// How many phonemes at its end begin the syllable of the e: the last consonant, with the one before where
/// the two are never parted (ti-gre, ta-ble).
std::size_t onset_of_last(const Word& word) {
    constexpr std::array<std::string_view, 8> openers{"p", "t", "k", "b", "d", "ɡ", "f", "v"};
    const auto& heard = word.phonemes;
    const bool liquid = heard.back() == "l" || heard.back() == "ʁ";
    const bool joined = liquid && heard.size() > 2 &&
                        std::find(openers.begin(), openers.end(), heard[heard.size() - 2]) != openers.end();
    return joined ? 2 : 1;
}

bool has_mute_e_inside(std::string_view text) {
    constexpr std::string_view vowels = "aeiouy";
    for (std::size_t at = text.find("e-"); at != std::string_view::npos; at = text.find("e-", at + 1)) {
        const bool after_letter = at > 0 && static_cast<unsigned char>(text[at - 1]) < 0x80;
        if (after_letter && vowels.find(text[at - 1]) == std::string_view::npos)
            return true;
    }
    return false;
}

} // namespace

bool ends_in_mute_e(const Word& word) {
    return singular(word.text).ends_with("e") && !is_vowel(word.phonemes.back());
}

Word heard_in_the_south(Word word) {
    word.counts_alike = word.counts_alike && !has_mute_e_inside(word.text);
    if (!ends_in_mute_e(word))
        return word;
    if (word.syllables == 1)
        word.first_syllable -= onset_of_last(word);
    ++word.syllables;
    word.sounds_final_e = true;
    return word;
}

std::string version_in(Accent accent, std::string_view version) {
    return std::string(version) + (accent == Accent::southern ? std::string(southern_mark) : std::string());
}

Accent accent_of(std::string_view version) {
    return version.ends_with(southern_mark) ? Accent::southern : Accent::northern;
}

} // namespace mirabelle
