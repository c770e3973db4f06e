// What follows in time, in its order: what it is called, what it looks like.
#pragma once

#include "engine/content/content.h"
#include "engine/piece.h"

#include <string_view>
#include <vector>

namespace mirabelle {

/// `kind`: "moments" of a day, "days", "seasons" or "months"; all but moments go round.
std::vector<Piece> calendar(std::string_view kind, const Content& content);

} // namespace mirabelle
