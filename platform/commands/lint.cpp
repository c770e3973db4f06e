// mirabelle lint: which questions of which levels could a child not answer rightly?
#include "engine/lint/lint.h"

#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "platform/commands/named_command.h"
#include "platform/font_files.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace mirabelle {

namespace {

struct LintCommandOptions {
    std::uint64_t seeds = 500; ///< for each level
    std::string activity;      ///< empty: all
    enum class List : std::uint8_t { findings, levels } list = List::findings;
};

void print(const LintReport& report, const LintCommandOptions& options, std::string_view where) {
    for (const LintFinding& finding : report.findings)
        fmt::print("activities/{}/levels.toml: level {}{}, seed {}: {}: {} ({} of {} seeds)\n",
                   finding.activity, finding.level, where, finding.seed, name_of(finding.rule),
                   finding.reason, finding.seeds, options.seeds);
    if (options.list == LintCommandOptions::List::levels)
        for (const LevelVariety& level : report.variety)
            fmt::print("{} {}{}: {} different questions\n", level.activity, level.level, where,
                       level.questions);
}

std::string verdict(const LintReport& report) {
    return report.findings.empty() ? "all is well"
                                   : fmt::format("{} findings, see above", report.findings.size());
}

ExitCode run_lint(const LintCommandOptions& options) {
    std::vector<Activity> chosen;
    for (const Activity& activity : all_activities())
        if (options.activity.empty() || activity.id == options.activity)
            chosen.push_back(activity);
    if (chosen.empty()) {
        fmt::print(stderr,
                   "mirabelle: there is no activity '{}': write the name of a folder of activities/\n",
                   options.activity);
        return ExitCode::usage;
    }
    Content content = Content::load(bundle_folder(), all_activities());
    const FontFiles fonts(content.folder() / "fonts");
    LintOptions lint_options;
    lint_options.seeds = options.seeds;
    const LintReport report = lint(content, chosen, fonts, make_mechanic, lint_options);
    print(report, options, "");
    fmt::print("{} activities, {} levels, {} questions tried, {} different ones, {}\n", chosen.size(),
               report.variety.size(), report.exercises, report.questions(), verdict(report));

    // Once more what children of the south are asked otherwise.
    const std::vector<Activity> other = asked_otherwise(content, Accent::southern, chosen);
    content.set_accent(Accent::southern);
    const LintReport southern = lint(content, other, fonts, make_mechanic, lint_options);
    print(southern, options, ", southern accent");
    fmt::print("southern accent: {} activities, {} levels, {} questions tried, {}\n", other.size(),
               southern.variety.size(), southern.exercises, verdict(southern));
    return report.findings.empty() && southern.findings.empty() ? ExitCode::fine : ExitCode::found_problems;
}

} // namespace

NamedCommand lint_command(CLI::App& program) {
    const auto options = std::make_shared<LintCommandOptions>();
    CLI::App* command = program.add_subcommand(
        "lint",
        "Asks every level hundreds of questions and tells which are flawed: activity, level, seed, reason");
    command->add_option("--seeds", options->seeds, "Questions for each level")->check(CLI::Range(1, 100'000));
    command->add_option("--activity", options->activity, "Only this one, by the name of its folder");
    command->add_flag_callback(
        "--levels", [options] { options->list = LintCommandOptions::List::levels; },
        "How many different questions each level has, too");
    return {command, [options] { return run_lint(*options); }};
}

} // namespace mirabelle
