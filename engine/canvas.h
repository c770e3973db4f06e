// What a scene can be drawn with. Scenes speak in millimetres; a canvas knows pixels, so that engine and
// activities never do. Drawing is a pure description: it changes no state and allocates nothing.
#pragma once

#include "engine/geometry.h"
#include "engine/palette.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace mirabelle {

/// A picture of the bundle, by its place in Content's list (so that a missing picture is found at start).
enum class PictureId : std::uint16_t {};

/// The three ways of writing that French schools teach.
enum class Script : std::uint8_t { capital, script, cursive };

/// How a picture differs, for this frame, from lying at rest: rasters are made for the rest size and only
/// stretched while something moves.
struct Pose {
    Point shift{};        ///< mm
    double stretch_x = 1; ///< around the centre
    double stretch_y = 1;
    double opacity = 1; ///< 0..1
};

struct TextStyle {
    Script script = Script::script;
    double height = 10; ///< mm from the top of a capital to the baseline
    Colour colour = palette::ink;
};

class Canvas {
  public:
    virtual ~Canvas() = default;

    /// Everything drawn until the next call is moved by `origin` and cut at `clip` (both in mm of the
    /// screen).
    virtual void set_area(Point origin, Rect clip) = 0;

    /// Opaque scenery that fills `where`: scaled to cover it, anchored at the bottom centre, the rest cut
    /// off.
    virtual void backdrop(PictureId picture, Rect where) = 0;

    /// `picture` fitted into `where`, keeping its proportions, centred.
    virtual void picture(PictureId picture, Rect where, const Pose& pose = {}) = 0;

    /// A filled rectangle with round corners of `radius` mm (at most half the shorter side).
    virtual void card(Rect where, double radius, Colour colour, const Pose& pose = {}) = 0;

    /// The one soft shadow that lies under what can be picked up, for a card of that shape.
    virtual void shadow(Rect where, double radius, const Pose& pose = {}) = 0;

    virtual void disc(Point centre, double radius, Colour colour, const Pose& pose = {}) = 0;

    /// A line with round ends and joins through `path`, `width` mm thick.
    virtual void stroke(std::span<const Point> path, double width, Colour colour) = 0;

    /// `text` centred on `centre`: horizontally by its advance, vertically by the height of a capital.
    virtual void text(std::string_view text, Point centre, const TextStyle& style, const Pose& pose = {}) = 0;

    /// Width in mm that `text` will take.
    virtual double text_width(std::string_view text, const TextStyle& style) = 0;
};

} // namespace mirabelle
