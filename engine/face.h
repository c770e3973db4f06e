// What a piece shows, as plain data; how it is drawn is the mechanics' work. Places inside a face are shares
// of its box, whatever size that has on the stage.
#pragma once

#include "engine/canvas.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace mirabelle {

struct PictureFace {
    PictureId picture{};
    double scale = 1; ///< of the room it has, 0..1: where size itself is what is asked

    friend bool operator==(const PictureFace&, const PictureFace&) = default;
};

struct WritingFace {
    std::string text; ///< one character to a short word
    Script script = Script::script;

    friend bool operator==(const WritingFace&, const WritingFace&) = default;
};

struct Dot {
    Point at;          ///< in a box 1 by 1
    double radius = 0; ///< of the same box

    friend bool operator==(const Dot&, const Dot&) = default;
};

/// What the dots lie on; nothing: on what is drawn there already.
enum class DotGround : std::uint8_t { card, die, ten_frame, nothing };

struct DotsFace {
    std::vector<Dot> dots;
    DotGround ground = DotGround::card;

    friend bool operator==(const DotsFace&, const DotsFace&) = default;
};

/// A coloured ribbon, for lengths.
struct BarFace {
    double length = 1; ///< of the box's width, 0..1
    Colour colour = palette::leaf_deep;

    friend bool operator==(const BarFace&, const BarFace&) = default;
};

struct PlacedPicture {
    PictureId picture{};
    Rect where; ///< in a box 1 by 1

    friend bool operator==(const PlacedPicture&, const PlacedPicture&) = default;
};

/// Several pictures together, from back to front: a small scene, a collection, a cat under a table.
struct SceneFace {
    std::vector<PlacedPicture> pictures;

    friend bool operator==(const SceneFace&, const SceneFace&) = default;
};

using Face = std::variant<PictureFace, WritingFace, DotsFace, BarFace, SceneFace>;

} // namespace mirabelle
