// mirabelle import: reads a class list and enrols its children; says numbers and lines, never names.
#include "activities/activities.h"
#include "engine/content/content_error.h"
#include "platform/commands/band_option.h"
#include "platform/commands/house.h"
#include "platform/paths.h"
#include "teacher/class_list.h"
#include "teacher/exchange/roster_sentences.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <fstream>
#include <set>

namespace mirabelle {

namespace {

/// One byte more than a list may have, so that a larger one is refused without being read.
std::string first_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(largest_roster + 1, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad() || (in.fail() && !in.eof()))
        throw ContentError(file, 0, "the list cannot be read", "allow reading it, or copy it elsewhere");
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

class Teller {
  public:
    explicit Teller(const RosterSentences& sentences) : sentences_(sentences) {}

    void say(std::string_view code, std::string_view detail = {}) const {
        fmt::print("{}\n", sentences_.sentence(code, detail));
    }
    void say(std::string_view code, std::size_t count) const { say(code, std::to_string(count)); }

    void tell_refusal(const RosterPreview& preview) const {
        say("refused", sentences_.sentence(*preview.refusal));
        tell_remarks(preview);
    }

    void tell_list(const RosterPreview& preview) const {
        std::set<std::string> classes;
        for (const RosterChild& child : preview.children)
            if (!child.class_name.empty())
                classes.insert(child.class_name);
        say("found", preview.children.size());
        if (!classes.empty())
            say("classes", classes.size());
        if (!preview.discarded.empty())
            say("discarded");
        for (const DiscardedColumns& discarded : preview.discarded)
            fmt::print("  {}\n", sentences_.sentence(discarded));
        tell_remarks(preview);
    }

  private:
    void tell_remarks(const RosterPreview& preview) const {
        if (!preview.remarks.empty())
            say("remarks");
        for (const RosterRemark& remark : preview.remarks)
            fmt::print("  {}\n", sentences_.sentence(remark));
    }

    const RosterSentences& sentences_;
};

void tell_plan(const Teller& teller, const ImportPlan& plan, const ImportOptions& options) {
    const bool trial = options.mode == ImportOptions::Mode::dry_run;
    teller.say(trial ? "would_add" : "added", plan.to_add.size());
    teller.say(trial ? "would_update" : "updated", plan.to_update.size());
    teller.say("already_there", static_cast<std::size_t>(plan.already_there));
    if (plan.without_level > 0)
        teller.say("band_otherwise", name_of(options.band_otherwise));
    if (plan.portraits_shared > 0)
        teller.say("portraits_shared", static_cast<std::size_t>(plan.portraits_shared));
    if (trial)
        teller.say("dry_run");
}

} // namespace

CLI::App* add_import(CLI::App& program, ImportOptions& options) {
    CLI::App* command = program.add_subcommand(
        "import", "Enrols the children of a class list: ONDE's CSVExtraction.csv, or first names");
    command->add_option("FILE", options.file, "The class list")->required()->check(CLI::ExistingFile);
    command->add_option("--data", options.data, "Folder of the journal (default: the user's data folder)");
    command->add_option("--band", options.band_otherwise, "Of children whose level is not told: PS, MS or GS")
        ->transform(CLI::CheckedTransformer(bands_by_name(), CLI::ignore_case))
        ->default_str("MS");
    command->add_flag_callback(
        "--dry-run", [&options] { options.mode = ImportOptions::Mode::dry_run; },
        "Only say what would be done");
    return command;
}

ExitCode run_import(const ImportOptions& options) {
    const Content content = Content::load(bundle_folder(), all_activities());
    const RosterSentences sentences(content.folder());
    const Teller teller(sentences);
    const RosterPreview preview = read_roster(first_bytes(options.file));
    if (preview.refusal) {
        teller.tell_refusal(preview);
        return ExitCode::found_problems;
    }
    const auto folder = options.data.empty() ? data_folder() : options.data;
    // A trial leaves nothing behind, so it does not make the journal that it would write to.
    const bool nobody_yet = !std::filesystem::exists(folder) || std::filesystem::is_empty(folder);
    if (options.mode == ImportOptions::Mode::dry_run && nobody_yet) {
        teller.tell_list(preview);
        tell_plan(teller, plan_import({}, preview, options.band_otherwise, content.portraits()), options);
        return ExitCode::fine;
    }
    const std::uint64_t id_seed = fresh_seed();
    Journal journal = Journal::open(folder, journal_options(wall_clock(), id_seed));
    ClassList list(content, journal, Random(id_seed + 1));
    teller.tell_list(preview);
    const ImportPlan plan = options.mode == ImportOptions::Mode::dry_run
                                ? list.plan(preview, options.band_otherwise)
                                : list.import(preview, options.band_otherwise);
    tell_plan(teller, plan, options);
    return ExitCode::fine;
}

} // namespace mirabelle
