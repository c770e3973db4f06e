// What goes into one basket, and how the basket is told from the others.
#pragma once

#include "engine/word_choice.h"

#include <string>
#include <vector>

namespace mirabelle {

struct Lot {
    std::string label; ///< "animal", "red", "red-disc"
    Face sign;
    VoiceId said{};
    std::size_t colour = 0, shape = 0; ///< where both count
    std::vector<Piece> pieces{};
};

struct LotWish {
    std::string by; ///< category, colour, shape, size or both (colour and shape)
    std::size_t baskets = 2;
    std::size_t pieces = 4;
    bool others_differ = false; ///< the attribute that is not asked for differs, too
    Band band = Band::PS;
};

/// Each lot has at least one piece.
std::vector<Lot> draw_lots(const LotWish& wish, const Content& content, Random& random);

} // namespace mirabelle
