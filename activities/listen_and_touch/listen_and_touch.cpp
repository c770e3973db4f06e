#include "activities/listen_and_touch/listen_and_touch.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> asks{"sound", "name"};
constexpr std::array<std::string_view, 4> scripts{"capital", "script", "cursive", "any"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"script", SettingKind::word, 0, 0, scripts},
    SettingRule{"letters", SettingKind::letters}, // asked
    SettingRule{"foils", SettingKind::letters},   // the others come from here
    SettingRule{"choices", SettingKind::number, 2, 6},
};

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Script draw_script(const std::string& wish, Random& random) {
    constexpr std::array all{Script::capital, Script::script, Script::cursive};
    const auto named = std::find(scripts.begin(), scripts.end(), wish) - scripts.begin();
    return named < 3 ? all[static_cast<std::size_t>(named)] : random.pick(all);
}

/// In a question about sounds only letters that always make one sound, and another one, may stand beside the
/// right one; names are always different.
bool may_be_foil(const Letter& foil, const Letter& right, const std::string& ask) {
    return foil.id != right.id && (ask == "name" || foil.sound_may_be_asked);
}

enum class Mistake : std::uint8_t { mirror, near_sound, other_letter };

/// Capitals have other mirror images than small letters: B and D are none.
Mistake mistake_of(const Letter& foil, const Letter& right, Script script) {
    if (script != Script::capital && contains(right.mirrors, foil.id))
        return Mistake::mirror;
    return contains(right.neighbours, foil.id) ? Mistake::near_sound : Mistake::other_letter;
}

std::string name_of(Mistake mistake) {
    constexpr std::array names{"mirror", "near_sound", "other_letter"};
    return names[static_cast<std::size_t>(mistake)];
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string& ask = level.settings.word("ask");
    const bool by_sound = ask == "sound";
    const Letter& right = content.letter(random.pick(level.settings.words("letters")));
    const Script script = draw_script(level.settings.word("script"), random);
    const auto voice_of = [&](const Letter& letter) {
        return content.voice((by_sound ? "sound_" : "letter_") + letter.id);
    };

    std::vector<const Letter*> shown;
    for (const std::string& id : level.settings.words("foils"))
        if (const Letter& foil = content.letter(id); may_be_foil(foil, right, ask))
            shown.push_back(&foil);
    random.shuffle(shown);
    shown.resize(std::min(shown.size(), static_cast<std::size_t>(level.settings.number("choices") - 1)));

    Exercise exercise;
    for (const Letter* foil : shown) {
        const Mistake mistake = mistake_of(*foil, right, script);
        Prompt difference{content.voice(by_sound ? "this_one_says" : "this_one_is"), voice_of(*foil)};
        if (mistake == Mistake::mirror)
            difference.push_back(content.voice(right.mirror_line));
        if (mistake == Mistake::near_sound && by_sound)
            difference.push_back(content.voice("near_sound"));
        difference.insert(difference.end(), {content.voice("we_look_for"), voice_of(right)});
        exercise.errors.push_back({foil->id, name_of(mistake), std::move(difference)});
    }
    shown.push_back(&right);
    random.shuffle(shown);
    for (const Letter* letter : shown)
        exercise.pieces.push_back(
            {letter->id, WritingFace{script == Script::capital ? letter->capital : letter->lower, script}});

    exercise.skill = level.skill;
    exercise.item = right.id;
    exercise.expected = right.id;
    exercise.prompt = {content.voice(by_sound ? "touch_sound" : "touch_name"), voice_of(right)};
    exercise.praise = {content.voice("yes"), voice_of(right)};
    exercise.task =
        Choose{static_cast<std::size_t>(std::find(shown.begin(), shown.end(), &right) - shown.begin())};
    exercise.difficulty = level.difficulty;
    exercise.options = static_cast<int>(shown.size());
    return exercise;
}

} // namespace

Activity listen_and_touch() { return {"listen_and_touch", rules, make_exercise}; }

} // namespace mirabelle
