// The one gate for a programmer's error: a broken promise inside the program stops it with its place.
#pragma once

namespace mirabelle {

[[noreturn]] void promise_broken(const char* promise, const char* file, int line);

} // namespace mirabelle

#define ENSURE(promise) ((promise) ? void() : ::mirabelle::promise_broken(#promise, __FILE__, __LINE__))
