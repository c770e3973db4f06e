// Letters to type a first name with a finger, in the French order; a real keyboard works as well.
#pragma once

#include "teacher/panel/desk.h"

#include <string>

namespace mirabelle {

class Keyboard {
  public:
    enum class Letters : std::uint8_t { small, capital };

    /// Begins with capitals for a new name, with small letters for one that is there already.
    explicit Keyboard(Letters first) : letters_(first) {}
    /// Draws in the full width and edits `text` (UTF-8, at most 40 characters).
    void draw(const Look& look, const Words& words, std::string& text);

  private:
    Letters letters_;
};

/// Without its last character.
void remove_last_character(std::string& utf8);
std::size_t characters_in(std::string_view utf8);

} // namespace mirabelle
