// Fingers and the mouse become touches in millimetres; a finger that vanishes is cancelled, never forgotten.
#pragma once

#include "engine/touch.h"
#include "platform/density.h"

#include <SDL2/SDL.h>

#include <array>
#include <cstddef>
#include <span>

namespace mirabelle {

class SdlTouch {
  public:
    SdlTouch(PixelSize window, double pixels_per_millimetre) { resize(window, pixels_per_millimetre); }

    void resize(PixelSize window, double pixels_per_millimetre);

    /// What `event` means for fingers, until the next call: usually nothing or one touch; several when
    /// fingers are cancelled. Every contact has its own FingerId, even if the device uses its numbers again.
    std::span<const Touch> read(const SDL_Event& event);

    /// Cancels the contacts that their device no longer knows (unplugged, or its "up" was lost). To call once
    /// per frame, after all events are read.
    std::span<const Touch> cancel_vanished(Milliseconds time);

    /// Cancels every contact: the window is no longer ours.
    std::span<const Touch> cancel_all(Milliseconds time);

    bool any_down() const { return contact_count_ > 0; }

  private:
    static constexpr std::size_t most_contacts = 64;
    struct Contact {
        SDL_TouchID device = 0;
        SDL_FingerID number = 0;
        FingerId finger{};
        Point at;
    };

    Contact* find(SDL_TouchID device, SDL_FingerID number);
    void down(SDL_TouchID device, SDL_FingerID number, Point at, Milliseconds time);
    void move(SDL_TouchID device, SDL_FingerID number, Point at, Milliseconds time);
    void end(SDL_TouchID device, SDL_FingerID number, Point at, Milliseconds time, TouchPhase phase);
    void finger_event(const SDL_TouchFingerEvent& event, Milliseconds time);
    void mouse_event(const SDL_Event& event, Milliseconds time);
    void emit(const Contact& contact, TouchPhase phase, Milliseconds time);
    Point in_millimetres(double x, double y) const;
    std::span<const Touch> read_out() const { return {touches_.data(), touch_count_}; }

    PixelSize window_;
    double density_ = 1; ///< pixels per mm
    std::array<Contact, most_contacts> contacts_{};
    std::size_t contact_count_ = 0;
    std::array<Touch, most_contacts + 2> touches_{};
    std::size_t touch_count_ = 0;
    int next_finger_ = 1;
};

} // namespace mirabelle
