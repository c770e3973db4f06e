// What of the loader belongs to levels: their settings, held against the rules of their activity.
#include "engine/content/content_loader.h"
#include "engine/content/refuse_twice.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace mirabelle {

bool ContentLoader::is_glyph(Alphabet alphabet, const std::string& id) const {
    const auto models = content_.models(alphabet);
    return std::any_of(models.begin(), models.end(),
                       [&](const WritingModel& model) { return model.id == id; });
}

void ContentLoader::check_reference(const TomlTable& table, const SettingRule& rule,
                                    const std::string& word) const {
    if (rule.kind == SettingKind::letters && !is_letter(word))
        table.fail(rule.key, fmt::format("names the unknown letter '{}'", word),
                   "use an id of assets/letters.toml");
    if (rule.kind != SettingKind::glyphs)
        return;
    const auto alphabet = alphabet_named(table.text("alphabet"));
    if (!alphabet)
        table.fail("alphabet", fmt::format("is '{}'", table.text("alphabet")),
                   "write digits, capitals, script, cursive or patterns");
    if (!is_glyph(*alphabet, word))
        table.fail(rule.key, fmt::format("names the unknown glyph '{}'", word),
                   fmt::format("draw it in assets/glyphs/{}.toml, or take it out", name_of(*alphabet)));
}

SettingValue ContentLoader::read_setting(const TomlTable& table, const SettingRule& rule) const {
    const auto check_allowed = [&](const std::string& word) {
        if (!rule.allowed.empty() &&
            std::find(rule.allowed.begin(), rule.allowed.end(), word) == rule.allowed.end())
            table.fail(rule.key, fmt::format("says '{}'", word),
                       fmt::format("write one of: {}", fmt::join(rule.allowed, ", ")));
    };
    switch (rule.kind) {
    case SettingKind::number:
        return table.number(rule.key, rule.least, rule.most);
    case SettingKind::range:
        return table.range(rule.key, rule.least, rule.most);
    case SettingKind::word: {
        std::string word = table.text(rule.key);
        check_allowed(word);
        return word;
    }
    case SettingKind::words:
    case SettingKind::letters:
    case SettingKind::glyphs:
        break;
    }
    std::vector<std::string> words = table.texts(rule.key);
    if (words.empty())
        table.fail(rule.key, "is missing or empty", fmt::format("write {} = [\"…\"]", rule.key));
    for (const std::string& word : words)
        check_reference(table, rule, word);
    for (const std::string& word : words)
        check_allowed(word);
    if (std::set<std::string>(words.begin(), words.end()).size() != words.size())
        table.fail(rule.key, "names the same thing twice", "write each once");
    return words;
}

Level ContentLoader::read_level(const TomlTable& table, const Activity& activity) const {
    Level level;
    level.id = table.text("id");
    level.band = read_band(table);
    level.skill = table.text("skill");
    level.difficulty = table.decimal("difficulty");
    const auto is_known = [&](const std::string& id) {
        return std::any_of(content_.skills_.begin(), content_.skills_.end(),
                           [&](const Skill& skill) { return skill.id == id; });
    };
    if (const std::string own = own_skills_ + "." + level.skill; is_known(own))
        level.skill = own;
    if (!is_known(level.skill))
        table.fail("skill", fmt::format("names the unknown skill '{}'", level.skill),
                   "use an id of assets/skills.toml");
    std::map<std::string, SettingValue, std::less<>> values;
    for (const SettingRule& rule : activity.rules)
        values.emplace(rule.key, read_setting(table, rule));
    for (const std::string& key : table.keys())
        if (key != "id" && key != "band" && key != "skill" && key != "difficulty" && values.count(key) == 0)
            table.fail(key, "is not a setting of this activity", "mend its spelling or take it out");
    level.settings = Settings(std::move(values));
    return level;
}

/// What `mirabelle calibrate` has written takes the place of what experts believed.
void ContentLoader::read_pack_difficulties(const PackInfo& pack) {
    const auto file = pack.folder / "calibration.toml";
    if (!std::filesystem::exists(file))
        return;
    for (const TomlTable& table : TomlTable::open(file).tables("item")) {
        const auto levels = content_.levels_.find(table.text("activity"));
        if (levels == content_.levels_.end())
            table.fail("activity", fmt::format("names the unknown activity '{}'", table.text("activity")),
                       "calibrate again with this version of Mirabelle, or take this item out");
        const auto level = std::find_if(levels->second.begin(), levels->second.end(),
                                        [&](const Level& known) { return known.id == table.text("level"); });
        if (level == levels->second.end())
            table.fail("level", fmt::format("names the unknown level '{}'", table.text("level")),
                       "calibrate again with this version of Mirabelle, or take this item out");
        level->difficulty = table.decimal("difficulty", -8, 8);
        ++added_.difficulties;
    }
    count_into_version(file);
}

void ContentLoader::read_levels(const Activity& activity) {
    const auto relative = std::filesystem::path("activities") / activity.id / "levels.toml";
    std::vector<Level>& levels = content_.levels_[std::string(activity.id)];
    for (const TomlTable& table : open(relative.string()).tables("level")) {
        Level level = read_level(table, activity);
        refuse_twice(table, levels, level);
        levels.push_back(std::move(level));
    }
    count_into_version(bundle_ / "content" / relative);
}

} // namespace mirabelle
