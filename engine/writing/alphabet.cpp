#include "engine/writing/alphabet.h"

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, all_alphabets.size()> names{"digits", "capitals", "script", "cursive",
                                                                   "patterns"};

} // namespace

std::string_view name_of(Alphabet alphabet) { return names[static_cast<std::size_t>(alphabet)]; }

std::optional<Alphabet> alphabet_named(std::string_view name) {
    for (const Alphabet alphabet : all_alphabets)
        if (name_of(alphabet) == name)
            return alphabet;
    return std::nullopt;
}

} // namespace mirabelle
