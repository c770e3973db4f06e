// What the linter has to know of the fonts that children see.
#pragma once

#include "engine/canvas.h"

#include <cstdint>
#include <string_view>

namespace mirabelle {

class Fonts {
  public:
    virtual ~Fonts() = default;

    /// Whether the font of `script` can draw this character of Unicode.
    virtual bool has(Script script, std::uint32_t character) const = 0;
    /// Width of `text` for capitals 1 mm high, mm.
    virtual double width(Script script, std::string_view text) const = 0;
};

} // namespace mirabelle
