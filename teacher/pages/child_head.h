// The top of a page about one child: portrait, name, facts, and the way to the neighbours in the list.
#pragma once

#include "teacher/panel/desk.h"
#include "teacher/panel/icons.h"

#include <span>

namespace mirabelle {

/// The chosen child of the desk, or the first of the list; nothing in an empty class.
const Child* chosen_child(Desk& desk, std::span<const Child> children);

struct ChildHead {
    const Child& child;
    std::span<const Child> children;
    std::string facts;
    const char* other_page; ///< what the button to the child's other page says
    Icon icon;
};

/// Another child was chosen on the desk, or the button to the other page was tapped.
enum class HeadTap : std::uint8_t { nothing, other_child, other_page };
HeadTap draw_child_head(const Look& look, Desk& desk, const ChildHead& head);

/// What stands there while the class is empty.
void draw_nobody(const Look& look, const Desk& desk);

} // namespace mirabelle
