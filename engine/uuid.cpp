#include "engine/uuid.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

constexpr bool is_dash_place(std::size_t place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
}

} // namespace

Uuid Uuid::make(Random& random) {
    Uuid made;
    for (std::size_t place = 0; place < made.text_.size(); ++place)
        if (!is_dash_place(place))
            made.text_[place] = digits[random.below(16)];
    made.text_[14] = '4';
    made.text_[19] = digits[8 + random.below(4)];
    return made;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    Uuid parsed;
    if (text.size() != parsed.text_.size())
        return std::nullopt;
    for (std::size_t place = 0; place < text.size(); ++place)
        if (is_dash_place(place) ? text[place] != '-' : digits.find(text[place]) == std::string_view::npos)
            return std::nullopt;
    std::copy(text.begin(), text.end(), parsed.text_.begin());
    return parsed;
}

} // namespace mirabelle
