// How an exercise is played, as plain data: one type for each mechanic, with what that mechanic has to know.
// "Index" is always a place among the exercise's pieces.
#pragma once

#include "engine/place_tasks.h"
#include "engine/writing/alphabet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace mirabelle {

/// Pads in a pond; or one line of wagons behind an engine, where the order is what matters.
enum class ChooseScene : std::uint8_t { pond, train };

/// Touch the one piece that is right.
struct Choose {
    std::size_t right = 0; ///< index
    Model model{};
    ChooseScene scene = ChooseScene::pond;
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

/// How much of the model stands on the slate; `alone`: nothing, it is written freely and judged when the pen
/// rests.
enum class TraceGuide : std::uint8_t { wide_path, narrow_path, dots, start_only, alone };

/// Follow the strokes of a glyph, or of a word: then the slate lies on its long side.
struct Trace {
    Glyph glyph;
    TraceGuide guide = TraceGuide::wide_path;
    Alphabet alphabet = Alphabet::digits; ///< where `alone` looks what else counts as this glyph
    std::string id{};                     ///< in that alphabet; empty for a word
    double interline = 1; ///< of a word: height in the glyph of a small letter, or of half a capital
    Model model{};        ///< of a word whose path is not seen: what to look at
};

/// Whether cards lie with their faces up or down.
enum class Cards : std::uint8_t { open, hidden };

/// Touch two cards that belong together, until all are found.
struct Pairs {
    std::vector<std::size_t> partner; ///< for each piece the index of the one it belongs to
    Cards cards = Cards::open;
};

/// Put one thing on a line of numbers.
struct Strip {
    int first = 0, last = 10;   ///< at the ends of the line
    std::vector<int> marked;    ///< which numbers have a mark and their numeral
    double target = 5;          ///< where it belongs
    double tolerance = 0.5;     ///< in steps of the line, to either side
    std::optional<double> from; ///< where a hop begins; none where it is simply placed
};

/// Beat the drum: as often as the word has syllables; or once, when something in a row of lines is wrong.
struct Rhythm {
    std::vector<VoiceId>
        lines;     ///< spoken at the beats: syllables that are shown by the drum, or a rhyme's words
    int beats = 1; ///< how often to beat
    std::optional<std::size_t> odd; ///< which of the lines is wrong: beat as soon as it is heard
    Model model{};
};

struct StoryPage {
    SceneFace scene;
    Prompt told;
};

/// Listen page by page (a finger turns them), then touch the one piece that is right.
struct Story {
    std::vector<StoryPage> pages;
    Prompt question;       ///< spoken when the last page has been turned
    std::size_t right = 0; ///< index
};

/// Which mechanic plays it, and what it needs to know.
using Task = std::variant<Choose, TapCount, Drag, Trace, Order, Sort, Pairs, Strip, Rhythm, Story>;

} // namespace mirabelle
