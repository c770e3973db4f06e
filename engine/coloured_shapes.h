// Shapes in colours, to sort and to line up; assets/pictures.toml brings their pictures into the bundle.
#pragma once

#include "engine/content/content.h"

#include <array>
#include <string>
#include <string_view>

namespace mirabelle {

/// As they stand in labels, and after "shape_" and "colour_" in the names of voice lines.
inline constexpr std::array<std::string_view, 3> shape_kinds{"disc", "square", "heart"};
inline constexpr std::array<std::string_view, 3> shape_colours{"red", "blue", "yellow"};

/// `kind` and `colour` are places in the lists above.
PictureId shape_picture(const Content& content, std::size_t kind, std::size_t colour);

/// E.g. "red-disc".
std::string shape_label(std::size_t kind, std::size_t colour);

} // namespace mirabelle
