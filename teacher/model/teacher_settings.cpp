#include "teacher/model/teacher_settings.h"

#include <algorithm>
#include <charconv>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, all_bands.size()> minutes_keys{
    "session_minutes_ps", "session_minutes_ms", "session_minutes_gs"};
constexpr std::string_view volume_key = "volume", movement_key = "movement", diagonal_key = "diagonal_mm",
                           bottom_edge_key = "bottom_edge_cm", reach_key = "reach_above_floor_cm",
                           language_key = "panel_language", accent_key = "accent";

constexpr int least_reachable = 25; // cm of a display

std::optional<int> number(const Journal& journal, std::string_view key, int least, int most) {
    const std::string text = journal.setting(key).value_or("");
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

void keep(Journal& journal, std::string_view key, const std::string& value) {
    if (journal.setting(key).value_or("") != value)
        journal.set_setting(key, value);
}

std::string text_of(const std::optional<int>& value) {
    return value ? std::to_string(*value) : std::string();
}

} // namespace

std::optional<double> TeacherSettings::reach_mm() const {
    if (!bottom_edge_cm)
        return std::nullopt;
    // Where a display hangs too high for them, they still need room enough for an answer.
    return std::max(reach_cm - *bottom_edge_cm, least_reachable) * 10.0;
}

TeacherSettings TeacherSettings::load(const Journal& journal) {
    TeacherSettings settings;
    for (std::size_t band = 0; band < minutes_keys.size(); ++band)
        settings.session_minutes[band] = number(journal, minutes_keys[band], least_minutes, most_minutes);
    // What an earlier version let be set more quietly is the quietest.
    settings.volume =
        std::max(number(journal, volume_key, 0, most_volume).value_or(settings.volume), least_volume);
    settings.movement =
        journal.setting(movement_key).value_or("") == "reduced" ? Movement::reduced : Movement::full;
    settings.diagonal_mm = number(journal, diagonal_key, least_diagonal, most_diagonal);
    settings.bottom_edge_cm = number(journal, bottom_edge_key, least_bottom_edge, most_bottom_edge);
    settings.reach_cm = number(journal, reach_key, least_reach, most_reach).value_or(usual_reach);
    settings.language =
        journal.setting(language_key).value_or("") == "en" ? Language::english : Language::french;
    settings.accent =
        journal.setting(accent_key).value_or("") == "southern" ? Accent::southern : Accent::northern;
    return settings;
}

void TeacherSettings::save(Journal& journal) const {
    for (std::size_t band = 0; band < minutes_keys.size(); ++band)
        keep(journal, minutes_keys[band], text_of(session_minutes[band]));
    keep(journal, volume_key, std::to_string(volume));
    keep(journal, movement_key, movement == Movement::reduced ? "reduced" : "full");
    keep(journal, diagonal_key, text_of(diagonal_mm));
    keep(journal, bottom_edge_key, text_of(bottom_edge_cm));
    keep(journal, reach_key, std::to_string(reach_cm));
    keep(journal, language_key, language == Language::english ? "en" : "fr");
    keep(journal, accent_key, accent == Accent::southern ? "southern" : "northern");
}

} // namespace mirabelle
