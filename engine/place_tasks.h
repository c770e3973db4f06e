// The tasks in which pieces are brought to places: a plate, a row, baskets.
#pragma once

#include "engine/piece.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

/// Bring `count` pieces labelled `label` to the plate and nothing else, then ring.
struct Drag {
    std::string label;
    int count = 1;
    std::vector<VoiceId> number_words; ///< spoken as pieces arrive: "one", "two"…; may be empty for silence
};

/// A place in a row of places that are filled from left to right.
struct Slot {
    std::string wanted;        ///< label of the piece that belongs there
    std::optional<Face> given; ///< it is there from the beginning; nothing can be put on it
};

/// Wagons of a train, places on a slate, stones of a path.
enum class OrderScene : std::uint8_t { train, slate, path };

/// Somebody who walks over the model as the row is laid: one step for each piece.
struct Walk {
    struct Step {
        std::string label; ///< of the piece that means it
        Point by;
    };
    PictureId walker{};
    Rect from; ///< where it stands first; like the steps in shares of the model's first face
    std::vector<Step> steps;
};

/// Bring pieces to the places of a row; answered when every place is taken. Pieces may be left over.
struct Order {
    std::vector<Slot> slots;
    OrderScene scene = OrderScene::train;
    Model model{};
    Prompt when_built{}; ///< spoken when it is right, before the praise: the word, the whole row
    std::optional<Walk> walk{};
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

} // namespace mirabelle
