// Full disks, read-only folders and sudden deaths for the tests of the journal, where the system can make
// them.
#pragma once

#if defined(__linux__)

#define MIRABELLE_TESTS_CAN_LIMIT_FILES

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>

namespace mirabelle {

/// While it lives no file of this process grows beyond `size` bytes, as if the disk were full.
class FullDisk {
  public:
    explicit FullDisk(std::uint64_t size) : handler_before_(std::signal(SIGXFSZ, SIG_IGN)) {
        REQUIRE(getrlimit(RLIMIT_FSIZE, &before_) == 0);
        rlimit limit = before_;
        limit.rlim_cur = size;
        REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_before_);
    }

  private:
    rlimit before_{};
    void (*handler_before_)(int);
};

/// Runs `work` in a process of its own; what waitpid() tells of its end. Its exit code is what `work`
/// returns.
template <typename Work>
int end_of_process(Work work) {
    const pid_t process = fork();
    REQUIRE(process >= 0);
    if (process == 0) {
        int code = 99;
        try {
            code = work();
        } catch (...) {
        }
        _exit(code);
    }
    int status = 0;
    REQUIRE(waitpid(process, &status, 0) == process);
    return status;
}

} // namespace mirabelle

#endif
