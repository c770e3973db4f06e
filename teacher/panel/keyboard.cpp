#include "teacher/panel/keyboard.h"

#include "teacher/panel/widgets.h"

#include <array>
#include <vector>

namespace mirabelle {

namespace {

constexpr std::size_t longest_name = 40;

using Row = std::vector<std::string_view>;
const std::array<Row, 4> small_rows{Row{"é", "è", "ê", "ë", "à", "â", "ç", "î", "ï", "ô", "û", "ÿ"},
                                    Row{"a", "z", "e", "r", "t", "y", "u", "i", "o", "p", "'", "-"},
                                    Row{"q", "s", "d", "f", "g", "h", "j", "k", "l", "m", "ù", "œ"},
                                    Row{"w", "x", "c", "v", "b", "n", "ñ", "ö", "ü", "ä"}};
const std::array<Row, 4> capital_rows{Row{"É", "È", "Ê", "Ë", "À", "Â", "Ç", "Î", "Ï", "Ô", "Û", "Ÿ"},
                                      Row{"A", "Z", "E", "R", "T", "Y", "U", "I", "O", "P", "'", "-"},
                                      Row{"Q", "S", "D", "F", "G", "H", "J", "K", "L", "M", "Ù", "Œ"},
                                      Row{"W", "X", "C", "V", "B", "N", "Ñ", "Ö", "Ü", "Ä"}};

bool key(const Look& look, const char* name, std::string_view label, ImVec2 size) {
    const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + size.x, from.y + size.y};
    const bool tap = tapped(name, size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(from, to, ink_of(held_down() ? panel_colour::pressed : panel_colour::card),
                       look.radius * 0.6F);
    list.AddRect(from, to, ink_of(panel_colour::line), look.radius * 0.6F, 0, look.scale);
    write_into(look, Type::heading, label, from, to, panel_colour::ink, 0.5F);
    return tap;
}

bool erase_key(const Look& look, ImVec2 size) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const bool tap = key(look, "erase", {}, size);
    draw_icon(*ImGui::GetWindowDrawList(), Icon::erase, {from.x + size.x / 2, from.y + size.y / 2},
              look.pixels(24), ink_of(panel_colour::ink));
    return tap;
}

} // namespace

std::size_t characters_in(std::string_view utf8) {
    std::size_t count = 0;
    for (const char byte : utf8)
        count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

void remove_last_character(std::string& utf8) {
    while (!utf8.empty() && (static_cast<unsigned char>(utf8.back()) & 0xC0) == 0x80)
        utf8.pop_back();
    if (!utf8.empty())
        utf8.pop_back();
}

void Keyboard::draw(const Look& look, const Words& words, std::string& text) {
    const float gap = look.pixels(6), width = ImGui::GetContentRegionAvail().x;
    const float side = (width - 11 * gap) / 12;
    const ImVec2 size{side, std::max(look.pixels(52), look.touch)};
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2{gap, gap});
    for (const Row& row : letters_ == Letters::capital ? capital_rows : small_rows) {
        bool first = true;
        for (const std::string_view letter : row) {
            if (!first)
                ImGui::SameLine();
            first = false;
            if (!key(look, std::string(letter).c_str(), letter, size) || characters_in(text) >= longest_name)
                continue;
            text += letter;
            // A first name goes on in small letters.
            letters_ = letter == "-" || letter == "'" ? Letters::capital : Letters::small;
        }
        if (row.size() < 12) {
            ImGui::SameLine();
            if (erase_key(look, {2 * side + gap, size.y}))
                remove_last_character(text);
        }
    }
    if (button(look, words(letters_ == Letters::capital ? "keyboard.small" : "keyboard.capital"), Icon::none,
               Tone::plain, 3 * side + 2 * gap))
        letters_ = letters_ == Letters::capital ? Letters::small : Letters::capital;
    ImGui::SameLine();
    if (button(look, words("keyboard.space"), Icon::none, Tone::plain, ImGui::GetContentRegionAvail().x) &&
        !text.empty() && text.back() != ' ')
        text += ' ';
    ImGui::PopStyleVar();
    for (const ImWchar typed : ImGui::GetIO().InputQueueCharacters)
        if (typed >= ' ' && typed != 127 && characters_in(text) < longest_name) {
            char bytes[5]{};
            const int code = typed;
            if (code < 0x80) {
                bytes[0] = static_cast<char>(code);
            } else if (code < 0x800) {
                bytes[0] = static_cast<char>(0xC0 | code >> 6);
                bytes[1] = static_cast<char>(0x80 | (code & 0x3F));
            } else {
                bytes[0] = static_cast<char>(0xE0 | code >> 12);
                bytes[1] = static_cast<char>(0x80 | (code >> 6 & 0x3F));
                bytes[2] = static_cast<char>(0x80 | (code & 0x3F));
            }
            text += bytes;
        }
    if (ImGui::IsKeyPressed(ImGui::GetIO().KeyMap[ImGuiKey_Backspace]))
        remove_last_character(text);
}

} // namespace mirabelle
