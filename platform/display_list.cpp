#include "platform/display_list.h"

#include "platform/compositor.h"
#include "platform/fingerprint.h"

namespace mirabelle {

namespace {

// More than any screen draws, so that recording a frame never has to move what is recorded.
constexpr std::size_t usual_commands = 2048;
constexpr std::size_t usual_points = 16384;

} // namespace

std::uint64_t fingerprint(const Command& command) {
    Fingerprint print;
    print.add(static_cast<std::uint32_t>(command.kind), command.opacity);
    print.add(premultiplied(command.colour), command.colour.alpha);
    print.add(command.bounds.x, command.bounds.y);
    print.add(command.bounds.w, command.bounds.h);
    print.add(command.box.x, command.box.y);
    print.add(command.box.width, command.box.height);
    print.add(command.radius_x, command.radius_y);
    print.add(command.blur, 0.0F);
    print.add(command.content);
    return print.value();
}

DisplayList::DisplayList() {
    commands_.reserve(usual_commands);
    points_.reserve(usual_points);
}

void DisplayList::clear() {
    commands_.clear();
    points_.clear();
}

} // namespace mirabelle
