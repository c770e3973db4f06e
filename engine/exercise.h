// One question as plain data, the same for every activity: what is asked, what lies on the stage, what is
// right, and what each wrong answer means. It is rebuilt exactly from (activity, level, content version,
// seed).
#pragma once

#include "engine/audio.h"
#include "engine/canvas.h"
#include "engine/glyph.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace mirabelle {

/// Voice lines, spoken in order.
using Prompt = std::vector<VoiceId>;

/// What a piece shows.
struct PictureFace {
    PictureId picture{};
};
struct WritingFace {
    std::string text; ///< one to three characters
    Script script = Script::script;
};
using Face = std::variant<PictureFace, WritingFace>;

/// Something a child can touch. Pieces with the same label are the same to the solution.
struct Piece {
    std::string label; ///< what the journal calls it, e.g. "b", "apple", "4"
    Face face;
};

/// Touch the one piece that is right.
struct Choose {
    std::size_t right = 0; ///< index into the exercise's pieces
};

enum class Arrangement : std::uint8_t { row, scattered, circle };
/// Whether a thing that was counted stays marked.
enum class Marks : std::uint8_t { stay, vanish };

/// Touch every piece once, then the numeral that says how many.
struct TapCount {
    Arrangement arrangement = Arrangement::row;
    Marks marks = Marks::stay;
    std::uint64_t layout_seed = 0;
    std::vector<VoiceId> number_words; ///< spoken piece by piece; one more than there are pieces
    Prompt when_counted;               ///< spoken once every piece has been touched: now the stones
    std::vector<Piece> numerals;
    std::size_t right = 0; ///< index into `numerals`
};

/// Bring `count` pieces labelled `label` to the plate and nothing else, then ring.
struct Drag {
    std::string label;
    int count = 1;
    std::vector<VoiceId> number_words; ///< spoken as pieces arrive: "one", "two"…; may be empty for silence
};

/// How much of the model stands on the slate.
enum class TraceGuide : std::uint8_t { wide_path, narrow_path, dots, start_only };

/// Follow the strokes of a glyph.
struct Trace {
    Glyph glyph;
    TraceGuide guide = TraceGuide::wide_path;
};

/// Which mechanic plays it, and what it needs to know.
using Task = std::variant<Choose, TapCount, Drag, Trace>;

/// A wrong answer that means something.
struct NamedError {
    std::string response; ///< the answer as the journal writes it
    std::string name;     ///< an id of assets/errors.toml
    Prompt explanation;   ///< spoken: the difference, never a scolding
};

struct Exercise {
    std::string skill;    ///< id of assets/skills.toml
    std::string item;     ///< what is asked, e.g. "b", "5"
    std::string expected; ///< the right answer as the journal writes it
    Prompt prompt;
    Prompt praise; ///< short and informative
    std::vector<Piece> pieces;
    Task task;
    double difficulty = 0; ///< expert prior, logits
    int options = 0;       ///< equally likely answers for a guesser; 0 when the answer is built
    std::vector<NamedError> errors;
    Prompt explanation; ///< for wrong answers without a name of their own
};

/// What an answer was chosen from, in the order shown: labels; empty when nothing is chosen.
std::vector<std::string> options_shown(const Exercise& exercise);

/// The named error for `response`, or nullptr.
const NamedError* error_for(const Exercise& exercise, std::string_view response);

} // namespace mirabelle
