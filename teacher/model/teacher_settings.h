// What the teacher has set for this device, kept in the journal.
#pragma once

#include "engine/content/accent.h"
#include "engine/journal/journal.h"
#include "engine/stage.h"
#include "teacher/panel/words.h"

#include <array>
#include <optional>

namespace mirabelle {

struct TeacherSettings {
    /// A child's minutes a day, by age column; nothing: what the content says (assets/bands.toml).
    std::array<std::optional<int>, all_bands.size()> session_minutes{};
    int volume = 10; ///< least_volume .. most_volume
    Movement movement = Movement::full;
    std::optional<int> diagonal_mm;    ///< of the screen, where the system reports a wrong size
    std::optional<int> bottom_edge_cm; ///< of a class display above the floor; nothing: a tablet
    int reach_cm = usual_reach;        ///< above the floor that children's arms reach
    Language language = Language::french;
    Accent accent = Accent::northern; ///< how words are counted and said to the class

    static constexpr int least_minutes = 2, most_minutes = 30;
    /// A child who cannot read is lost without a voice, so that nobody may set silence by accident; and the
    /// loudest is as loud as broadcasts, whatever a recording was.
    static constexpr int least_volume = 2, most_volume = 10;
    static constexpr int least_diagonal = 180, most_diagonal = 2500;            ///< mm
    static constexpr int least_bottom_edge = 10, most_bottom_edge = 150;        ///< cm
    static constexpr int least_reach = 80, usual_reach = 120, most_reach = 180; ///< cm

    /// mm above the screen's bottom edge that children reach; nothing: all of it.
    std::optional<double> reach_mm() const;

    /// What is out of bounds in the journal is as if it were not set. Throws JournalError.
    static TeacherSettings load(const Journal& journal);
    void save(Journal& journal) const;

    friend bool operator==(const TeacherSettings&, const TeacherSettings&) = default;
};

} // namespace mirabelle
