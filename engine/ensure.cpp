#include "engine/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace mirabelle {

void promise_broken(const char* promise, const char* file, int line) {
    std::fprintf(stderr, "mirabelle: %s:%d: broken promise: %s\n", file, line, promise);
    std::abort();
}

} // namespace mirabelle
