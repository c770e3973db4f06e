// Letters to type a first name with a finger, in the French order; a real keyboard works as well.
#pragma once

#include "teacher/panel/desk.h"

#include <string>

namespace mirabelle {

class Keyboard {
  public:
    /// Draws in the full width and edits `text` (UTF-8, at most 40 characters).
    void draw(const Look& look, const Words& words, std::string& text);

  private:
    enum class Letters : std::uint8_t { small, capital } letters_ = Letters::capital;
};

/// Without its last character.
void remove_last_character(std::string& utf8);
std::size_t characters_in(std::string_view utf8);

} // namespace mirabelle
