#include "platform/switch_key.h"

namespace mirabelle {

std::optional<SwitchKey> switch_pressed(const SDL_Event& event) {
    if (event.type != SDL_KEYDOWN || event.key.repeat != 0)
        return std::nullopt;
    switch (event.key.keysym.sym) {
    case SDLK_SPACE:
        return SwitchKey::first;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        return SwitchKey::second;
    default:
        return std::nullopt;
    }
}

} // namespace mirabelle
