// The class at a glance: children by skills, who has played today and how long. Read child by child, so that
// no frame waits for the journal.
#pragma once

#include "teacher/model/outlook.h"

#include <map>
#include <string>
#include <vector>

namespace mirabelle {

struct ChildOverview {
    Child child;
    std::map<std::string, SkillOutlook, std::less<>> skills; ///< by id; only those that were met
    Milliseconds played_today = 0;
    std::optional<UtcMilliseconds> last_played;

    SkillOutlook skill(std::string_view id) const;
};

/// One day as the place of the device sees it.
struct Day {
    UtcMilliseconds from = 0, to = 0; ///< to is excluded
};
/// The day around `now`; `offset` is local time minus UTC in ms.
Day day_around(UtcMilliseconds now, Milliseconds offset);

/// One column of the programme, as far as this class meets it: its children and skills belong together.
struct ProgrammeColumn {
    Band band = Band::PS; ///< of the children
    std::string name;     ///< as Skill::column

    friend bool operator==(const ProgrammeColumn&, const ProgrammeColumn&) = default;
};

class ClassOverview {
  public:
    /// `knowledge` outlives it. No child is read yet.
    explicit ClassOverview(ClassKnowledge& knowledge);

    /// Reads one more child; false when all are read. Throws JournalError.
    bool read_more();
    bool complete() const { return next_ >= children_.size(); }
    double share_read() const; ///< 0..1

    /// In the order of the class list; those not read yet have no skills.
    const std::vector<ChildOverview>& children() const { return children_; }
    /// What this class can meet: the skills of its age columns that some activity serves, by strand.
    const std::vector<const Skill*>& skills() const { return skills_; }
    /// Those of `skills`, the youngest first; what a pack adds comes after its band's own.
    const std::vector<ProgrammeColumn>& columns() const { return columns_; }

  private:
    ClassKnowledge* knowledge_;
    Day today_;
    std::vector<ChildOverview> children_;
    std::vector<const Skill*> skills_;
    std::vector<ProgrammeColumn> columns_;
    std::size_t next_ = 0;
};

} // namespace mirabelle
