// How one child plays: what a teacher has set so that the screen fits this child's hands, eyes and pace. It
// never leaves the device, and goes with the child.
#pragma once

#include "engine/touch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mirabelle {

enum class Hand : std::uint8_t { right, left };
enum class TargetSize : std::uint8_t { usual, large };
enum class Tempo : std::uint8_t { usual, slow };
/// One switch: what can be touched is ringed one after the other, and the switch takes what is ringed.
enum class Input : std::uint8_t { fingers, one_switch };
/// Reduced: things appear and fade instead of moving.
enum class Movement : std::uint8_t { full, reduced };

struct Access {
    Hand hand = Hand::right;
    TargetSize targets = TargetSize::usual;
    Tempo tempo = Tempo::usual;
    Input input = Input::fingers;
    Movement movement = Movement::full;
    Milliseconds scan_step = 0; ///< the ring stays so long on a thing; 0: as assets/bands.toml says

    bool scans() const { return input == Input::one_switch; }
    friend bool operator==(const Access&, const Access&) = default;
};

/// As it is kept: "left large slow switch=1800 reduced"; empty when all is as usual.
std::string words_of(const Access& access);
/// The usual for every word that is unknown.
Access access_of_words(std::string_view words);

/// As a trace keeps it, without `scan_step`; 0 when all is as usual.
std::uint64_t bits_of(const Access& access);
/// Nothing for bits that bits_of cannot have given.
std::optional<Access> access_of_bits(std::uint64_t bits);

} // namespace mirabelle
