// Commands that keep their options to themselves.
#pragma once

#include "platform/commands/commands.h"

#include <functional>

namespace mirabelle {

/// Something the program can be asked to do by its name, and how it is done once the words are read.
struct NamedCommand {
    const CLI::App* parser;
    std::function<ExitCode()> run;
};

// Each adds its command.
NamedCommand lint_command(CLI::App& program);
NamedCommand coverage_command(CLI::App& program);
NamedCommand judge_command(CLI::App& program);
NamedCommand pack_command(CLI::App& program);
NamedCommand recompute_command(CLI::App& program);
NamedCommand calibrate_command(CLI::App& program);

} // namespace mirabelle
