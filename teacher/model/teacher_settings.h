// What the teacher has set for this device, kept in the journal.
#pragma once

#include "engine/journal/journal.h"
#include "engine/stage.h"
#include "teacher/panel/words.h"

#include <array>
#include <optional>

namespace mirabelle {

struct TeacherSettings {
    /// A child's minutes a day, by age column; nothing: what the content says (assets/bands.toml).
    std::array<std::optional<int>, all_bands.size()> session_minutes{};
    int volume = 10; ///< 0 (silent) .. 10
    Movement movement = Movement::full;
    std::optional<int> diagonal_cm; ///< of the screen, where the system reports a wrong size
    std::optional<int> reach_cm;    ///< above the screen's bottom edge; nothing: children reach all of it
    Language language = Language::french;

    static constexpr int least_minutes = 2, most_minutes = 30;
    static constexpr int most_volume = 10;
    static constexpr int least_diagonal = 18, most_diagonal = 250; ///< cm
    static constexpr int least_reach = 20, most_reach = 150;       ///< cm

    /// What is out of bounds in the journal is as if it were not set. Throws JournalError.
    static TeacherSettings load(const Journal& journal);
    void save(Journal& journal) const;

    friend bool operator==(const TeacherSettings&, const TeacherSettings&) = default;
};

} // namespace mirabelle
