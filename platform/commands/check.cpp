// mirabelle check: is everything there, and is it whole?
#include "activities/activities.h"
#include "engine/content/pack_store.h"
#include "engine/journal/journal_check.h"
#include "engine/voice/voice_check.h"
#include "platform/commands/house.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

#include <cstdio>

namespace mirabelle {

namespace {

/// Every activity, level by level: what it needs must be in the bundle.
int check_content(const Content& content) {
    int problems = 0;
    for (const std::string& problem : content.problems()) {
        fmt::print("{}\n", problem);
        ++problems;
    }
    constexpr int tries = 40;
    int exercises = 0;
    for (const Activity& activity : all_activities())
        for (const Level& level : content.levels(activity.id))
            for (int seed = 0; seed < tries; ++seed, ++exercises) {
                Random random(static_cast<std::uint64_t>(seed));
                const Exercise exercise = activity.ask(level, content, {}, random);
                const auto silent = [](const Prompt& prompt) {
                    return std::count(prompt.begin(), prompt.end(), VoiceId{}) > 0;
                };
                if (exercise.prompt.empty() || silent(exercise.prompt) || silent(exercise.praise)) {
                    fmt::print("activities/{}/levels.toml: level {} asks '{}' with a voice line that does "
                               "not exist — "
                               "add it to assets/voice/lines.toml\n",
                               activity.id, level.id, exercise.item);
                    ++problems;
                    break;
                }
            }
    fmt::print("content {}: {} activities, {} exercises tried, {} voice lines, {} pictures, {}\n",
               content.version(), all_activities().size(), exercises, content.voices().size() - 1,
               content.pictures().size(), problems == 0 ? "all is well" : "see above");
    return problems;
}

int check_data(const std::filesystem::path& folder) {
    const JournalReport report = check_journal(folder);
    for (const std::string& problem : report.problems)
        fmt::print("{}\n", problem);
    fmt::print("journal {} (schema {}): {} children, {} sessions, {} runs ({} open), {} attempts, {} traces, "
               "{} backups of which {} good, {}\n",
               folder.string(), report.schema_version, report.children, report.sessions, report.runs,
               report.open_runs, report.attempts, report.traces, report.backups, report.good_backups,
               report.problems.empty() ? "all is well" : "see above");
    return static_cast<int>(report.problems.size());
}

/// The voices that people have recorded for this device.
int check_voices(const Content& content, const std::filesystem::path& folder) {
    const std::vector<VoiceFolder> packs = voice_folders(folder / "voices");
    if (packs.empty())
        return 0;
    const LineLimits limits(content, all_activities());
    int problems = 0;
    for (const VoiceFolder& pack : packs) {
        const VoicePackReport report = check_voice_pack(content, limits, pack.folder);
        for (const std::string& problem : report.problems)
            fmt::print("{}\n", problem);
        fmt::print("voices {}: {} lines of {}, the others are spoken by the next voice, {}\n",
                   pack.folder.string(), report.lines, content.voices().size() - 1,
                   report.problems.empty() ? "all is well" : "see above");
        problems += static_cast<int>(report.problems.size());
    }
    return problems;
}

/// What teachers and researchers have added.
int check_packs(const std::filesystem::path& folder) {
    int problems = 0;
    for (const StoredPack& pack : PackStore(folder / "packs", bundle_folder(), all_activities()).packs()) {
        fmt::print("pack {} {}: {}\n", pack.info.id, pack.info.version,
                   pack.problem.empty() ? "all is well" : pack.problem);
        problems += pack.problem.empty() ? 0 : 1;
    }
    return problems;
}

} // namespace

CLI::App* add_check(CLI::App& program, CheckOptions& options) {
    CLI::App* command = program.add_subcommand(
        "check", "Checks the content, the journal, its backups and recorded voices; changes nothing");
    command->add_option("--data", options.data, "Folder of the journal (default: the user's data folder)");
    command->add_flag_callback(
        "--content", [&options] { options.what = CheckOptions::What::content; }, "The content only");
    return command;
}

ExitCode run_check(const CheckOptions& options) {
    const Content content = Content::load(bundle_folder(), all_activities());
    int problems = check_content(content);
    if (options.what == CheckOptions::What::content_and_data) {
        const auto folder = options.data.empty() ? data_folder() : options.data;
        problems += check_data(folder) + check_voices(content, folder) + check_packs(folder);
    }
    return problems == 0 ? ExitCode::fine : ExitCode::found_problems;
}

} // namespace mirabelle
