// A pattern in which one element is wrong.
#pragma once

#include "engine/content/content.h"
#include "engine/exercise.h"
#include "engine/random.h"

#include <span>
#include <string>

namespace mirabelle {

/// Touch what must stand where `row`, of the given unit, has been spoilt; A, B and C are the elements.
Exercise ask_to_repair(const Level& level, const std::string& unit, const std::string& row,
                       std::span<const Piece> elements, const Content& content, Random& random);

} // namespace mirabelle
