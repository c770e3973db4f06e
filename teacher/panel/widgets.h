// What the panel's pages are built from: text in three sizes, buttons for a finger, cards, and lists that
// scroll under a finger.
#pragma once

#include "teacher/panel/icons.h"
#include "teacher/panel/look.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

enum class Type : std::uint8_t { body, heading, title };
enum class Tone : std::uint8_t { quiet, plain, strong, chosen, warning };

ImFont* font_of(const Look& look, Type type);
ImVec2 text_size(const Look& look, Type type, std::string_view text);

void say(const Look& look, Type type, std::string_view text, Colour colour = panel_colour::ink);
/// Broken into lines of `width` pixels.
void say_wrapped(const Look& look, Type type, std::string_view text, float width,
                 Colour colour = panel_colour::ink);
/// Into a box of the current draw list, cut with "…" when too long; `align` 0 left .. 1 right.
void write_into(const Look& look, Type type, std::string_view text, ImVec2 from, ImVec2 to, Colour colour,
                float align = 0);

/// What a finger could tap in the last frame: for tests and for `--report`.
struct PanelTarget {
    std::string name;  ///< the label, or the id
    ImVec2 from, to;   ///< pixels; what is scrolled away is not listed, nor what a scroll area cuts off
    bool whole = true; ///< nothing of it is cut off
};
const std::vector<PanelTarget>& panel_targets();
/// A new frame begins: nothing can be tapped yet.
void forget_panel_targets();

/// An area that answers a tap: lifted where it was pressed, and not after a scroll. Takes `size` of the
/// layout.
bool tapped(const char* id, ImVec2 size);
/// Whether the last area of tapped() is under the finger now.
bool held_down();

/// As wide as its label when `width` is 0.
bool button(const Look& look, const char* label, Icon icon, Tone tone, float width = 0);
bool icon_button(const Look& look, const char* id, Icon icon, Tone tone = Tone::plain);
/// A button that cannot be used now.
void idle_button(const Look& look, const char* label, Icon icon, float width = 0);

/// One of several choices beside each other; gives the index tapped, or -1.
int choices(const Look& look, const char* id, std::span<const char* const> labels, int chosen);

/// A part of the page that a finger can push up and down.
class ScrollArea {
  public:
    ScrollArea(const char* id, ImVec2 size);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
};

/// The current window, or table, follows the finger; for areas that are no ScrollArea.
void scroll_under_finger();

/// `share` 0..1.
void progress_bar(const Look& look, double share, float width);

void space(float pixels);

} // namespace mirabelle
