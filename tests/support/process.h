// Starts a program of its own and listens to it, for tests that use Mirabelle as a person would.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

/// How a program ended.
struct ProcessEnd {
    int exit_code = -1; ///< -1 when a signal ended it
    int signal = 0;     ///< 0 when it ended by itself
};

struct ProcessStart {
    std::vector<std::string> words;                 ///< the program and its arguments
    std::map<std::string, std::string> environment; ///< added to our own; an empty text takes a name away
    /// No file of the program may grow beyond this, as if its disk were full; in bytes.
    std::optional<std::uint64_t> largest_file;
};

/// A running program. Its words go to files in a folder of the test, so that neither side ever blocks.
class Process {
  public:
    using Duration = std::chrono::milliseconds;

    /// `scratch` is a folder for what the program says. Throws std::runtime_error when it cannot be started.
    Process(const ProcessStart& start, const std::filesystem::path& scratch);
    /// Kills what still runs.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// To the program's standard input. Throws std::runtime_error when it listens no more.
    void write(const std::string& text);
    void close_input();

    std::string output() const; ///< everything said so far
    std::string errors() const;
    std::filesystem::path output_file() const { return output_; }
    /// The first line of the output from line `from` on for which `fits`; nothing when it does not come in
    /// time or the program has ended.
    template <typename Fits>
    std::optional<std::string> wait_for_line(Fits fits, Duration at_most, std::size_t from = 0);
    /// Whether the program says `words` on standard error in time.
    bool wait_for_error(const std::string& words, Duration at_most);

    void signal(int number);
    bool running();
    /// Nothing when it still runs after `at_most`.
    std::optional<ProcessEnd> wait(Duration at_most);
    int id() const { return id_; }

    /// From now on no file of the program grows beyond this. Only for a program that was started with a
    /// `largest_file`, which makes it live through it.
    void limit_files(std::uint64_t bytes);

  private:
    static void pause();

    std::filesystem::path output_, errors_;
    int id_ = -1;
    int input_ = -1;
    std::optional<ProcessEnd> end_;
};

std::vector<std::string> lines_of(const std::string& text);
std::string text_of(const std::filesystem::path& file);

/// Runs a program to its end and gives everything it said; its exit code is -1 when it took too long.
struct ProcessStory {
    ProcessEnd end;
    std::string output, errors;
};
ProcessStory run_process(const ProcessStart& start, const std::filesystem::path& scratch,
                         Process::Duration at_most = std::chrono::seconds(120));

template <typename Fits>
std::optional<std::string> Process::wait_for_line(Fits fits, Duration at_most, std::size_t from) {
    const auto until = std::chrono::steady_clock::now() + at_most;
    for (;;) {
        const bool alive = running();
        const auto lines = lines_of(output());
        for (; from < lines.size(); ++from)
            if (fits(lines[from]))
                return lines[from];
        if (!alive || std::chrono::steady_clock::now() > until)
            return std::nullopt;
        pause();
    }
}

} // namespace mirabelle
