#include "tests/support/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace mirabelle {

namespace {

constexpr int could_not_start = 126;

void set_environment(const std::map<std::string, std::string>& environment) {
    for (const auto& [name, value] : environment)
        if (value.empty())
            unsetenv(name.c_str());
        else
            setenv(name.c_str(), value.c_str(), 1);
}

void limit_own_files(std::uint64_t bytes) {
    // As on a full disk, writing fails; it does not end the program.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

int open_to_write(const std::filesystem::path& file) {
    return open(file.c_str(), O_CREAT | O_TRUNC | O_APPEND | O_WRONLY | O_CLOEXEC, 0644);
}

} // namespace

Process::Process(const ProcessStart& start, const std::filesystem::path& scratch) {
    static std::atomic<int> started{0};
    const std::string name = "process-" + std::to_string(++started);
    output_ = scratch / (name + ".output");
    errors_ = scratch / (name + ".errors");
    int input[2];
    const int out = open_to_write(output_), err = open_to_write(errors_);
    if (out < 0 || err < 0 || pipe2(input, O_CLOEXEC) != 0)
        throw std::runtime_error("no files for the words of " + start.words.front());
    std::signal(SIGPIPE, SIG_IGN);
    std::vector<char*> words;
    for (const std::string& word : start.words)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    id_ = fork();
    if (id_ == 0) {
        dup2(input[0], STDIN_FILENO);
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        set_environment(start.environment);
        if (start.largest_file)
            limit_own_files(*start.largest_file);
        execvp(words[0], words.data());
        _exit(could_not_start);
    }
    close(input[0]);
    close(out);
    close(err);
    input_ = input[1];
    if (id_ < 0)
        throw std::runtime_error("no process for " + start.words.front());
}

Process::~Process() {
    close_input();
    if (!running())
        return;
    kill(id_, SIGKILL);
    wait(Duration(10'000));
}

void Process::write(const std::string& text) {
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t now = ::write(input_, text.data() + written, text.size() - written);
        if (now <= 0)
            throw std::runtime_error("the program listens no more; it said: " + errors());
        written += static_cast<std::size_t>(now);
    }
}

void Process::close_input() {
    if (input_ >= 0)
        close(input_);
    input_ = -1;
}

std::string Process::output() const { return text_of(output_); }
std::string Process::errors() const { return text_of(errors_); }

bool Process::wait_for_error(const std::string& words, Duration at_most) {
    const auto until = std::chrono::steady_clock::now() + at_most;
    for (;;) {
        const bool alive = running();
        if (errors().find(words) != std::string::npos)
            return true;
        if (!alive || std::chrono::steady_clock::now() > until)
            return false;
        pause();
    }
}

void Process::signal(int number) {
    if (running())
        kill(id_, number);
}

bool Process::running() { return !wait(Duration(0)); }

std::optional<ProcessEnd> Process::wait(Duration at_most) {
    const auto until = std::chrono::steady_clock::now() + at_most;
    while (!end_) {
        int status = 0;
        if (waitpid(id_, &status, WNOHANG) == id_) {
            end_ =
                WIFSIGNALED(status) ? ProcessEnd{-1, WTERMSIG(status)} : ProcessEnd{WEXITSTATUS(status), 0};
            break;
        }
        if (std::chrono::steady_clock::now() >= until)
            return std::nullopt;
        pause();
    }
    return end_;
}

void Process::limit_files(std::uint64_t bytes) {
    rlimit limit{};
    prlimit(id_, RLIMIT_FSIZE, nullptr, &limit);
    limit.rlim_cur = bytes;
    prlimit(id_, RLIMIT_FSIZE, &limit, nullptr);
}

void Process::pause() { std::this_thread::sleep_for(Duration(5)); }

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    // A line without its end is not whole yet.
    for (std::size_t to = 0; (to = text.find('\n', from)) != std::string::npos; from = to + 1)
        lines.push_back(text.substr(from, to - from));
    return lines;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

ProcessStory run_process(const ProcessStart& start, const std::filesystem::path& scratch,
                         Process::Duration at_most) {
    Process process(start, scratch);
    process.close_input();
    const auto end = process.wait(at_most);
    return {end.value_or(ProcessEnd{}), process.output(), process.errors()};
}

} // namespace mirabelle
