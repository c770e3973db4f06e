// Small pieces of text in the forms that xAPI asks for, whatever the language of the system.
#pragma once

#include "engine/touch.h"

#include <string>
#include <string_view>

namespace mirabelle {

/// "PT4.27S": to the hundredth of a second.
std::string xapi_duration(Milliseconds time);
/// One part of an IRI's path: ASCII, without spaces or slashes; "-" when there is nothing to say.
std::string iri_part(std::string_view text);
/// An id of a choice or a step: without spaces and without the brackets that part several ids.
std::string component_id(std::string_view text);

} // namespace mirabelle
