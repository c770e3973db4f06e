// The things an exercise is put together from: what is said, what can be touched, what is looked at.
#pragma once

#include "engine/audio.h"
#include "engine/face.h"
#include "engine/touch.h"

#include <string>
#include <vector>

namespace mirabelle {

/// Voice lines, spoken in order.
using Prompt = std::vector<VoiceId>;

/// Something a child can touch. Pieces with the same label are the same to the solution.
struct Piece {
    std::string label; ///< what the journal calls it, e.g. "b", "apple", "4"
    Face face;
    VoiceId said{}; ///< spoken when it is taken, where taking is not yet answering
};

/// What is looked at before something is chosen or built.
struct Model {
    std::vector<Face> faces;    ///< side by side; may be empty
    Milliseconds shown_for = 0; ///< after which a leaf covers it; 0 where it stays
};

} // namespace mirabelle
