#include "engine/coloured_shapes.h"

namespace mirabelle {

PictureId shape_picture(const Content& content, std::size_t kind, std::size_t colour) {
    constexpr std::array<std::array<std::string_view, 3>, 3> pictures{
        {{"1f534", "1f535", "1f7e1"}, {"1f7e5", "1f7e6", "1f7e8"}, {"2764", "1f499", "1f49b"}}};
    return content.picture(pictures.at(kind).at(colour));
}

std::string shape_label(std::size_t kind, std::size_t colour) {
    return std::string(shape_colours.at(colour)) + "-" + std::string(shape_kinds.at(kind));
}

} // namespace mirabelle
