#include "activities/write_word/write_word.h"

#include "engine/spelling.h"
#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> models{"stays", "vanishes", "picture"};
constexpr std::array<std::string_view, 2> scripts{"capital", "script"};
constexpr std::array<std::string_view, 2> silent_letters{"none", "given"};
constexpr std::array rules{
    SettingRule{"model", SettingKind::word, 0, 0, models}, // the written word, or its picture alone
    SettingRule{"script", SettingKind::word, 0, 0, scripts},
    SettingRule{"letters", SettingKind::letters},   // words are written with these
    SettingRule{"parts", SettingKind::range, 2, 6}, // letters, or two that make one sound
    SettingRule{"silent", SettingKind::word, 0, 0, silent_letters},
    SettingRule{"foils", SettingKind::number, 0, 3}, // letters that are left over
};
constexpr Milliseconds short_look = 5000;

bool contains(std::span<const std::string> ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Whether it can be written at this level.
bool fits(const std::vector<WrittenSound>& parts, const Level& level) {
    const NumberRange wanted = level.settings.range("parts");
    const auto count = static_cast<int>(parts.size());
    const auto letters = level.settings.words("letters");
    const bool silent = !parts.empty() && !parts.back().heard;
    return count >= wanted.low && count <= wanted.high &&
           (level.settings.word("silent") == "given") == silent &&
           std::all_of(parts.begin(), parts.end(), [&](const WrittenSound& part) {
               return !part.heard || contains(letters, part.letter);
           });
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    WordChoice known = known_words(content, level.band, random);
    std::erase_if(known, [&](const Word* word) { return !fits(spelled(*word), level); });
    const Word& word = *known.front();
    const auto parts = spelled(word);
    const bool copied = level.settings.word("model") != "picture";
    const Script script = level.settings.word("script") == "capital" ? Script::capital : Script::script;
    const auto face_of = [&](const Letter& letter) {
        return WritingFace{script == Script::capital ? letter.capital : letter.lower, script};
    };
    // Letters say their names where they are copied, else their sounds; stops cannot be said alone.
    const auto piece_of = [&](const Letter& letter) {
        const VoiceId sound = letter.sound_may_be_asked ? content.voice("sound_" + letter.id) : VoiceId{};
        return Piece{letter.id, face_of(letter), copied ? content.voice("letter_" + letter.id) : sound};
    };

    Exercise exercise;
    Order task;
    task.scene = OrderScene::slate;
    task.model.faces = {PictureFace{word.picture}};
    std::string written;
    for (const WrittenSound& part : parts) {
        const Letter& letter = content.letter(part.letter);
        written += face_of(letter).text;
        exercise.expected += (exercise.expected.empty() ? "" : " ") + part.letter;
        task.slots.push_back({part.letter, part.heard ? std::nullopt : std::optional<Face>(face_of(letter))});
        if (part.heard)
            exercise.pieces.push_back(piece_of(letter));
    }
    if (copied)
        task.model.faces.push_back(WritingFace{written, script});
    if (level.settings.word("model") == "vanishes")
        task.model.shown_for = short_look;
    task.when_built = {word.voice};

    std::vector<std::string> foils;
    for (const std::string& id : level.settings.words("letters"))
        if (std::none_of(parts.begin(), parts.end(),
                         [&](const WrittenSound& part) { return part.letter == id; }))
            foils.push_back(id);
    random.shuffle(foils);
    foils.resize(std::min(foils.size(), static_cast<std::size_t>(level.settings.number("foils"))));
    for (const std::string& id : foils)
        exercise.pieces.push_back(piece_of(content.letter(id)));
    random.shuffle(exercise.pieces);

    const Prompt look{content.voice(copied ? "letter_by_letter" : "sound_by_sound"), word.voice};
    exercise.errors = {{"", "wrong_order", look}, {"", "wrong_piece", look}};
    exercise.explanation = look;
    exercise.prompt = {content.voice(copied ? "write_like_model" : "write_this_word"), word.voice};
    exercise.praise = {content.voice("you_have_written_it")};
    exercise.item = word.text;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity write_word() { return {"write_word", rules, make_exercise}; }

} // namespace mirabelle
