// Runs a program that dies as soon as it opens a socket: the proof that it speaks with nobody.
// usage: without_network nothing|local PROGRAM [ARGUMENTS]     (local: sockets of this machine are allowed)
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <string_view>

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t our_machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t our_machine = AUDIT_ARCH_AARCH64;
#else
#error "name this machine's AUDIT_ARCH"
#endif

constexpr sock_filter load(std::size_t offset) {
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}
/// Skips `if_equal` or `otherwise` instructions.
constexpr sock_filter compare(std::uint32_t value, std::uint8_t if_equal, std::uint8_t otherwise) {
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, if_equal, otherwise);
}
constexpr sock_filter verdict(std::uint32_t what) { return BPF_STMT(BPF_RET | BPF_K, what); }

bool forbid_sockets(std::uint32_t allowed_family) {
    std::array filter{load(offsetof(seccomp_data, arch)),
                      compare(our_machine, 1, 0),
                      verdict(SECCOMP_RET_KILL_PROCESS),
                      load(offsetof(seccomp_data, nr)),
                      compare(SYS_socket, 1, 0),
                      verdict(SECCOMP_RET_ALLOW),
                      load(offsetof(seccomp_data, args[0])),
                      compare(allowed_family, 0, 1),
                      verdict(SECCOMP_RET_ALLOW),
                      verdict(SECCOMP_RET_KILL_PROCESS)};
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

} // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fprintf(stderr, "usage: without_network nothing|local PROGRAM [ARGUMENTS]\n");
        return 2;
    }
    // AF_UNSPEC is the family of no socket at all.
    if (!forbid_sockets(words[1] == std::string_view("local") ? AF_UNIX : AF_UNSPEC)) {
        std::perror("without_network: this system does not let a program give up its sockets");
        return 125;
    }
    execvp(words[2], words + 2);
    std::perror(words[2]);
    return 126;
}
