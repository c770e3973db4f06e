// Turns recorded commands into pixels, inside any rectangle: every pixel comes out the same whichever
// rectangle it is painted with, so that repainting a part is as good as repainting all.
#pragma once

#include "platform/compositor.h"
#include "platform/display_list.h"

#include <cstdint>
#include <vector>

namespace mirabelle {

class Painter {
  public:
    /// Nothing it paints is wider than `width` pixels: from now on it takes no more memory.
    void reserve(int width);
    void paint(const DisplayList& list, const PixelTarget& target);

  private:
    void paint_command(const DisplayList& list, const Command& command, const PixelTarget& target);
    void paint_stroke(const DisplayList& list, const Command& stroke, const PixelTarget& target);

    std::vector<std::uint8_t> coverage_; ///< of one band of a stroke
};

} // namespace mirabelle
