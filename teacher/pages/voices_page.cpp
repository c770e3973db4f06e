// Voices: which lines are spoken, by whom, and the teacher's own voice in their place. Two taps record a
// line.
#include "engine/voice/spoken_lines.h"
#include "teacher/pages/pages.h"
#include "teacher/pages/studio_bar.h"
#include "teacher/panel/widgets.h"

#include <algorithm>
#include <optional>

namespace mirabelle {

namespace {

class VoicesPage final : public Page {
  public:
    explicit VoicesPage(Desk& desk) : desk_(desk), bar_(desk) { choose(nullptr); }
    ~VoicesPage() override { leave(); }

    bool busy() const override {
        const StudioState state = desk_.studio.state();
        const bool works = state != StudioState::idle && state != StudioState::reviewing;
        return works || (spoken_ && !spoken_->complete());
    }
    void leave() override {
        bar_.ask_to_erase({});
        if (desk_.studio.state() == StudioState::idle)
            return;
        desk_.speaker.hush();
        desk_.studio.discard();
    }

    void draw(const Look& look) override {
        read_more();
        desk_.studio.advance();
        if (desk_.studio.take_finished())
            hear(desk_.studio.line());
        say(look, Type::title, desk_.words("voices.title"));
        say_wrapped(look, Type::body, desk_.words("voices.why"), ImGui::GetContentRegionAvail().x,
                    panel_colour::quiet);
        const ImVec2 room = ImGui::GetContentRegionAvail();
        const float height = room.y - bar_.height(look) - look.gap, groups = room.x * 0.25F;
        draw_groups(look, {groups, height});
        ImGui::SameLine();
        draw_lines(look, {room.x - groups - look.gap, height});
        bar_.draw(look);
    }

  private:
    /// Nothing: the general lines.
    void choose(const Activity* activity) {
        activity_ = activity;
        spoken_.reset();
        lines_ = general_lines(desk_.content);
        if (activity == nullptr)
            return;
        spoken_.emplace(desk_.content, *activity);
        lines_.clear();
    }

    void read_more() {
        if (!spoken_ || spoken_->complete())
            return;
        if (!spoken_->read_more())
            lines_ = spoken_->lines();
    }

    Milliseconds longest(VoiceId line) const {
        return desk_.content.sizes(spoken_ ? spoken_->youngest(line) : Band::PS).instruction;
    }

    void hear(VoiceId line) {
        const std::array lines{line};
        desk_.speaker.say(lines);
    }

    void draw_groups(const Look& look, ImVec2 size) {
        const ScrollArea area("groups", size);
        if (group_row(look, "voices.general", desk_.words("voices.general"), activity_ == nullptr))
            choose(nullptr);
        for (const Activity& activity : desk_.activities) {
            const std::string key = "activity." + std::string(activity.id);
            if (group_row(look, key, desk_.words(key), activity_ == &activity))
                choose(&activity);
        }
    }

    bool group_row(const Look& look, const std::string& id, const char* words, bool chosen) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const ImVec2 size{ImGui::GetContentRegionAvail().x - look.pixels(10), look.touch};
        const bool tap = tapped(id.c_str(), size);
        if (chosen || held_down())
            ImGui::GetWindowDrawList()->AddRectFilled(
                from, {from.x + size.x, from.y + size.y},
                ink_of(chosen ? panel_colour::accent_pale : panel_colour::pressed), look.radius);
        write_into(look, Type::body, words, {from.x + look.gap, from.y},
                   {from.x + size.x - look.gap * 0.5F, from.y + size.y},
                   chosen ? panel_colour::accent : panel_colour::ink);
        return tap;
    }

    void draw_lines(const Look& look, ImVec2 size) {
        const ScrollArea area("lines", size);
        if (spoken_ && !spoken_->complete())
            say(look, Type::body, desk_.words("voices.reading"), panel_colour::quiet);
        for (const VoiceId line : lines_) {
            ImGui::PushID(static_cast<int>(line));
            draw_line(look, line);
            ImGui::PopID();
        }
    }

    void draw_line(const Look& look, VoiceId line) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x - look.pixels(10);
        if (!ImGui::IsRectVisible(from, {from.x + width, from.y + look.row}))
            return ImGui::Dummy({width, look.row});
        const VoiceSource source = desk_.studio.packs().source(line);
        const Voice& voice = desk_.studio.packs().voice(line);
        const bool worked_on = desk_.studio.state() != StudioState::idle && desk_.studio.line() == line;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 to{from.x + width, from.y + look.row};
        if (worked_on)
            list.AddRectFilled(from, to, ink_of(panel_colour::accent_pale), look.radius);
        list.AddLine({from.x, to.y + look.gap * 0.35F}, {to.x, to.y + look.gap * 0.35F},
                     ink_of(panel_colour::line), look.scale);
        const float between = look.gap * 0.6F, buttons = 3 * (look.touch + between);
        const float words_right = to.x - buttons - look.gap, middle = from.y + look.row * 0.52F;
        write_into(look, Type::body, voice.text, {from.x + look.gap, from.y}, {words_right, middle},
                   panel_colour::ink);
        write_into(look, Type::body,
                   desk_.words.with("voices.state", {{"who", desk_.words(speaker_key(source, worked_on))},
                                                     {"n", seconds_words(desk_, voice.duration)}}),
                   {from.x + look.gap, middle - look.pixels(2)}, {words_right, to.y},
                   source == VoiceSource::teacher ? panel_colour::accent : panel_colour::quiet);
        ImGui::SetCursorScreenPos({to.x - buttons, from.y + (look.row - look.touch) / 2});
        if (source == VoiceSource::teacher && !worked_on) {
            if (icon_button(look, "erase", Icon::bin))
                bar_.ask_to_erase(line);
        } else {
            ImGui::Dummy({look.touch, look.touch});
        }
        ImGui::SameLine(0, between);
        if (icon_button(look, "hear", Icon::play))
            hear(line);
        ImGui::SameLine(0, between);
        draw_record(look, line, worked_on);
        ImGui::SetCursorScreenPos(from);
        ImGui::Dummy({width, look.row});
    }

    /// Who speaks the line now.
    const char* speaker_key(VoiceSource source, bool worked_on) const {
        if (worked_on && desk_.studio.state() == StudioState::reviewing)
            return "voices.not_kept";
        return source == VoiceSource::teacher ? "voices.own"
               : source == VoiceSource::pack  ? "voices.pack"
                                              : "voices.built_in";
    }

    void draw_record(const Look& look, VoiceId line, bool worked_on) {
        const bool listening = worked_on && desk_.studio.state() <= StudioState::recording;
        if (!icon_button(look, "record", listening ? Icon::stop : Icon::microphone,
                         listening ? Tone::strong : Tone::plain))
            return;
        desk_.speaker.hush();
        bar_.ask_to_erase({});
        if (listening)
            desk_.studio.end();
        else
            desk_.studio.begin(line, longest(line));
    }

    Desk& desk_;
    StudioBar bar_;
    const Activity* activity_ = nullptr;
    std::optional<SpokenLines> spoken_; ///< of the activity
    std::vector<VoiceId> lines_;
};

} // namespace

std::unique_ptr<Page> make_voices_page(Desk& desk) { return std::make_unique<VoicesPage>(desk); }

} // namespace mirabelle
