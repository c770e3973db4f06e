// Packs the touches of one attempt into few bytes (about 4 a touch) and back, exact to 0.1 mm and 1 ms.
#pragma once

#include "engine/records.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mirabelle {

/// The trace as pack_trace keeps it: every length rounded to 0.1 mm, and held within ±100 m.
TouchTrace quantised(const TouchTrace& trace);

std::vector<std::uint8_t> pack_trace(const TouchTrace& trace);

/// What was packed, quantised; nothing for bytes that pack_trace cannot have written.
std::optional<TouchTrace> unpack_trace(std::span<const std::uint8_t> packed);

} // namespace mirabelle
