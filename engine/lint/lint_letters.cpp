#include "engine/lint/rules.h"

#include <algorithm>

namespace mirabelle {

namespace {

const Letter* letter_named(const Content& content, std::string_view id) {
    const auto letters = content.letters();
    const auto found =
        std::find_if(letters.begin(), letters.end(), [&](const Letter& letter) { return letter.id == id; });
    return found == letters.end() ? nullptr : &*found;
}

/// Whether a letter or a grapheme is asked for by itself.
bool asks_for_letter(const Linted& asked) {
    return is_skill(asked, "letter_name_") || is_skill(asked, "letter_sound_") ||
           is_skill(asked, "letter_script_");
}

bool is_letter_line(const Content& content, VoiceId line, std::string_view beginning) {
    const Voice& voice = content.voices()[static_cast<std::size_t>(line)];
    return voice.family == VoiceFamily::letter && voice.id.starts_with(beginning);
}

} // namespace

std::vector<std::string> letters_asked(const Linted& asked) {
    if (!asks_for_letter(asked))
        return {};
    std::vector<std::string> letters;
    for (const std::string& text : {asked.exercise.expected, asked.exercise.item})
        if (letter_named(asked.content, text) != nullptr)
            letters.push_back(text);
    if (std::holds_alternative<Pairs>(asked.exercise.task))
        for (const Piece& piece : asked.exercise.pieces)
            letters.push_back(piece.label);
    return letters;
}

void lint_letters(const Linted& asked, const std::set<std::string>& taught, const Complain& complain) {
    if (!asks_for_letter(asked))
        return;
    const bool by_sound = is_skill(asked, "letter_sound_");
    for (const VoiceId line : asked.exercise.prompt) {
        if (line == VoiceId{})
            continue;
        const std::string& id = asked.content.voices()[static_cast<std::size_t>(line)].id;
        if (by_sound && is_letter_line(asked.content, line, "letter_"))
            complain(LintRule::name_for_sound, "'" + id + "' is a letter's name, but its sound is asked for");
        if (is_skill(asked, "letter_name_") && is_letter_line(asked.content, line, "sound_"))
            complain(LintRule::name_for_sound, "'" + id + "' is a sound, but a letter's name is asked for");
    }
    for (const Piece& piece : asked.exercise.pieces) {
        const Letter* letter = letter_named(asked.content, piece.label);
        if (letter == nullptr)
            continue;
        if (by_sound && !letter->sound_may_be_asked)
            complain(LintRule::sound_of_stop,
                     "nobody can hold the sound of '" + letter->id + "': ask for its name, or leave it out");
        if (taught.count(letter->id) == 0)
            complain(LintRule::untaught_grapheme, "'" + letter->id +
                                                      "' is shown before any level has asked for it: "
                                                      "add it to 'letters' of an earlier level");
    }
}

} // namespace mirabelle
