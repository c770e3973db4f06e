// A question as one of xAPI's interactions: what could be answered, what is right, and what was answered.
#pragma once

#include "engine/exercise.h"
#include "engine/records.h"

#include <cstdint>
#include <optional>
#include <string>

namespace mirabelle {

/// How an activity is played, as far as an interaction tells.
enum class XapiPlay : std::uint8_t {
    choice,     ///< one of the options
    collection, ///< things brought together; others may slip in
    tracing,    ///< one stroke after the other
    by_answer   ///< whatever its right answer suggests
};
XapiPlay play_of(const Task& task);

struct XapiInteraction {
    std::string definition;              ///< as JSON; the same for everyone who is asked the same
    std::optional<std::string> response; ///< nothing where the answer has no form of this interaction
};
XapiInteraction interaction_of(XapiPlay play, const Attempt& attempt);

} // namespace mirabelle
