// Things to weigh, and the balance on which two of them stand.
#pragma once

#include "engine/content/content.h"
#include "engine/piece.h"
#include "engine/random.h"

#include <string_view>
#include <vector>

namespace mirabelle {

struct Weighed {
    Piece piece;     ///< as it is touched
    int mass = 1;    ///< only more or less counts
    double size = 1; ///< of what fits on a pan, 0..1
};

/// One light and one heavy thing that children know; or `count` parcels of which only the balance tells, from
/// light to heavy. `misleading`: what is light is large.
std::vector<Weighed> known_things(const Content& content, bool misleading, Random& random);
std::vector<Weighed> parcels(std::size_t count, const Content& content, bool misleading, Random& random);

SceneFace on_balance(const Weighed& left, const Weighed& right, const Content& content);

} // namespace mirabelle
