#include "engine/lint/programme.h"

#include "engine/content/toml_file.h"

#include <algorithm>
#include <set>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, all_bands.size()> columns{"PS", "MS", "GS"};

ProgrammeCell read_cell(const TomlTable& table, std::size_t column, std::span<const Skill> skills,
                        std::set<std::string>& seen) {
    const std::string key(columns[column]);
    ProgrammeCell cell{table.texts(key), {}, table.has(key)};
    if (table.has(key + "_needs")) {
        cell.reason = table.text(key + "_needs");
        cell.exists = true;
    }
    for (const std::string& id : cell.skills) {
        const auto skill =
            std::find_if(skills.begin(), skills.end(), [&](const Skill& known) { return known.id == id; });
        if (skill == skills.end())
            table.fail(key, "names the skill '" + id + "', which is unknown",
                       "use an id of assets/skills.toml");
        if (skill->band != all_bands[column])
            table.fail(key, "names '" + id + "', a skill of another age column", "move it to its own column");
        seen.insert(id);
    }
    return cell;
}

bool trains(const Level& level, const std::string& skill) { return level.skill == skill; }

} // namespace

std::vector<ProgrammeLine> read_programme(const std::filesystem::path& file, std::span<const Skill> skills) {
    const TomlTable whole = TomlTable::open(file);
    std::vector<ProgrammeLine> lines;
    std::set<std::string> seen;
    for (const TomlTable& table : whole.tables("line")) {
        ProgrammeLine line{table.text("domain"), table.text("name"), {}};
        for (std::size_t column = 0; column < columns.size(); ++column)
            line.cells[column] = read_cell(table, column, skills, seen);
        lines.push_back(std::move(line));
    }
    for (const Skill& skill : skills)
        if (seen.count(skill.id) == 0)
            whole.fail("line", "has no place for the skill '" + skill.id + "'",
                       "add it to the line it belongs to");
    return lines;
}

std::vector<CoveringLevels> covering(const ProgrammeCell& cell, const Content& content,
                                     std::span<const Activity> activities) {
    std::vector<CoveringLevels> found;
    for (const Activity& activity : activities) {
        CoveringLevels here{std::string(activity.id), {}};
        for (const Level& level : content.levels(activity.id))
            if (std::find(cell.skills.begin(), cell.skills.end(), level.skill) != cell.skills.end())
                here.levels.push_back(level.id);
        if (!here.levels.empty())
            found.push_back(std::move(here));
    }
    return found;
}

std::vector<std::string> uncovered(const ProgrammeCell& cell, const Content& content,
                                   std::span<const Activity> activities) {
    std::vector<std::string> missing;
    for (const std::string& skill : cell.skills) {
        const bool trained = std::any_of(activities.begin(), activities.end(), [&](const Activity& activity) {
            const auto levels = content.levels(activity.id);
            return std::any_of(levels.begin(), levels.end(),
                               [&](const Level& level) { return trains(level, skill); });
        });
        if (!trained)
            missing.push_back(skill);
    }
    return missing;
}

} // namespace mirabelle
