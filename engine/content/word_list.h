// The words a child of three to six can name, with what is heard in them: syllables, phonemes, rime.
#pragma once

#include "engine/audio.h"
#include "engine/band.h"
#include "engine/canvas.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

struct Word {
    std::string text; ///< "chat"; the journal calls it so
    PictureId picture{};
    VoiceId voice{};                   ///< the word alone
    VoiceId in_pieces{};               ///< syllable after syllable; silence where it has one or is not cut
    std::vector<std::string> phonemes; ///< as heard in the north of France, mid vowels merged
    std::size_t first_syllable = 0;    ///< so many phonemes belong to it
    int syllables = 1;                 ///< heard; a final mute e is one in the south alone (accent.h)
    std::string rime;                  ///< last full vowel and what follows, mid vowels merged
    bool sounds_final_e = false;       ///< after all that: its mute e is heard
    std::string category;              ///< "animal"
    Band band = Band::PS;              ///< from when on children know it
    bool counts_alike = true;          ///< everybody hears the same number of syllables
    bool named_alike = true;           ///< every child gives the picture this name
};

/// Where the bundle keeps the picture and the voice line of a word, by its code point; nothing where it does
/// not.
struct WordMedia {
    std::function<std::optional<PictureId>(const std::string&)> picture;
    std::function<VoiceId(const std::string&)> voice;
};

/// Reads words_fr.csv, and word_traps.toml beside it. Throws ContentError (file, line, remedy).
std::vector<Word> read_words(const std::filesystem::path& folder, const WordMedia& media);

/// Words that sound the same never stand in one question.
bool sound_alike(const Word& a, const Word& b);
bool begin_alike(const Word& a, const Word& b); ///< with the same phoneme
bool begin_with_same_syllable(const Word& a, const Word& b);
bool rhyme(const Word& a, const Word& b);
/// Whether anybody could hear a rhyme: also where a final e alone parts them (bol, école).
bool may_rhyme(const Word& a, const Word& b);
/// Whether exactly one phoneme makes the difference (poule, boule).
bool is_minimal_pair(const Word& a, const Word& b);

} // namespace mirabelle
