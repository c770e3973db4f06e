// mirabelle pack: content packs are looked at, taken in, switched on and off, and taken away.
#include "engine/content/content_error.h"
#include "engine/content/pack_store.h"

#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "engine/lint/lint.h"
#include "platform/commands/named_command.h"
#include "platform/font_files.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace mirabelle {

namespace {

struct PackOptions {
    std::filesystem::path data;
    std::filesystem::path source; ///< to take in
    std::string id;               ///< to switch or remove
};

PackStore store_of(const PackOptions& options) {
    const auto data = options.data.empty() ? data_folder() : options.data;
    return PackStore(data / "packs", bundle_folder(), all_activities());
}

void print(const StoredPack& pack) {
    const PackAdditions& adds = pack.additions;
    fmt::print("{} {} ({}, {}, {}): {}\n", pack.info.id, pack.info.version, pack.info.title, pack.info.author,
               pack.info.licence,
               !pack.problem.empty()         ? "not used"
               : pack.state == PackState::on ? "on"
                                             : "off");
    if (pack.problem.empty())
        fmt::print("  adds {} words, {} pictures, {} voices, {} skills, {} levels, {} difficulties{}\n",
                   adds.words, adds.pictures, adds.voices, adds.skills, adds.levels, adds.difficulties,
                   adds.activities.empty() ? "" : fmt::format(" for {}", fmt::join(adds.activities, ", ")));
    else
        fmt::print("  {}\n", pack.problem);
}

/// Its levels are held against the same rules as the program's own.
int lint_pack(const StoredPack& pack) {
    const Content content = load_content(bundle_folder(), all_activities(), {&pack.info, 1});
    const FontFiles fonts(content.folder() / "fonts");
    int told = 0;
    for (const LintFinding& finding :
         lint(content, all_activities(), fonts, make_mechanic, {.seeds = 60, .laid_out = 6}).findings) {
        fmt::print("  {} {}, seed {}: {}: {}\n", finding.activity, finding.level, finding.seed,
                   name_of(finding.rule), finding.reason);
        ++told;
    }
    return told;
}

ExitCode list(const PackOptions& options) {
    bool sound = true;
    const std::vector<StoredPack> packs = store_of(options).packs();
    for (const StoredPack& pack : packs) {
        print(pack);
        sound = sound && pack.problem.empty();
    }
    if (packs.empty())
        fmt::print("There is no pack: 'mirabelle pack add FILE.zip' takes one in.\n");
    return sound ? ExitCode::fine : ExitCode::found_problems;
}

ExitCode add(const PackOptions& options) {
    try {
        const StoredPack pack = store_of(options).take_in(options.source);
        print(pack);
        const int findings = lint_pack(pack);
        if (findings > 0)
            fmt::print("  {} findings: switch the pack off until they are mended\n", findings);
        return findings == 0 ? ExitCode::fine : ExitCode::found_problems;
    } catch (const ContentError& error) {
        fmt::print(stderr, "mirabelle: {}\n", error.what());
        return ExitCode::found_problems;
    }
}

/// Does `what` to the pack that is named.
template <typename What>
ExitCode change(const PackOptions& options, What what) {
    PackStore store = store_of(options);
    const std::vector<StoredPack> packs = store.packs();
    if (std::none_of(packs.begin(), packs.end(),
                     [&](const StoredPack& pack) { return pack.info.id == options.id; })) {
        fmt::print(stderr, "mirabelle: there is no pack '{}': 'mirabelle pack list' names them\n",
                   options.id);
        return ExitCode::usage;
    }
    what(store);
    return list(options);
}

} // namespace

NamedCommand pack_command(CLI::App& program) {
    const auto options = std::make_shared<PackOptions>();
    CLI::App* command = program.add_subcommand(
        "pack", "Content packs: a folder or .zip with pack.toml, words, pictures, voices, levels");
    command->add_option("--data", options->data, "Folder of the journal (default: the user's data folder)");
    command->require_subcommand(1);
    const CLI::App* list_packs =
        command->add_subcommand("list", "What is there, what it adds, what is wrong");
    CLI::App* add_pack = command->add_subcommand("add", "Checks a folder or .zip and takes it in");
    add_pack->add_option("source", options->source, "The folder or .zip")->required();
    const auto by_id = [&](const char* name, const char* what) {
        CLI::App* sub = command->add_subcommand(name, what);
        sub->add_option("id", options->id, "The pack's id")->required();
        return sub;
    };
    const CLI::App* on = by_id("on", "Uses a pack again, from the next start");
    const CLI::App* off = by_id("off", "Leaves a pack out, from the next start");
    by_id("remove", "Takes a pack away");
    return {command, [=] {
                if (list_packs->parsed())
                    return list(*options);
                if (add_pack->parsed())
                    return add(*options);
                return change(*options, [&](PackStore& store) {
                    if (on->parsed() || off->parsed())
                        store.set(options->id, on->parsed() ? PackState::on : PackState::off);
                    else
                        store.remove(options->id);
                });
            }};
}

} // namespace mirabelle
