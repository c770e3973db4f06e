// Identifiers that are made when something happens, never later, and never twice.
#pragma once

#include "engine/random.h"

#include <array>
#include <optional>
#include <string_view>

namespace mirabelle {

/// A version 4 UUID in its canonical lower-case text form (RFC 9562), the form in which xAPI compares them.
class Uuid {
  public:
    Uuid() {
        text_.fill('0');
        text_[8] = text_[13] = text_[18] = text_[23] = '-';
    }

    static Uuid make(Random& random);
    /// Nothing unless `text` is 36 characters, lower case, with dashes where they belong.
    static std::optional<Uuid> parse(std::string_view text);

    std::string_view text() const { return {text_.data(), text_.size()}; }

    friend bool operator==(const Uuid&, const Uuid&) = default;
    friend auto operator<=>(const Uuid&, const Uuid&) = default;

  private:
    std::array<char, 36> text_;
};

} // namespace mirabelle
