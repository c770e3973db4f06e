// The slate on its easel, on which glyphs are traced: where glyphs stand on it, and how paths, dots and the
// starting point look.
#pragma once

#include "engine/canvas.h"
#include "engine/content/content.h"
#include "engine/exercise.h"
#include "engine/stage.h"

#include <vector>

namespace mirabelle {

class Slate {
  public:
    /// Upright for a glyph. For a word it lies, below the word's model where there is one. Paths and ink are
    /// drawn so fine that loops stay open; what is judged stays as wide as small hands need.
    Slate(const Content& content, const Stage& stage, const Trace& task);
    /// Where that model lies, mm of the lane.
    static Rect model_room(const Stage& stage, const Trace& task);

    const Rect& surface() const { return surface_; } ///< where one can write
    /// Half-width of the path, mm: as wide as small hands need, but never so wide that neighbouring strokes
    /// melt together, nor lost on a large display.
    double corridor() const { return corridor_; }
    /// The strokes of `glyph` in mm of the lane.
    std::vector<Stroke> placed(const Glyph& glyph) const;

    void draw(Canvas& canvas) const;
    enum class Turn : std::uint8_t { now, later };
    void draw_path(Canvas& canvas, const Stroke& stroke, TraceGuide guide, Turn turn) const;
    /// Dots on what is left of a stroke of which `done` (0..1) has been followed.
    void draw_dots(Canvas& canvas, const Stroke& stroke, double done) const;
    void draw_ink(Canvas& canvas, const Stroke& line, Colour colour) const;
    /// A small sun where the finger goes on.
    void draw_sun(Canvas& canvas, Point at) const;
    /// Which way the stroke begins.
    void draw_arrow(Canvas& canvas, const Stroke& stroke) const;

  private:
    PictureId picture_;
    Rect where_, surface_;
    double width_share_; ///< of the surface, that a glyph may take
    double ground_;      ///< mm down: where the easel stands
    double corridor_;    ///< mm
    double path_;        ///< half-width as drawn, mm
    double mark_;        ///< of sun and arrow, mm
};

} // namespace mirabelle
