// How activities lay out cards that belong together by twos.
#pragma once

#include "engine/exercise.h"
#include "engine/random.h"

#include <array>
#include <functional>
#include <vector>

namespace mirabelle {

using CardPair = std::array<Piece, 2>;

/// Lays the cards of all pairs in a drawn order and makes the exercise one of finding them again. `explain`
/// says what it means when two cards are put together that do not belong together; its response is written
/// here.
void lay_pairs(Exercise& exercise, std::vector<CardPair> pairs, Cards cards, Random& random,
               const std::function<NamedError(const Piece&, const Piece&)>& explain);

} // namespace mirabelle
