// mirabelle recompute: works out again, from the answers alone, what is believed of each child, and compares
// it with what was written down; mirabelle calibrate: how hard each level is, from the answers of all.
#include "activities/activities.h"
#include "engine/learner/calibration.h"
#include "engine/learning.h"
#include "platform/commands/house.h"
#include "platform/commands/named_command.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <fstream>
#include <memory>

namespace mirabelle {

namespace {

struct LearningOptions {
    std::filesystem::path data;
    std::filesystem::path out; ///< of calibrate
};

Journal open_journal_of(const LearningOptions& options) {
    const auto folder = options.data.empty() ? data_folder() : options.data;
    require_journal(folder);
    return Journal::open(folder, journal_options(wall_clock(), fresh_seed()));
}

constexpr std::array<const char*, 5> mastery_names{"unseen", "in progress", "on the way", "acquired",
                                                   "to review"};

struct Compared {
    int same = 0, different = 0, passed_over = 0;
};

/// Answer by answer, to the last bit; answers that another planner judged have no variance.
Compared compare(Learner& learner, const std::vector<Attempt>& attempts, Milliseconds offset) {
    Compared compared;
    for (const Attempt& attempt : attempts) {
        const auto answer = judged(learner.graph(), attempt, offset, learner.parameters());
        if (!answer) {
            ++compared.passed_over;
            continue;
        }
        learner.learn(answer->skill, answer->evidence);
        const Belief belief = learner.belief(answer->skill, answer->evidence.day);
        const bool same = belief.mean == attempt.mu_after && belief.variance == attempt.variance_after;
        ++(same ? compared.same : compared.different);
    }
    return compared;
}

ExitCode run_recompute(const LearningOptions& options) {
    const Content content = Content::load(bundle_folder(), all_activities());
    const Journal journal = open_journal_of(options);
    const Milliseconds offset = local_offset();
    Compared all;
    for (const Child& child : journal.children()) {
        Learner learner(content.graph(), child.band);
        const Compared one = compare(learner, journal.attempts(child.id, 0), offset);
        all = {all.same + one.same, all.different + one.different, all.passed_over + one.passed_over};
        fmt::print("child {} {}\n", child.id.text(), name_of(child.band));
        for (std::size_t skill = 0; skill < content.graph().size(); ++skill) {
            const SkillState& state = learner.state(skill);
            if (state.answers > 0)
                fmt::print("  {:<22} mu {:6.3f}  variance {:.3f}  {:3} answers, {:2} days  {}\n",
                           content.graph()[skill].id, state.belief.mean, state.belief.variance, state.answers,
                           state.days,
                           mastery_names[static_cast<std::size_t>(learner.mastery(skill, state.last_day))]);
        }
    }
    fmt::print("{} answers as they were written down, {} worked out otherwise{}\n", all.same, all.different,
               all.passed_over > 0
                   ? fmt::format(", {} about skills that no list names any more", all.passed_over)
                   : "");
    return all.different == 0 ? ExitCode::fine : ExitCode::found_problems;
}

/// The levels in the order of their files, and where each stands.
struct Items {
    std::vector<std::string> activities, levels;
    std::vector<double> experts;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
};

Items items_of(const Content& content) {
    Items items;
    for (const Activity& activity : all_activities())
        for (const Level& level : content.levels(activity.id)) {
            items.places.emplace(std::pair(std::string(activity.id), level.id), items.experts.size());
            items.activities.emplace_back(activity.id);
            items.levels.push_back(level.id);
            items.experts.push_back(level.difficulty);
        }
    return items;
}

ExitCode run_calibrate(const LearningOptions& options) {
    const Content content = Content::load(bundle_folder(), all_activities());
    const Journal journal = open_journal_of(options);
    const Items items = items_of(content);
    std::vector<std::vector<ItemAnswer>> children;
    for (const Child& child : journal.children()) {
        auto& answers = children.emplace_back();
        for (const Attempt& attempt : journal.attempts(child.id, 0)) {
            const auto place = items.places.find({attempt.activity, attempt.level});
            const auto answer = judged(content.graph(), attempt, local_offset(), LearnerParameters{});
            if (answer && place != items.places.end())
                answers.push_back({place->second, answer->skill, answer->evidence});
        }
    }
    const auto found = calibrate(content.graph(), items.experts, children);
    std::ofstream out(options.out);
    out << "# How hard each level is, estimated from answers. difficulty and error (standard) in logits.\n"
           "# As calibration.toml of a content pack it takes the place of the experts' difficulties.\n";
    int written = 0;
    for (std::size_t item = 0; item < found.size(); ++item) {
        if (found[item].answers == 0)
            continue;
        ++written;
        out << fmt::format(
            "\n[[item]]\nactivity = \"{}\"\nlevel = \"{}\"\ndifficulty = {:.3f}\nerror = {:.3f}\n"
            "answers = {}\n",
            items.activities[item], items.levels[item], found[item].difficulty, found[item].error,
            found[item].answers);
    }
    if (!out.flush()) {
        fmt::print(stderr, "mirabelle: {}: the file cannot be written; choose another place with --out\n",
                   options.out.string());
        return ExitCode::file;
    }
    fmt::print("Estimated {} of {} levels, written to {}.\n", written, found.size(), options.out.string());
    return ExitCode::fine;
}

} // namespace

NamedCommand recompute_command(CLI::App& program) {
    const auto options = std::make_shared<LearningOptions>();
    CLI::App* command = program.add_subcommand(
        "recompute", "Works out again from all answers what each child knows, and compares; changes nothing");
    command->add_option("--data", options->data, "Folder of the journal (default: the user's data folder)");
    return {command, [options] { return run_recompute(*options); }};
}

NamedCommand calibrate_command(CLI::App& program) {
    const auto options = std::make_shared<LearningOptions>();
    CLI::App* command =
        program.add_subcommand("calibrate", "Estimates from all answers how hard each level is");
    command->add_option("--data", options->data, "Folder of the journal (default: the user's data folder)");
    command->add_option("--out", options->out, "The file to write; one of that name is replaced")->required();
    return {command, [options] { return run_calibrate(*options); }};
}

} // namespace mirabelle
