#include "activities/word_and_picture/word_and_picture.h"

#include "engine/french.h"
#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> models{"written", "picture"};
constexpr std::array<std::string_view, 3> foil_kinds{"far", "same_length", "same_letter"};
constexpr std::array<std::string_view, 3> scripts{"capital", "script", "cursive"};
constexpr std::array rules{
    SettingRule{"model", SettingKind::word, 0, 0,
                models}, // the word beside its picture, or the picture alone
    SettingRule{"foils", SettingKind::word, 0, 0, foil_kinds},
    SettingRule{"script", SettingKind::word, 0, 0, scripts},
    SettingRule{"longest", SettingKind::number, 3, 8}, // letters
    SettingRule{"choices", SettingKind::number, 2, 4},
};

std::size_t letters_of(const Word& word) {
    return static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; // all but what continues a letter
    }));
}

/// Plain to read: no joined letters, which the school's cursive lacks, no hyphen.
bool is_plain(const Word& word) {
    return word.text.find("œ") == std::string::npos && word.text.find('-') == std::string::npos;
}

std::string first_letter(const Word& word) {
    const std::size_t size = (static_cast<unsigned char>(word.text[0]) & 0x80u) != 0 ? 2 : 1;
    return word.text.substr(0, size);
}

bool fits(const Word& foil, const Word& right, std::string_view kind) {
    const bool letter = first_letter(foil) == first_letter(right);
    const bool length = letters_of(foil) == letters_of(right);
    if (kind == "same_letter")
        return letter;
    return kind == "same_length" ? length && !letter : !length && !letter;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    WordChoice known = known_words(content, level.band, random);
    const auto longest = static_cast<std::size_t>(level.settings.number("longest"));
    std::erase_if(known, [&](const Word* word) { return letters_of(*word) > longest || !is_plain(*word); });
    const std::string& kind = level.settings.word("foils");
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    const auto found = std::find_if(known.begin(), known.end(), [&](const Word* word) {
        WordChoice together{word};
        add_words(together, known, choices, [&](const Word& foil) { return fits(foil, *word, kind); });
        return together.size() == choices;
    });
    const Word& right = found == known.end() ? *known.front() : **found;
    WordChoice shown{&right};
    add_words(shown, known, choices, [&](const Word& foil) { return fits(foil, right, kind); });

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    shown = choose_among(exercise, shown, right, random);
    const auto place =
        std::find(scripts.begin(), scripts.end(), level.settings.word("script")) - scripts.begin();
    const auto script = static_cast<Script>(place);
    const auto written = [&](const Word& word) {
        return WritingFace{script == Script::capital ? in_capitals(word.text) : word.text, script};
    };
    for (std::size_t i = 0; i < shown.size(); ++i)
        exercise.pieces[i].face = written(*shown[i]);
    auto& task = std::get<Choose>(exercise.task);
    const bool model_written = level.settings.word("model") == "written";
    task.model.faces = {PictureFace{right.picture}};
    if (model_written)
        task.model.faces.push_back(written(right));
    exercise.prompt = {right.voice, content.voice(model_written ? "touch_same_word" : "touch_its_word")};
    exercise.praise = {content.voice("yes"), content.voice("here_is_written"), right.voice};
    for (const Word* word : shown)
        if (word != &right)
            exercise.errors.push_back(
                {word->text,
                 first_letter(*word) == first_letter(right) ? "first_letter_only"
                 : letters_of(*word) == letters_of(right)   ? "length_only"
                                                            : "other_word",
                 {content.voice("here_is_written"), word->voice, content.voice("we_look_for"), right.voice}});
    return exercise;
}

} // namespace

Activity word_and_picture() { return {"word_and_picture", rules, make_exercise}; }

} // namespace mirabelle
