// Is a pack of voices fit for a class? Every file is listened to: damaged, silent, clipped, too long, too
// loud or too quiet, or with a pause at its ends.
#pragma once

#include "engine/voice/spoken_lines.h"
#include "engine/voice/voice_packs.h"

#include <string>
#include <vector>

namespace mirabelle {

struct VoicePackReport {
    std::filesystem::path folder;
    int lines = 0;                     ///< good or bad, that Mirabelle says
    std::vector<std::string> problems; ///< file, what, and the remedy
};

/// What is wrong with one recording that may last `longest` ms; a sentence each, without the file's name.
std::vector<std::string> faults_of_recording(const std::filesystem::path& file, Milliseconds longest);

/// Listens to every file of a folder; those that are no line of Mirabelle's are told too. Never throws.
VoicePackReport check_voice_pack(const Content& content, const LineLimits& limits,
                                 const std::filesystem::path& folder);

} // namespace mirabelle
