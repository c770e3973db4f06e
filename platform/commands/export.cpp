// mirabelle export: what the children did as a file for others, under pseudonyms.
#include "teacher/exchange/export.h"
#include "activities/activities.h"
#include "engine/civil_time.h"
#include "platform/commands/house.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>

namespace mirabelle {

namespace {

const std::map<std::string, ExportFormat> format_names{{"csv", ExportFormat::csv},
                                                       {"xapi", ExportFormat::xapi}};

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

} // namespace

CLI::App* add_export(CLI::App& program, ExportOptions& options) {
    CLI::App* command = program.add_subcommand(
        "export", "Writes the answers to a file under pseudonyms: CSV for a spreadsheet, or xAPI statements");
    command->add_option("--format", options.format, "csv or xapi")
        ->required()
        ->transform(CLI::CheckedTransformer(format_names, CLI::ignore_case));
    command->add_option("--out", options.file, "The file to write; one of that name is replaced")->required();
    command
        ->add_option_function<std::string>(
            "--since",
            [&options](const std::string& date) {
                const std::optional<UtcMilliseconds> midnight = midnight_of(date);
                if (!midnight)
                    throw CLI::ValidationError("--since", "write the day as YYYY-MM-DD, e.g. 2026-09-01");
                options.since = *midnight;
            },
            "Leave out what was done before this day, in UTC")
        ->type_name("YYYY-MM-DD");
    command->add_option("--data", options.data, "Folder of the journal (default: the user's data folder)");
    return command;
}

ExitCode run_export(const ExportOptions& options) {
    const Content content = Content::load(bundle_folder(), all_activities());
    const auto folder = options.data.empty() ? data_folder() : options.data;
    require_journal(folder);
    const UtcMilliseconds now = wall_clock();
    Journal journal = Journal::open(folder, journal_options(now, fresh_seed()));
    try {
        ExportJob job(journal, content, all_activities(), {options.format, options.file, options.since, now});
        while (!job.step().is_done) {
        }
        fmt::print("Exported {} of {} to {}.\n", counted(job.answers(), "answer", "answers"),
                   counted(job.children(), "child", "children"), options.file.string());
    } catch (const ExportError& error) {
        fmt::print(stderr, "mirabelle: {}\n", error.what());
        return ExitCode::file;
    }
    return ExitCode::fine;
}

} // namespace mirabelle
