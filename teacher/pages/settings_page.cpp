// What the teacher sets for this device: time, sound, movement, the accent of the class, the size of the
// screen, the panel's language.
#include "teacher/model/teacher_settings.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/progress_words.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mirabelle {

namespace {

// mm of a screen's diagonal: fine enough to fit a card's width, coarse enough to get there
constexpr int class_display = 600, tablet_step = 2, display_step = 10;
constexpr int usual_bottom_edge = 70; // cm, of a display on a stand

class SettingsPage final : public Page {
  public:
    explicit SettingsPage(Desk& desk) : desk_(desk) {}

    void refresh() override { settings_ = TeacherSettings::load(desk_.journal); }

    void draw(const Look& look) override {
        say(look, Type::title, desk_.words("settings.title"));
        const TeacherSettings before = settings_;
        {
            const ScrollArea area("settings", {0, 0});
            draw_minutes(look);
            choose_one(look, "settings.accent", "settings.accent_why",
                       {"settings.accent_northern", "settings.accent_southern"}, settings_.accent);
            draw_sound(look);
            draw_screen(look);
            choose_one(look, "settings.language", "settings.language_why",
                       {"settings.language_french", "settings.language_english"}, settings_.language);
        }
        if (settings_ == before)
            return;
        desk_.settings_changed = true;
        try {
            settings_.save(desk_.journal);
        } catch (...) {
            settings_ = TeacherSettings::load(desk_.journal); // what is shown is what is kept
            throw;
        }
    }

  private:
    void heading(const Look& look, std::string_view title, std::string_view why) {
        space(look.pixels(4));
        say(look, Type::heading, desk_.words(title));
        say_wrapped(look, Type::body, desk_.words(why),
                    std::min(ImGui::GetContentRegionAvail().x, look.pixels(860)), panel_colour::quiet);
    }

    /// Which of its two values a setting has.
    template <typename Value>
    void choose_one(const Look& look, const char* title, const char* why,
                    const std::array<const char*, 2>& value_names, Value& value) {
        heading(look, title, why);
        const std::array labels{desk_.words(value_names[0]), desk_.words(value_names[1])};
        if (const int tap = choices(look, title, labels, static_cast<int>(value)); tap >= 0)
            value = static_cast<Value>(tap);
    }

    /// − value +; gives the step tapped.
    int stepper(const Look& look, const char* id, const std::string& value, float width) {
        int step = 0;
        ImGui::PushID(id);
        if (icon_button(look, "less", Icon::minus))
            step = -1;
        ImGui::SameLine(0, look.gap * 0.5F);
        const ImVec2 from = ImGui::GetCursorScreenPos();
        ImGui::Dummy({width, look.touch});
        write_into(look, Type::heading, value, from, {from.x + width, from.y + look.touch}, panel_colour::ink,
                   0.5F);
        ImGui::SameLine(0, look.gap * 0.5F);
        if (icon_button(look, "more", Icon::plus))
            step = 1;
        ImGui::PopID();
        return step;
    }

    void draw_minutes(const Look& look) {
        heading(look, "settings.minutes", "settings.minutes_why");
        for (const Band band : all_bands) {
            std::optional<int>& minutes = settings_.session_minutes[static_cast<std::size_t>(band)];
            const auto usual = static_cast<int>(desk_.content.sizes(band).session / 60'000);
            const int now = minutes.value_or(usual);
            ImGui::BeginGroup();
            say(look, Type::body, desk_.words(band_key(band)));
            const int step = stepper(look, band_key(band),
                                     desk_.words.with("settings.minutes_value", {{"n", std::to_string(now)}}),
                                     look.pixels(110));
            ImGui::EndGroup();
            ImGui::SameLine(0, look.padding * 1.5F);
            if (step == 0)
                continue;
            const int wished =
                std::clamp(now + step, TeacherSettings::least_minutes, TeacherSettings::most_minutes);
            minutes = wished == usual ? std::nullopt : std::optional(wished);
        }
        ImGui::NewLine();
    }

    void draw_sound(const Look& look) {
        heading(look, "settings.sound", "settings.sound_why");
        const std::string value =
            desk_.words.with("settings.volume", {{"n", std::to_string(settings_.volume)}});
        settings_.volume = std::clamp(settings_.volume + stepper(look, "volume", value, look.pixels(150)),
                                      TeacherSettings::least_volume, TeacherSettings::most_volume);
        choose_one(look, "settings.movement", "settings.movement_why",
                   {"settings.movement_full", "settings.movement_reduced"}, settings_.movement);
    }

    void draw_screen(const Look& look) {
        heading(look, "settings.screen", "settings.screen_why");
        const int before = static_cast<int>(desk_.diagonal_mm + 0.5);
        const int now = settings_.diagonal_mm.value_or(before);
        const int fine = now < class_display ? tablet_step : display_step;
        const std::string shown =
            settings_.diagonal_mm ? centimetres(now) : desk_.words("settings.automatic");
        if (const int step = length_step(look, "diagonal", "settings.diagonal", shown); step != 0)
            change(settings_.diagonal_mm, settings_.diagonal_mm ? now + step * fine : before,
                   TeacherSettings::least_diagonal, TeacherSettings::most_diagonal);
        draw_card(look);
        draw_reach(look);
    }

    std::string centimetres(int mm) const {
        const std::string tenth =
            mm % 10 == 0 ? "" : desk_.words("settings.decimal") + std::to_string(mm % 10);
        return desk_.words.with("settings.centimetres", {{"n", std::to_string(mm / 10) + tenth}});
    }

    int length_step(const Look& look, const char* id, const char* words, const std::string& shown) {
        ImGui::BeginGroup();
        say(look, Type::body, desk_.words(words));
        const int step = stepper(look, id, shown, look.pixels(150));
        ImGui::EndGroup();
        return step;
    }

    /// Below the least it is as if it were not set.
    static void change(std::optional<int>& value, int wished, int least, int most) {
        value = wished < least ? std::nullopt : std::optional(std::min(wished, most));
    }

    /// Of a display on a wall: what the children can touch follows from where it hangs.
    void draw_reach(const Look& look) {
        const auto reach = settings_.reach_mm();
        say_wrapped(look, Type::body,
                    reach ? desk_.words.with("settings.reach_why",
                                             {{"n", std::to_string(static_cast<int>(*reach / 10))}})
                          : desk_.words("settings.reach_all"),
                    look.pixels(860), panel_colour::quiet);
        const auto& edge = settings_.bottom_edge_cm;
        const std::string shown = edge ? centimetres(*edge * 10) : desk_.words("settings.automatic");
        if (const int step = length_step(look, "bottom_edge", "settings.bottom_edge", shown); step != 0)
            change(settings_.bottom_edge_cm, edge ? *edge + step : usual_bottom_edge,
                   TeacherSettings::least_bottom_edge, TeacherSettings::most_bottom_edge);
        ImGui::SameLine(0, look.padding * 2);
        settings_.reach_cm =
            std::clamp(settings_.reach_cm +
                           length_step(look, "reach", "settings.reach", centimetres(settings_.reach_cm * 10)),
                       TeacherSettings::least_reach, TeacherSettings::most_reach);
    }

    /// A bank card (ISO/IEC 7810 ID-1) held against the screen tells whether the size is right.
    void draw_card(const Look& look) {
        constexpr float card_width = 85.6F, card_height = 53.98F; // mm
        const float diagonal = static_cast<float>(desk_.diagonal_mm);
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        const float wished = settings_.diagonal_mm ? static_cast<float>(*settings_.diagonal_mm) : diagonal;
        const float density = std::hypot(screen.x, screen.y) / wished;
        say_wrapped(look, Type::body, desk_.words("settings.card"), look.pixels(860), panel_colour::quiet);
        const ImVec2 from = ImGui::GetCursorScreenPos(), size{card_width * density, card_height * density};
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(from, {from.x + size.x, from.y + size.y}, ink_of(panel_colour::accent_pale),
                           3 * density);
        list.AddRect(from, {from.x + size.x, from.y + size.y}, ink_of(panel_colour::accent), 3 * density, 0,
                     2 * look.scale);
        ImGui::Dummy(size);
    }

    Desk& desk_;
    TeacherSettings settings_;
};

} // namespace

std::unique_ptr<Page> make_settings_page(Desk& desk) { return std::make_unique<SettingsPage>(desk); }

} // namespace mirabelle
