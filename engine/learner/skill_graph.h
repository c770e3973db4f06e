// Which skill needs which: the learner model's map of the programme. Without circles, so that every skill can
// be reached.
#pragma once

#include "engine/band.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

struct GraphSkill {
    std::string id;
    std::string strand; ///< "literacy" or "numeracy"
    Band band = Band::MS;
    double reference = 0;           ///< difficulty, logits, that counts for "acquired"
    std::vector<std::size_t> needs; ///< places in the graph
};

class SkillGraph {
  public:
    using OldNames =
        std::map<std::string, std::string, std::less<>>; ///< of skills that were called otherwise

    SkillGraph() = default;
    explicit SkillGraph(std::vector<GraphSkill> skills, OldNames old_names = {});

    std::size_t size() const { return skills_.size(); }
    const GraphSkill& operator[](std::size_t skill) const { return skills_[skill]; }
    /// Those that need it directly.
    std::span<const std::size_t> leads_to(std::size_t skill) const { return leads_to_[skill]; }
    /// By its name, or one it had; nothing when no skill was ever called so.
    std::optional<std::size_t> find(std::string_view id) const;
    /// A skill from which `needs` lead back to itself; nothing where there is no circle.
    std::optional<std::size_t> circle() const;

  private:
    std::vector<GraphSkill> skills_;
    std::vector<std::vector<std::size_t>> leads_to_;
    std::map<std::string, std::size_t, std::less<>> places_; ///< by all names
};

} // namespace mirabelle
