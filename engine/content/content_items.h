// The things content is made of: voice lines, letters, things to count, skills, errors, portraits.
#pragma once

#include "engine/audio.h"
#include "engine/band.h"
#include "engine/canvas.h"
#include "engine/touch.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mirabelle {

/// Where a line is written: in assets/voice/lines.toml as what the program itself says, as what activities
/// say, as a number word; in letters.toml, objects.toml, words_fr.csv.
enum class VoiceFamily : std::uint8_t { general, line, number, letter, object, word };

struct Voice {
    std::filesystem::path file; ///< what is played: the bundle's, or that of somebody who recorded it
    Milliseconds duration = 0;  ///< of `file`
    std::string text = {};      ///< what is said, for captions and for the teacher
    std::string id = {};
    VoiceFamily family = VoiceFamily::line;
    std::filesystem::path built_in = {}; ///< the bundle's own file
    Milliseconds built_in_duration = 0;
};

enum class LetterKind : std::uint8_t { vowel, continuant, stop, digraph, silent };

struct Letter {
    std::string id;    ///< ASCII, part of its voice lines
    std::string lower; ///< as written in script
    std::string capital;
    LetterKind kind = LetterKind::vowel;
    bool sound_may_be_asked = false;     ///< the sounds of stops are not asked in maternelle
    int order = 0;                       ///< in teaching
    std::vector<std::string> mirrors;    ///< ids of letters that are its mirror image (b/d)
    std::string mirror_line;             ///< the voice line that tells it from its mirror image
    std::vector<std::string> neighbours; ///< ids of letters whose sound is near (f/v)
};

/// A thing that can be counted, which every child names the same.
struct CountedObject {
    std::string id;
    PictureId picture{};
    Band band = Band::PS; ///< from when on children know it
    bool food = false;    ///< it may be asked for on a plate
};

struct Skill {
    std::string id;
    std::string strand;   ///< "literacy" or "numeracy"
    Band band = Band::MS; ///< of the children who are asked
    std::string name;     ///< French, for the teacher
    std::string column;   ///< of the programme: the band's name, or a school level that a pack adds ("CP")
    std::vector<std::string> needs = {}; ///< ids; of a pack's skill only, the others' are in skill_graph.toml
};

struct ErrorDescription {
    std::string id;
    std::string text; ///< French, in a teacher's words
};

/// An animal on a coloured disc that stands for a child.
struct Portrait {
    std::string id;
    PictureId picture{};
    Colour colour;
};

} // namespace mirabelle
