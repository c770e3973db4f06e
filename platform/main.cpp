// The program: reads the command line and hands over to one command.
#include "engine/content/content_error.h"
#include "engine/journal/journal_error.h"
#include "platform/commands/band_option.h"
#include "platform/commands/commands.h"
#include "platform/commands/named_command.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <vector>

namespace {

using namespace mirabelle;

/// Understands "1280x800".
std::string read_size(const std::string& text, std::optional<PixelSize>& size) {
    PixelSize read;
    char end = 0;
    if (std::sscanf(text.c_str(), "%dx%d%c", &read.width, &read.height, &end) != 2 || read.width < 320 ||
        read.height < 240 || read.width > 16384 || read.height > 16384)
        return "write the size as WIDTHxHEIGHT in pixels, at least 320x240";
    size = read;
    return {};
}

void add_common(CLI::App& command, CommonOptions& options) {
    command.add_option("--data", options.data, "Folder of the journal (default: the user's data folder)");
    command
        .add_option_function<std::string>(
            "--size",
            [&options](const std::string& text) {
                if (const std::string problem = read_size(text, options.size); !problem.empty())
                    throw CLI::ValidationError("--size", problem);
            },
            "Size of the window in pixels, e.g. 1280x800 (default: full screen)")
        ->type_name("WxH");
    command.add_option("--diagonal-cm", options.diagonal_cm, "Diagonal of the screen in centimetres")
        ->check(CLI::Range(8.0, 500.0));
    command
        .add_option("--reach-mm", options.reach_mm,
                    "How high above its bottom edge children reach the screen, in mm")
        ->check(CLI::Range(100.0, 5000.0));
    command.add_option("--seed", options.seed, "Seed of the exercises, for the same questions again");
    command.add_option("--band", options.band, "Show the children of one age column only: PS, MS or GS")
        ->transform(CLI::CheckedTransformer(bands_by_name(), CLI::ignore_case));
    command.add_option("--lanes", options.lanes, "Children side by side")->check(CLI::Range(1, 4));
    command.add_flag_callback(
        "--announce", [&options] { options.announce = Announce::attempts; },
        "Print 'attempt UUID' as soon as an answer is on disk");
    command.add_flag_callback(
        "--report", [&options] { options.report = Report::scenes; },
        "Print a line of JSON whenever what can be touched changes: scene, targets, answer; in mm");
}

ExitCode run(int count, char** words) {
    CLI::App program{"Mirabelle: the fundamentals of the école maternelle, by touch."};
    program.set_version_flag("--version", "mirabelle " MIRABELLE_VERSION);
    program.footer(
        "Exit codes: 0 fine, 1 check, lint, coverage or judge found something, or a list is refused, 2 "
        "command line, 3 "
        "bundle or script, 4 data folder, "
        "5 no screen, 6 file to export to.\n'mirabelle COMMAND --help' explains a command.");
    program.require_subcommand(0, 1);

    AppOptions app;
    add_common(program, app.common);
    program.add_flag_callback(
        "--board", [&app] { app.begin = AppOptions::Begin::board; },
        "A class display: as many lanes side by side as are comfortable, or --lanes");
    program.add_option("--record", app.record, "Write every touch to this file, as a script for 'play'");
    program.add_option("--measure", app.measure, "Write the times of each frame to this file, as JSON lines");

    DemoOptions demo;

    PlayOptions play;
    CLI::App* play_command = program.add_subcommand("play", "Plays a touch script without a window");
    add_common(*play_command, play.common);
    play_command->add_option("--script", play.script, "The touch script")->required();
    play_command->add_option("--shots", play.shots, "Folder for its pictures");
    play_command->footer("A script has one line each: '<ms> <finger> down|move|up|cancel <x> <y>' in mm, "
                         "'<ms> shot <name>', or "
                         "'<ms> tap answer|mistake|ear|door|next|portrait N|card N [lane N]'.");

    CheckOptions check;
    ForgetCodeOptions code;
    ImportOptions class_list;
    ExportOptions answers;
    VoicesOptions voices;
    const std::vector<NamedCommand> commands{
        {add_demo(program, demo), [&] { return run_demo(demo); }},
        {play_command, [&] { return run_play(play); }},
        {add_check(program, check), [&] { return run_check(check); }},
        lint_command(program),
        coverage_command(program),
        pack_command(program),
        judge_command(program),
        recompute_command(program),
        calibrate_command(program),
        {add_forget_code(program, code), [&] { return run_forget_code(code); }},
        {add_import(program, class_list), [&] { return run_import(class_list); }},
        {add_export(program, answers), [&] { return run_export(answers); }},
        {add_voices(program, voices), [&] { return run_voices(voices); }},
    };

    try {
        program.parse(count, words);
    } catch (const CLI::ParseError& error) {
        const bool asked_for_help = error.get_exit_code() == 0;
        program.exit(error);
        return asked_for_help ? ExitCode::fine : ExitCode::usage;
    }
    for (const NamedCommand& command : commands)
        if (command.parser->parsed())
            return command.run();
    return run_app(app);
}

} // namespace

int main(int count, char** words) {
    ExitCode code = ExitCode::fine;
    const auto tell = [&code](ExitCode why, const std::exception& error) {
        fmt::print(stderr, "mirabelle: {}\n", error.what());
        code = why;
    };
    try {
        code = run(count, words);
    } catch (const ContentError& error) {
        tell(ExitCode::content, error);
    } catch (const BundleMissing& error) {
        tell(ExitCode::content, error);
    } catch (const JournalError& error) {
        tell(ExitCode::data, error);
    } catch (const std::exception& error) {
        tell(ExitCode::screen, error);
    }
    return static_cast<int>(code);
}
