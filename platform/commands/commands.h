// What the program can be asked to do; each command in a file of its own.
#pragma once

#include "engine/band.h"
#include "platform/density.h"
#include "teacher/exchange/export.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace CLI {
class App;
}

namespace mirabelle {

/// What the program answers to its caller.
enum class ExitCode : int {
    fine = 0,
    found_problems = 1, ///< `check` found something to tell, or `import` refuses the list
    usage = 2,          ///< the command line was not understood
    content = 3,        ///< the bundle or a script is missing or wrong
    data = 4,           ///< the data folder cannot be used
    screen = 5,         ///< no screen to show anything on
    file = 6            ///< the file of an export cannot be written
};

enum class Announce : std::uint8_t { nothing, attempts };
enum class Report : std::uint8_t { nothing, scenes };

/// Options that several commands share.
struct CommonOptions {
    std::filesystem::path data; ///< empty: the user's own data folder
    std::optional<PixelSize> size;
    std::optional<double> diagonal_cm;
    std::optional<std::uint64_t> seed;
    std::optional<Band> band;
    std::optional<int> lanes;
    std::optional<double> reach_mm; ///< above the screen's bottom edge
    Announce announce = Announce::nothing;
    Report report = Report::nothing;
};

struct AppOptions {
    CommonOptions common;
    /// A class display begins with as many lanes as are comfortable on it.
    enum class Begin : std::uint8_t { one_lane, board } begin = Begin::one_lane;
    std::filesystem::path record;  ///< touches are written there as a script; empty: nowhere
    std::filesystem::path measure; ///< the times of the frames are written there; empty: nowhere
};
struct DemoOptions {
    std::filesystem::path out;
    int children = 8;
    int weeks = 3;
    std::uint64_t seed = 1;
    Announce announce = Announce::nothing;
    enum class Films : std::uint8_t { one_of_each_mechanic, none } films = Films::one_of_each_mechanic;
};
struct PlayOptions {
    CommonOptions common;
    std::filesystem::path script;
    std::filesystem::path shots; ///< folder for the pictures; empty: `shot` lines are an error
};
struct CheckOptions {
    std::filesystem::path data;
    enum class What : std::uint8_t { content, content_and_data } what = What::content_and_data;
};
struct ForgetCodeOptions {
    std::filesystem::path data;
};

struct ImportOptions {
    std::filesystem::path file;
    std::filesystem::path data;
    Band band_otherwise = Band::MS; ///< of children whose level the list does not tell
    enum class Mode : std::uint8_t { write, dry_run } mode = Mode::write;
};

struct ExportOptions {
    ExportFormat format = ExportFormat::csv;
    std::filesystem::path file;
    UtcMilliseconds since = 0; ///< earlier answers are left out
    std::filesystem::path data;
};

struct VoicesOptions {
    enum class Format : std::uint8_t { table, csv } format = Format::table;
    enum class Which : std::uint8_t { said, all } which = Which::said;
};

ExitCode run_app(const AppOptions& options);
ExitCode run_demo(const DemoOptions& options);
ExitCode run_play(const PlayOptions& options);
ExitCode run_check(const CheckOptions& options);
ExitCode run_forget_code(const ForgetCodeOptions& options);
ExitCode run_import(const ImportOptions& options);
ExitCode run_export(const ExportOptions& options);
ExitCode run_voices(const VoicesOptions& options);

// Each adds its command, whose options fill `options`.
CLI::App* add_demo(CLI::App& program, DemoOptions& options);
CLI::App* add_check(CLI::App& program, CheckOptions& options);
CLI::App* add_forget_code(CLI::App& program, ForgetCodeOptions& options);
CLI::App* add_import(CLI::App& program, ImportOptions& options);
CLI::App* add_export(CLI::App& program, ExportOptions& options);
CLI::App* add_voices(CLI::App& program, VoicesOptions& options);

} // namespace mirabelle
