#include "engine/lint/rules.h"

#include <algorithm>
#include <sstream>

namespace mirabelle {

namespace {

VoiceId noise_of(const Linted& asked, const std::string& label) {
    return asked.content.voice("noise_" + label);
}

bool is_noise(const Linted& asked, VoiceId line) {
    const auto place = static_cast<std::size_t>(line);
    return place < asked.content.voices().size() && asked.content.voices()[place].id.starts_with("noise_");
}

} // namespace

void lint_noises(const Linted& asked, const Complain& complain) {
    if (!is_skill(asked, "familiar_sounds_") && !is_skill(asked, "sound_sequence_"))
        return;
    const Exercise& exercise = asked.exercise;
    for (const Piece& piece : exercise.pieces)
        if (piece.said != noise_of(asked, piece.label))
            complain(LintRule::voice_mismatch, "'" + piece.label + "' sounds like something else");
    Prompt heard, wanted;
    std::copy_if(exercise.prompt.begin(), exercise.prompt.end(), std::back_inserter(heard),
                 [&](VoiceId line) { return is_noise(asked, line); });
    std::istringstream labels(exercise.expected);
    for (std::string label; labels >> label;)
        wanted.push_back(noise_of(asked, label));
    if (heard != wanted)
        complain(LintRule::voice_mismatch,
                 "'" + exercise.expected + "' is right, but something else is heard: play it in the prompt");
}

} // namespace mirabelle
