#include "engine/lint/lint.h"

#include "engine/ensure.h"
#include "engine/lint/rules.h"
#include "engine/voice/spoken_lines.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mirabelle {

namespace {

constexpr std::array<std::pair<LintRule, std::string_view>, 18> rule_names{{
    {LintRule::right_among_foils, "right_among_foils"},
    {LintRule::same_foil_twice, "same_foil_twice"},
    {LintRule::foil_also_right, "foil_also_right"},
    {LintRule::wrong_answer, "wrong_answer"},
    {LintRule::homophones, "homophones"},
    {LintRule::untaught_grapheme, "untaught_grapheme"},
    {LintRule::unstable_word, "unstable_word"},
    {LintRule::name_for_sound, "name_for_sound"},
    {LintRule::sound_of_stop, "sound_of_stop"},
    {LintRule::picture_mismatch, "picture_mismatch"},
    {LintRule::picture_missing, "picture_missing"},
    {LintRule::voice_missing, "voice_missing"},
    {LintRule::voice_mismatch, "voice_mismatch"},
    {LintRule::glyph_missing, "glyph_missing"},
    {LintRule::text_too_small, "text_too_small"},
    {LintRule::target_too_small, "target_too_small"},
    {LintRule::few_questions, "few_questions"},
    {LintRule::malformed, "malformed"},
}};

/// A face as far as it can be what is asked: how many dots and where, which pictures.
struct FaceText {
    std::string& text;

    void operator()(const DotsFace& face) const {
        for (const Dot& dot : face.dots)
            text += std::to_string(static_cast<int>(100 * dot.at.x)) + "," +
                    std::to_string(static_cast<int>(100 * dot.at.y)) + " ";
    }
    void operator()(const SceneFace& face) const {
        for (const PlacedPicture& placed : face.pictures)
            text += std::to_string(static_cast<int>(placed.picture)) + " ";
    }
    void operator()(const PictureFace& face) const { text += std::to_string(static_cast<int>(face.picture)); }
    void operator()(const WritingFace& face) const { text += face.text; }
    void operator()(const BarFace& face) const { text += std::to_string(face.length); }
};

/// What makes two questions different ones: what is asked, what is right, and what it is chosen from.
std::string identity(const Exercise& exercise) {
    std::vector<std::string> shown = options_shown(exercise);
    for (const Face& face : faces_shown(exercise))
        std::visit(FaceText{shown.emplace_back()}, face);
    std::sort(shown.begin(), shown.end()); // where it lies makes no other question
    std::string text = exercise.item + "|" + exercise.expected;
    for (const std::string& part : shown)
        text += "|" + part;
    return text;
}

/// Levels of one activity, one after the other, with what has been taught on the way.
class ActivityLint {
  public:
    ActivityLint(const Content& content, const Activity& activity, const LintOptions& options,
                 LintReport& report)
        : content_(content), activity_(activity), options_(options), report_(report) {}

    void run(const Fonts& fonts, MakeMechanic make_mechanic) {
        for (const Level& level : content_.levels(activity_.id)) {
            learn(level);
            std::set<std::string> different;
            for (std::uint64_t seed = 1; seed <= options_.seeds; ++seed) {
                const Exercise exercise = exercise_of(level, seed);
                different.insert(identity(exercise));
                look_at({content_, level, exercise}, seed, fonts, make_mechanic);
            }
            report_.variety.push_back({std::string(activity_.id), level.id, different.size()});
            if (different.size() < options_.least_questions)
                complain(level, options_.seeds, LintRule::few_questions,
                         "only " + std::to_string(different.size()) +
                             " different questions: widen the level's settings");
        }
    }

  private:
    Exercise exercise_of(const Level& level, std::uint64_t seed) const {
        Random random(seed);
        return activity_.ask(level, content_, {}, random);
    }
    void learn(const Level& level) {
        for (const SettingRule& rule : activity_.rules)
            if (rule.kind == SettingKind::letters && rule.key == "letters")
                for (const std::string& letter : level.settings.words(rule.key))
                    taught_.insert(letter);
        if (!level.skill.starts_with("letter_"))
            return; // no letter is asked for by itself
        for (std::uint64_t seed = 1; seed <= options_.seeds; ++seed) {
            const Exercise exercise = exercise_of(level, seed);
            for (std::string& letter : letters_asked({content_, level, exercise}))
                taught_.insert(std::move(letter));
        }
    }
    void look_at(const Linted& asked, std::uint64_t seed, const Fonts& fonts, MakeMechanic make_mechanic) {
        ++report_.exercises;
        bool sound = true;
        const Complain here = [&](LintRule rule, std::string reason) {
            sound = sound && rule != LintRule::malformed;
            complain(asked.level, seed, rule, std::move(reason));
        };
        lint_pieces(asked, here);
        lint_numbers(asked, here);
        lint_words(asked, here);
        lint_letters(asked, taught_, here);
        lint_noises(asked, here);
        lint_media(asked, fonts, here);
        // What contradicts itself, or shows a picture that is not there, cannot be laid out.
        if (seed <= options_.laid_out && sound)
            lint_layout(asked, fonts, make_mechanic, here);
    }
    /// The first seed of a level that breaks a rule tells; the others are counted.
    void complain(const Level& level, std::uint64_t seed, LintRule rule, std::string reason) {
        for (LintFinding& finding : report_.findings)
            if (finding.activity == activity_.id && finding.level == level.id && finding.rule == rule) {
                finding.seeds += last_ != std::pair{seed, rule} ? 1 : 0;
                last_ = {seed, rule};
                return;
            }
        last_ = {seed, rule};
        report_.findings.push_back({std::string(activity_.id), level.id, seed, rule, std::move(reason)});
    }

    const Content& content_;
    const Activity& activity_;
    const LintOptions& options_;
    LintReport& report_;
    std::set<std::string> taught_;
    std::pair<std::uint64_t, LintRule> last_{};
};

} // namespace

std::string_view name_of(LintRule rule) {
    const auto found = std::find_if(rule_names.begin(), rule_names.end(),
                                    [&](const auto& named) { return named.first == rule; });
    ENSURE(found != rule_names.end());
    return found->second;
}

std::size_t LintReport::questions() const {
    std::size_t sum = 0;
    for (const LevelVariety& level : variety)
        sum += level.questions;
    return sum;
}

std::vector<Activity> asked_otherwise(const Content& content, Accent accent,
                                      std::span<const Activity> activities) {
    constexpr std::uint64_t seeds = 20; // of each level: nearly half of the words sound otherwise
    Content other = content;
    other.set_accent(accent);
    std::vector<Activity> found;
    for (const Activity& activity : activities) {
        const auto differs = [&](const Level& level) {
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                Random one(seed), two(seed);
                const Exercise here = activity.ask(level, content, {}, one);
                const Exercise there = activity.ask(level, other, {}, two);
                if (here.item != there.item || here.expected != there.expected ||
                    everything_said(here) != everything_said(there))
                    return true;
            }
            return false;
        };
        const auto levels = content.levels(activity.id);
        if (std::any_of(levels.begin(), levels.end(), differs))
            found.push_back(activity);
    }
    return found;
}

LintReport lint(const Content& content, std::span<const Activity> activities, const Fonts& fonts,
                MakeMechanic make_mechanic, const LintOptions& options) {
    LintReport report;
    for (const Activity& activity : activities)
        ActivityLint(content, activity, options, report).run(fonts, make_mechanic);
    return report;
}

} // namespace mirabelle
