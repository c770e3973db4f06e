// mirabelle coverage: which line of the programme is served by which activities, in which age column; and
// what content packs add to it?
#include "activities/activities.h"
#include "engine/content/pack_store.h"
#include "engine/lint/programme.h"
#include "platform/commands/named_command.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>
#include <memory>
#include <set>

namespace mirabelle {

namespace {

/// "ms-1 to ms-4", or the one there is.
std::string span_of(const std::vector<std::string>& levels) {
    return levels.size() == 1 ? levels.front() : levels.front() + " to " + levels.back();
}

struct Tally {
    int cells = 0;     ///< that the programme fills
    int coverable = 0; ///< of which a screen can serve something
    int covered = 0;   ///< of which everything a screen can serve is there
    std::set<std::string> missing;
};

void print_cell(const ProgrammeCell& cell, Band band, const Content& content, Tally& tally) {
    if (!cell.exists)
        return;
    ++tally.cells;
    const std::vector<std::string> missing = uncovered(cell, content, all_activities());
    tally.coverable += cell.skills.empty() ? 0 : 1;
    tally.covered += !cell.skills.empty() && missing.empty() ? 1 : 0;
    tally.missing.insert(missing.begin(), missing.end());
    fmt::print("  {}  {}\n", name_of(band),
               cell.skills.empty() ? "-"
               : missing.empty()   ? "covered"
                                   : "NOT COVERED");
    for (const CoveringLevels& by : covering(cell, content, all_activities()))
        fmt::print("      {} ({})\n", by.activity, span_of(by.levels));
    for (const std::string& skill : missing)
        fmt::print("      no activity yet: {} ({})\n", content.skill(skill).name, skill);
    if (!cell.reason.empty())
        fmt::print("      not on a screen: {}\n", cell.reason);
}

/// Skills that are in no line of the programme, by their school level.
void print_added(const Content& content, std::span<const Skill> of_programme, Tally& tally) {
    std::map<std::string_view, std::vector<const Skill*>> added;
    for (const Skill& skill : content.skills().subspan(of_programme.size()))
        added[skill.column].push_back(&skill);
    for (const auto& [column, skills] : added) {
        fmt::print("\n{}, from content packs\n", column);
        for (const Skill* skill : skills) {
            const ProgrammeCell cell{{skill->id}, {}, true};
            fmt::print("{} ({})\n", skill->name, skill->id);
            for (const CoveringLevels& by : covering(cell, content, all_activities()))
                fmt::print("      {} ({})\n", by.activity, span_of(by.levels));
            for (const std::string& missing : uncovered(cell, content, all_activities())) {
                fmt::print("      no activity yet\n");
                tally.missing.insert(missing);
            }
        }
    }
}

ExitCode run_coverage(const std::filesystem::path& data) {
    const Content bundle = Content::load(bundle_folder(), all_activities());
    const Content content = load_with_packs(bundle_folder(), all_activities(),
                                            PackStore(data / "packs", bundle_folder(), all_activities()));
    Tally tally;
    std::string domain;
    for (const ProgrammeLine& line :
         read_programme(content.folder() / "content" / "programme.toml", bundle.skills())) {
        if (line.domain != domain)
            fmt::print("\n{}\n", line.domain);
        domain = line.domain;
        fmt::print("{}\n", line.name);
        for (const Band band : all_bands)
            print_cell(line.cell(band), band, content, tally);
    }
    print_added(content, bundle.skills(), tally);
    fmt::print(
        "\n{} cells, {} of them can be served on a screen, {} of these are covered; {} skills without an "
        "activity\n",
        tally.cells, tally.coverable, tally.covered, tally.missing.size());
    return tally.missing.empty() ? ExitCode::fine : ExitCode::found_problems;
}

} // namespace

NamedCommand coverage_command(CLI::App& program) {
    const auto data = std::make_shared<std::filesystem::path>();
    CLI::App* command =
        program.add_subcommand("coverage", "Prints for each line of the programme and each age column what "
                                           "serves it, and what does not");
    command->add_option("--data", *data, "Folder whose content packs count as well (default: the user's)");
    return {command, [data] { return run_coverage(data->empty() ? data_folder() : *data); }};
}

} // namespace mirabelle
