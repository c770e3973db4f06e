#include "engine/french.h"

namespace mirabelle {

std::string in_capitals(std::string_view text) {
    std::string capitals;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
        if (byte >= 'a' && byte <= 'z') {
            capitals += static_cast<char>(byte - 'a' + 'A');
        } else if (byte == 0xC3 && next >= 0xA0 && next <= 0xBE && next != 0xB7) {
            // U+00E0..U+00FE: the capital lies 32 code points lower.
            capitals += static_cast<char>(byte);
            capitals += static_cast<char>(next - 0x20);
            ++i;
        } else if (byte == 0xC5 && next == 0x93) { // œ
            capitals += "\xC5\x92";
            ++i;
        } else {
            capitals += static_cast<char>(byte);
        }
    }
    return capitals;
}

std::string in_small_letters(std::string_view text) {
    std::string small;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
        if (byte >= 'A' && byte <= 'Z') {
            small += static_cast<char>(byte - 'A' + 'a');
        } else if (byte == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) {
            // U+00C0..U+00DE: the small letter lies 32 code points higher.
            small += static_cast<char>(byte);
            small += static_cast<char>(next + 0x20);
            ++i;
        } else if (byte == 0xC5 && next == 0x92) { // Œ
            small += "\xC5\x93";
            ++i;
        } else {
            small += static_cast<char>(byte);
        }
    }
    return small;
}

} // namespace mirabelle
