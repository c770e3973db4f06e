#include "teacher/panel/panel.h"

#include "teacher/pages/pages.h"
#include "teacher/panel/code_pad.h"
#include "teacher/panel/widgets.h"

namespace mirabelle {

namespace {

struct RailEntry {
    PageName page;
    const char* words;
    Icon icon;
};

constexpr std::array<RailEntry, 7> rail{{{PageName::class_, "rail.class", Icon::children},
                                         {PageName::child, "rail.child", Icon::child},
                                         {PageName::launch, "rail.launch", Icon::play},
                                         {PageName::list, "rail.list", Icon::list},
                                         {PageName::data, "rail.data", Icon::save},
                                         {PageName::voices, "rail.voices", Icon::microphone},
                                         {PageName::settings, "rail.settings", Icon::settings}}};

PageName on_rail(PageName page) {
    return page == PageName::steps ? PageName::child : page == PageName::groups ? PageName::class_ : page;
}

bool rail_button(const Look& look, const RailEntry& entry, const char* label, bool chosen, float width) {
    const float height = look.row * 1.25F;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const bool tap = tapped(entry.words, {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float inset = look.pixels(8);
    if (chosen || held_down())
        list.AddRectFilled({from.x + inset, from.y}, {from.x + width - inset, from.y + height},
                           ink_of(held_down() ? panel_colour::pressed : panel_colour::accent_pale),
                           look.radius);
    const Colour colour = chosen ? panel_colour::accent : panel_colour::ink;
    draw_icon(list, entry.icon, {from.x + width / 2, from.y + height * 0.36F}, look.pixels(28),
              ink_of(colour));
    write_into(look, Type::body, label, {from.x, from.y + height * 0.58F}, {from.x + width, from.y + height},
               colour, 0.5F);
    return tap;
}

} // namespace

Panel::Panel(Desk desk, Door door) : desk_(std::move(desk)) {
    desk_.knowledge.look_again();
    if (door == Door::locked)
        code_pad_ = std::make_unique<CodePad>(desk_);
}
Panel::~Panel() = default;

Page& Panel::page(PageName name) {
    auto& page = pages_[static_cast<std::size_t>(name)];
    if (!page)
        page = make_page(name, desk_);
    return *page;
}

bool Panel::busy() const {
    if (code_pad_)
        return code_pad_->busy() || reads_ahead_;
    const auto& page = pages_[static_cast<std::size_t>(desk_.page)];
    return shown_ != desk_.page || (page && page->busy());
}

void Panel::draw(const Look& look, UtcMilliseconds now) {
    forget_panel_targets();
    desk_.now = now;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(screen);
    ImGui::Begin("panel", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
    try {
        if (code_pad_) {
            draw_code_pad(look);
        } else {
            const float width = look.pixels(132);
            draw_rail(look, width);
            ImGui::SetCursorPos({width, 0});
            draw_page(look);
        }
    } catch (const JournalError& error) {
        trouble_ = error.what();
    }
    ImGui::End();
}

void Panel::draw_code_pad(const Look& look) {
    if (!trouble_.empty()) {
        ImGui::SetCursorPos({look.padding, ImGui::GetIO().DisplaySize.y - look.pixels(96)});
        say_trouble(look);
    }
    code_pad_->draw(look);
    // Nobody needs to wait for the class after the last digit.
    reads_ahead_ = reads_ahead_ && desk_.knowledge.read_ahead();
    if (code_pad_->opened())
        code_pad_.reset();
}

void Panel::say_trouble(const Look& look) const {
    say_wrapped(look, Type::body, desk_.words.with("panel.trouble", {{"why", trouble_}}),
                ImGui::GetContentRegionAvail().x - look.padding, panel_colour::warning);
}

void Panel::go_to(PageName name) {
    desk_.page = name;
    // What could not be read is read again when it is asked for again.
    if (!readable_)
        shown_.reset();
}

void Panel::draw_rail(const Look& look, float width) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    list.AddRectFilled({0, 0}, {width, screen.y}, ink_of(palette::white));
    list.AddLine({width, 0}, {width, screen.y}, ink_of(panel_colour::line), look.scale);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{0, look.pixels(6)});
    ImGui::SetCursorPos({0, look.pixels(12)});
    for (const RailEntry& entry : rail) {
        ImGui::SetCursorPosX(0);
        if (rail_button(look, entry, desk_.words(entry.words), on_rail(desk_.page) == entry.page, width))
            go_to(entry.page);
    }
    const RailEntry close{PageName::class_, "rail.close", Icon::close};
    ImGui::SetCursorPos({0, screen.y - look.row * 1.25F - look.pixels(12)});
    if (rail_button(look, close, desk_.words(close.words), false, width))
        desk_.close = true;
    ImGui::PopStyleVar();
}

void Panel::draw_page(const Look& look) {
    Page& current = page(desk_.page);
    if (shown_ != desk_.page) {
        if (shown_)
            page(*shown_).leave();
        shown_ = desk_.page;
        trouble_.clear();
        readable_ = false;
        current.refresh();
        readable_ = true;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{look.padding, look.padding * 0.8F});
    ImGui::BeginChild("page", {0, 0}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    if (!trouble_.empty()) {
        say_trouble(look);
        space(look.gap);
    }
    try {
        if (readable_)
            current.draw(look);
    } catch (...) {
        ImGui::EndChild();
        throw;
    }
    ImGui::EndChild();
}

} // namespace mirabelle
