#include "engine/utf8.h"

#include <cstddef>

namespace mirabelle {

std::uint32_t take_character(std::string_view& text) {
    const auto byte = [&text](std::size_t place) { return static_cast<unsigned char>(text[place]); };
    const unsigned char first = byte(0);
    const std::size_t following = first < 0x80   ? 0
                                  : first < 0xC0 ? 4
                                  : first < 0xE0 ? 1
                                  : first < 0xF0 ? 2
                                                 : 3;
    if (following >= text.size() || following == 4) {
        text.remove_prefix(1);
        return following == 0 ? first : 0xFFFD;
    }
    std::uint32_t character = following == 0 ? first : first & (0x3Fu >> following);
    for (std::size_t place = 1; place <= following; ++place) {
        if ((byte(place) & 0xC0) != 0x80) {
            text.remove_prefix(place);
            return 0xFFFD;
        }
        character = character << 6 | (byte(place) & 0x3Fu);
    }
    text.remove_prefix(following + 1);
    return character;
}

} // namespace mirabelle
