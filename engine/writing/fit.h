// Lays ink over a model as well as writing may differ from it: other place and size, a slant, a turned sheet;
// never so far that one letter becomes another.
#pragma once

#include "engine/glyph.h"

#include <span>
#include <vector>

namespace mirabelle {

/// The strokes of `ink` in the model's place and size. One scale for both axes comes first, so that a thin
/// letter stays thin; then up to 1.45 of stretch, .45 of slant and .28 of rise are allowed (a sheet turned by
/// 12° and a slant of .2 together are .42 and .21). No rotation beyond: b d p q 6 9.
std::vector<Stroke> fitted(std::span<const Stroke> ink, std::span<const Stroke> model);

} // namespace mirabelle
