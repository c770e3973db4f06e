// mirabelle forget-code: the way out when the teacher's code is lost. Whoever may run programs as the
// device's user may open the panel; children, who only touch the screen, may not.
#include "engine/teacher_code.h"
#include "platform/commands/house.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace mirabelle {

CLI::App* add_forget_code(CLI::App& program, ForgetCodeOptions& options) {
    CLI::App* command = program.add_subcommand(
        "forget-code", "Forgets the code of the teacher's panel; the next opening asks for a new one");
    command->add_option("--data", options.data, "Folder of the journal (default: the user's data folder)");
    return command;
}

ExitCode run_forget_code(const ForgetCodeOptions& options) {
    const auto folder = options.data.empty() ? data_folder() : options.data;
    require_journal(folder);
    Journal journal = Journal::open(folder, journal_options(wall_clock(), fresh_seed()));
    TeacherCode(journal).forget();
    fmt::print("The code is forgotten. The panel asks for a new one when it is opened next.\n");
    return ExitCode::fine;
}

} // namespace mirabelle
