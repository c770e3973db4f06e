#include "platform/sdl_touch.h"

#include "platform/event_loop.h"

#include <algorithm>

namespace mirabelle {

namespace {

// The number that SDL keeps for the mouse among its touch devices: no real device has it.
constexpr SDL_TouchID mouse_device = SDL_MOUSE_TOUCHID;

bool present(SDL_TouchID device) {
    for (int place = 0; place < SDL_GetNumTouchDevices(); ++place)
        if (SDL_GetTouchDevice(place) == device)
            return true;
    return false;
}

bool device_knows(SDL_TouchID device, SDL_FingerID number) {
    // SDL must not be asked about a device that is gone: it would look for the reason where there may be
    // none.
    const int fingers = present(device) ? SDL_GetNumTouchFingers(device) : 0;
    for (int place = 0; place < fingers; ++place)
        if (const SDL_Finger* finger = SDL_GetTouchFinger(device, place);
            finger != nullptr && finger->id == number)
            return true;
    return false;
}

} // namespace

void SdlTouch::resize(PixelSize window, double pixels_per_millimetre) {
    window_ = window;
    density_ = pixels_per_millimetre;
}

Point SdlTouch::in_millimetres(double x, double y) const { return {x / density_, y / density_}; }

SdlTouch::Contact* SdlTouch::find(SDL_TouchID device, SDL_FingerID number) {
    const auto end = contacts_.begin() + static_cast<std::ptrdiff_t>(contact_count_);
    const auto found = std::find_if(contacts_.begin(), end, [&](const Contact& contact) {
        return contact.device == device && contact.number == number;
    });
    return found == end ? nullptr : &*found;
}

void SdlTouch::emit(const Contact& contact, TouchPhase phase, Milliseconds time) {
    if (touch_count_ < touches_.size())
        touches_[touch_count_++] = {time, contact.finger, phase, contact.at};
}

void SdlTouch::down(SDL_TouchID device, SDL_FingerID number, Point at, Milliseconds time) {
    // Down twice: the first contact's "up" was lost.
    end(device, number, at, time, TouchPhase::cancel);
    if (contact_count_ == contacts_.size())
        return;
    Contact& contact = contacts_[contact_count_++];
    contact = {device, number, FingerId{next_finger_++}, at};
    emit(contact, TouchPhase::down, time);
}

void SdlTouch::move(SDL_TouchID device, SDL_FingerID number, Point at, Milliseconds time) {
    Contact* contact = find(device, number);
    if (contact == nullptr || contact->at == at)
        return;
    contact->at = at;
    emit(*contact, TouchPhase::move, time);
}

void SdlTouch::end(SDL_TouchID device, SDL_FingerID number, Point at, Milliseconds time, TouchPhase phase) {
    Contact* contact = find(device, number);
    if (contact == nullptr)
        return;
    if (phase == TouchPhase::up)
        contact->at = at;
    emit(*contact, phase, time);
    *contact = contacts_[--contact_count_];
}

void SdlTouch::finger_event(const SDL_TouchFingerEvent& event, Milliseconds time) {
    if (event.touchId == mouse_device)
        return;
    const Point at = in_millimetres(static_cast<double>(event.x) * window_.width,
                                    static_cast<double>(event.y) * window_.height);
    switch (event.type) {
    case SDL_FINGERDOWN:
        return down(event.touchId, event.fingerId, at, time);
    case SDL_FINGERMOTION:
        return move(event.touchId, event.fingerId, at, time);
    default:
        return end(event.touchId, event.fingerId, at, time, TouchPhase::up);
    }
}

void SdlTouch::mouse_event(const SDL_Event& event, Milliseconds time) {
    if (event.type == SDL_MOUSEMOTION) {
        if (event.motion.which != SDL_TOUCH_MOUSEID)
            move(mouse_device, 0, in_millimetres(event.motion.x, event.motion.y), time);
        return;
    }
    if (event.button.which == SDL_TOUCH_MOUSEID || event.button.button != SDL_BUTTON_LEFT)
        return;
    const Point at = in_millimetres(event.button.x, event.button.y);
    if (event.type == SDL_MOUSEBUTTONDOWN)
        down(mouse_device, 0, at, time);
    else
        end(mouse_device, 0, at, time, TouchPhase::up);
}

std::span<const Touch> SdlTouch::read(const SDL_Event& event) {
    touch_count_ = 0;
    const Milliseconds time = on_our_clock(event.common.timestamp, now());
    switch (event.type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        finger_event(event.tfinger, time);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEMOTION:
        mouse_event(event, time);
        break;
    case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST || event.window.event == SDL_WINDOWEVENT_HIDDEN)
            return cancel_all(time);
        if (event.window.event == SDL_WINDOWEVENT_LEAVE)
            end(mouse_device, 0, {}, time, TouchPhase::cancel);
        break;
    default:
        break;
    }
    return read_out();
}

std::span<const Touch> SdlTouch::cancel_vanished(Milliseconds time) {
    touch_count_ = 0;
    for (std::size_t place = contact_count_; place > 0; --place) {
        const Contact contact = contacts_[place - 1];
        if (contact.device != mouse_device && !device_knows(contact.device, contact.number))
            end(contact.device, contact.number, contact.at, time, TouchPhase::cancel);
    }
    return read_out();
}

std::span<const Touch> SdlTouch::cancel_all(Milliseconds time) {
    touch_count_ = 0;
    while (contact_count_ > 0)
        emit(contacts_[--contact_count_], TouchPhase::cancel, time);
    return read_out();
}

} // namespace mirabelle
