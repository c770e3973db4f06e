#include "teacher/exchange/xapi_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace mirabelle {

namespace {

bool is_plain(unsigned char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == '_' ||
           letter == '~';
}

bool is_fit_for_component(unsigned char letter) {
    return letter > ' ' && letter != 0x7F && letter != '%' && letter != '[' && letter != ']';
}

template <typename IsFit>
std::string percent_encoded(std::string_view text, IsFit is_fit) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if (is_fit(code))
            encoded += letter;
        else
            encoded.append({'%', digits[code >> 4], digits[code & 15]});
    }
    return encoded;
}

void append(std::string& text, Milliseconds number) {
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

} // namespace

std::string xapi_duration(Milliseconds time) {
    const Milliseconds hundredths = (std::max<Milliseconds>(time, 0) + 5) / 10;
    std::string text = "PT";
    append(text, hundredths / 100);
    text += hundredths % 100 < 10 ? ".0" : ".";
    append(text, hundredths % 100);
    return text + "S";
}

std::string iri_part(std::string_view text) { return text.empty() ? "-" : percent_encoded(text, is_plain); }

std::string component_id(std::string_view text) { return percent_encoded(text, is_fit_for_component); }

} // namespace mirabelle
