#include "engine/access.h"

#include <algorithm>
#include <charconv>

namespace mirabelle {

namespace {

constexpr std::string_view left = "left", large = "large", slow = "slow",
                           one_switch = "switch=", reduced = "reduced";
constexpr std::uint64_t left_bit = 1, large_bit = 2, slow_bit = 4, switch_bit = 8, reduced_bit = 16;
constexpr Milliseconds longest_step = 60'000;

Milliseconds step_of(std::string_view digits) {
    Milliseconds step = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), step);
    return read.ec == std::errc() ? std::clamp<Milliseconds>(step, 0, longest_step) : 0;
}

void read_word(std::string_view word, Access& access) {
    if (word == left)
        access.hand = Hand::left;
    else if (word == large)
        access.targets = TargetSize::large;
    else if (word == slow)
        access.tempo = Tempo::slow;
    else if (word == reduced)
        access.movement = Movement::reduced;
    else if (word.substr(0, one_switch.size()) == one_switch) {
        access.input = Input::one_switch;
        access.scan_step = step_of(word.substr(one_switch.size()));
    }
}

} // namespace

std::string words_of(const Access& access) {
    std::string words;
    const auto add = [&](std::string_view word) {
        words += words.empty() ? "" : " ";
        words += word;
    };
    if (access.hand == Hand::left)
        add(left);
    if (access.targets == TargetSize::large)
        add(large);
    if (access.tempo == Tempo::slow)
        add(slow);
    if (access.scans())
        add(std::string(one_switch) + std::to_string(access.scan_step));
    if (access.movement == Movement::reduced)
        add(reduced);
    return words;
}

Access access_of_words(std::string_view words) {
    Access access;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        read_word(words.substr(0, end), access);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return access;
}

std::uint64_t bits_of(const Access& access) {
    return (access.hand == Hand::left ? left_bit : 0) |
           (access.targets == TargetSize::large ? large_bit : 0) |
           (access.tempo == Tempo::slow ? slow_bit : 0) | (access.scans() ? switch_bit : 0) |
           (access.movement == Movement::reduced ? reduced_bit : 0);
}

std::optional<Access> access_of_bits(std::uint64_t bits) {
    if (bits >= 2 * reduced_bit)
        return std::nullopt;
    Access access;
    access.hand = (bits & left_bit) != 0 ? Hand::left : Hand::right;
    access.targets = (bits & large_bit) != 0 ? TargetSize::large : TargetSize::usual;
    access.tempo = (bits & slow_bit) != 0 ? Tempo::slow : Tempo::usual;
    access.input = (bits & switch_bit) != 0 ? Input::one_switch : Input::fingers;
    access.movement = (bits & reduced_bit) != 0 ? Movement::reduced : Movement::full;
    return access;
}

} // namespace mirabelle
