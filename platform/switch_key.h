// The keys that switch boxes send.
#pragma once

#include "engine/switch_scan.h"

#include <SDL2/SDL.h>

#include <optional>

namespace mirabelle {

/// Space is the first switch, Enter the second; a key that is held down presses once.
std::optional<SwitchKey> switch_pressed(const SDL_Event& event);

} // namespace mirabelle
