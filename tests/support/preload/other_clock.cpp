// Loaded before a program (LD_PRELOAD), lets it believe that its clock began at OTHER_CLOCK, in seconds since
// 1970.
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <sys/syscall.h>

#include <cstdlib>

namespace {

timespec true_time(clockid_t clock) {
    timespec now{};
    syscall(SYS_clock_gettime, clock, &now);
    return now;
}

time_t difference() {
    static const time_t shift = [] {
        const char* wish = std::getenv("OTHER_CLOCK");
        return wish == nullptr ? 0 : static_cast<time_t>(std::atoll(wish)) - true_time(CLOCK_REALTIME).tv_sec;
    }();
    return shift;
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* now) noexcept {
    *now = true_time(clock);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
        now->tv_sec += difference();
    return 0;
}

extern "C" int gettimeofday(timeval* now, void*) noexcept {
    const timespec exact = true_time(CLOCK_REALTIME);
    now->tv_sec = exact.tv_sec + difference();
    now->tv_usec = exact.tv_nsec / 1000;
    return 0;
}

extern "C" time_t time(time_t* out) noexcept {
    const time_t now = true_time(CLOCK_REALTIME).tv_sec + difference();
    if (out != nullptr)
        *out = now;
    return now;
}
