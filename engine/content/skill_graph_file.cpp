#include "engine/content/skill_graph_file.h"

#include "engine/content/toml_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

// Logits: where the levels of each age column lie in the middle.
constexpr std::array<double, all_bands.size()> usual_reference{-1.2, -0.2, 0.9};

double reference_of(const Skill& skill,
                    const std::map<std::string, std::vector<Level>, std::less<>>& levels) {
    std::vector<double> found;
    for (const auto& [activity, own] : levels)
        for (const Level& level : own)
            if (level.skill == skill.id)
                found.push_back(level.difficulty);
    if (found.empty())
        return usual_reference[static_cast<std::size_t>(skill.band)];
    std::sort(found.begin(), found.end());
    return found[found.size() / 2];
}

} // namespace

SkillGraph read_skill_graph(const std::filesystem::path& file, std::span<const Skill> skills,
                            const std::map<std::string, std::vector<Level>, std::less<>>& levels) {
    std::vector<GraphSkill> nodes;
    for (const Skill& skill : skills)
        nodes.push_back({skill.id, skill.strand, skill.band, reference_of(skill, levels), {}});
    const SkillGraph places(nodes);
    std::map<std::string, TomlTable> written;
    const TomlTable root = TomlTable::open(file);
    for (const TomlTable& table : root.tables("skill")) {
        const std::string id = table.text("id");
        const auto place = places.find(id);
        if (!place)
            table.fail("id", fmt::format("is the unknown skill '{}'", id), "use an id of assets/skills.toml");
        if (!written.emplace(id, table).second)
            table.fail("id", fmt::format("names '{}' a second time", id), "keep one of the two");
        for (const std::string& need : table.texts("needs")) {
            const auto needed = places.find(need);
            if (!needed)
                table.fail("needs", fmt::format("names the unknown skill '{}'", need),
                           "use an id of assets/skills.toml");
            nodes[*place].needs.push_back(*needed);
        }
    }
    for (std::size_t place = 0; place < skills.size(); ++place)
        for (const std::string& need : skills[place].needs)
            nodes[place].needs.push_back(places.find(need).value());
    SkillGraph::OldNames old_names;
    if (root.has("renamed"))
        for (const TomlTable& table : root.tables("renamed")) {
            if (!places.find(table.text("is")))
                table.fail("is", "names an unknown skill", "use an id of assets/skills.toml");
            if (places.find(table.text("was")))
                table.fail("was", "is a skill that still exists", "take the entry out");
            old_names.emplace(table.text("was"), table.text("is"));
        }
    SkillGraph graph(std::move(nodes), std::move(old_names));
    if (const auto circle = graph.circle())
        written.at(graph[*circle].id)
            .fail("needs", fmt::format("lead '{}' back to itself", graph[*circle].id),
                  "take out one of the needs of the circle");
    return graph;
}

} // namespace mirabelle
