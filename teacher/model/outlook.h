// What comes next for a child and why, how sure that is, and which children could work at the same thing.
#pragma once

#include "teacher/model/class_knowledge.h"

#include <string>
#include <vector>

namespace mirabelle {

/// Why a game lies on a child's card.
enum class Reason : std::uint8_t {
    path,   ///< the next step of the teacher's path
    pinned, ///< the teacher wants it there always
    goal,   ///< a goal of the week
    review,
    confirm,
    open,
    regain,
    fresh,
    support,
    free
};

struct NextStep {
    const Activity* activity = nullptr;
    const Level* level = nullptr;
    std::size_t skill = 0; ///< place in the graph
    Reason reason = Reason::open;
};

/// Between `low` and `high` lies, in four cases of five, how often the child succeeds at a question of the
/// skill's own difficulty; shares 0..1.
struct SkillOutlook {
    std::size_t skill = 0; ///< place in the graph
    Mastery mastery = Mastery::unseen;
    int answers = 0;  ///< that counted
    int days = 0;     ///< on which there were some
    int days_ago = 0; ///< school days since the last one
    int due_in = 0;   ///< school days until it is looked at again; of acquired ones
    double low = 0, likely = 0, high = 0;
};

struct ChildOutlook {
    std::vector<NextStep> steps;
    std::vector<SkillOutlook> skills; ///< met ones, in the order of the graph
    std::vector<std::size_t> needs;   ///< skills to work at now, the most urgent first
    bool needs_help = false;          ///< see needs_help() of the answers
    const Activity* path_step = nullptr;
    TeacherWishes wishes; ///< of the child and the class together
};

/// What is believed of the skills that were met, in the order of the graph. `today`: number of the school
/// day.
std::vector<SkillOutlook> skills_of(const Learner& learner, int today);

/// Both meet the child, and throw JournalError. The steps are the same proposals as the child's garden makes,
/// but for what chance adds there; without them it is quicker.
ChildOutlook outlook_of(const Child& child, ClassKnowledge& knowledge);
ChildOutlook outlook_without_steps(const Child& child, ClassKnowledge& knowledge);

/// Children who have the same skill to work at next.
struct NeedGroup {
    std::size_t skill = 0;             ///< place in the graph
    std::vector<std::size_t> children; ///< places in the list that was given
};

/// `needs`: for each child the skills to work at now, the most urgent first. Groups of four to six as far as
/// the class allows, never one child alone; each child is in one group at most.
std::vector<NeedGroup> groups_of_need(const std::vector<std::vector<std::size_t>>& needs);

} // namespace mirabelle
