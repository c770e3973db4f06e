#include "activities/graphisme/graphisme.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 1> alphabets{"patterns"};
constexpr std::array<std::string_view, 4> guides{"wide_path", "narrow_path", "dots", "start_only"};
constexpr std::array rules{
    SettingRule{"alphabet", SettingKind::word, 0, 0, alphabets},
    SettingRule{"patterns", SettingKind::glyphs},
    SettingRule{"guide", SettingKind::word, 0, 0, guides},
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string& pattern = random.pick(level.settings.words("patterns"));
    const auto guide = std::find(guides.begin(), guides.end(), level.settings.word("guide")) - guides.begin();

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = pattern;
    exercise.expected = pattern;
    exercise.task = Trace{content.model(Alphabet::patterns, pattern).glyph, static_cast<TraceGuide>(guide),
                          Alphabet::patterns, pattern};
    exercise.prompt = {content.voice("draw_like_this"), content.voice("pattern_" + pattern),
                       content.voice("start_at_the_dot")};
    exercise.praise = {content.voice("well_done_traced")};
    exercise.errors = {
        {"", "start", {content.voice("start_at_the_dot")}},
        {"", "direction", {content.voice("other_direction"), content.voice("start_at_the_dot")}},
        {"", "off_path", {content.voice("stay_on_the_path")}},
    };
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity graphisme() { return {"graphisme", rules, make_exercise}; }

} // namespace mirabelle
