// How an exercise is played, as plain data: one type for each mechanic, with what that mechanic has to know.
// "Index" is always a place among the exercise's pieces.
#pragma once

#include "engine/audio.h"
#include "engine/face.h"
#include "engine/touch.h"
#include "engine/writing/alphabet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
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

/// Bring `count` pieces labelled `label` to the plate and nothing else, then ring.
struct Drag {
    std::string label;
    int count = 1;
    std::vector<VoiceId> number_words; ///< spoken as pieces arrive: "one", "two"…; may be empty for silence
};

/// How much of the model stands on the slate; `alone`: nothing, it is written freely and judged when the pen
/// rests.
enum class TraceGuide : std::uint8_t { wide_path, narrow_path, dots, start_only, alone };

/// Follow the strokes of a glyph.
struct Trace {
    Glyph glyph;
    TraceGuide guide = TraceGuide::wide_path;
    Alphabet alphabet = Alphabet::digits; ///< where `alone` looks what else counts as this glyph
    std::string id{};                     ///< in that alphabet
};

/// A place in a row of places that are filled from left to right.
struct Slot {
    std::string wanted;        ///< label of the piece that belongs there
    std::optional<Face> given; ///< it is there from the beginning; nothing can be put on it
};

/// Wagons of a train, places on a slate, stones of a path.
enum class OrderScene : std::uint8_t { train, slate, path };

/// Bring pieces to the places of a row; answered when every place is taken. Pieces may be left over.
struct Order {
    std::vector<Slot> slots;
    OrderScene scene = OrderScene::train;
    Model model{};
    Prompt when_built{}; ///< spoken when it is right, before the praise: the word, the whole row
};

struct Basket {
    std::string label;               ///< what the journal calls it
    Face sign;                       ///< what stands on it
    VoiceId said{};                  ///< spoken when it is touched
    std::vector<std::string> wanted; ///< labels of the pieces that belong there, one for each piece
};

/// When the answer is given: with every piece (one that is wrong goes home), or when the bell is rung.
enum class SortCheck : std::uint8_t { each_piece, at_bell };

/// Bring pieces into baskets. What no basket wants stays on the ground.
struct Sort {
    std::vector<Basket> baskets; ///< two to four
    SortCheck check = SortCheck::each_piece;
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
