#include "activities/missing_letter/missing_letter.h"

#include "engine/spelling.h"
#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> positions{"first", "last", "any"};
constexpr std::array<std::string_view, 2> closeness{"far", "near"};
constexpr std::array<std::string_view, 2> scripts{"capital", "script"};
constexpr std::array rules{
    SettingRule{"letters", SettingKind::letters}, // one of these is missing; the others come from here, too
    SettingRule{"position", SettingKind::word, 0, 0, positions}, // in the word; of what is heard
    SettingRule{"foils", SettingKind::word, 0, 0, closeness},    // of sound
    SettingRule{"script", SettingKind::word, 0, 0, scripts},
    SettingRule{"parts", SettingKind::range, 2, 6},
    SettingRule{"choices", SettingKind::number, 2, 5},
};

bool contains(std::span<const std::string> ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The parts of a word that may be missing: only sounds that a child can hold are asked for.
std::vector<std::size_t> gaps_of(const std::vector<WrittenSound>& parts, const Level& level,
                                 const Content& content) {
    const NumberRange wanted = level.settings.range("parts");
    const std::string& position = level.settings.word("position");
    const auto count = static_cast<int>(parts.size());
    std::vector<std::size_t> gaps;
    if (count < wanted.low || count > wanted.high)
        return gaps;
    const std::size_t last = heard_parts(parts) - 1;
    for (std::size_t i = 0; i <= last; ++i)
        if ((position == "any" || i == (position == "first" ? 0 : last)) &&
            contains(level.settings.words("letters"), parts[i].letter) &&
            content.letter(parts[i].letter).sound_may_be_asked)
            gaps.push_back(i);
    return gaps;
}

/// Letters that could stand there by mistake, those whose sound is near first or last.
std::vector<const Letter*> draw_foils(const Letter& right, const Level& level, const Content& content,
                                      Random& random) {
    std::vector<const Letter*> near, far;
    for (const std::string& id : level.settings.words("letters"))
        if (const Letter& letter = content.letter(id); id != right.id && letter.sound_may_be_asked)
            (contains(right.neighbours, id) ? near : far).push_back(&letter);
    random.shuffle(near);
    random.shuffle(far);
    if (level.settings.word("foils") == "far")
        std::swap(near, far);
    near.insert(near.end(), far.begin(), far.end());
    near.resize(std::min(near.size(), static_cast<std::size_t>(level.settings.number("choices") - 1)));
    return near;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    WordChoice known = known_words(content, level.band, random);
    std::erase_if(known, [&](const Word* word) { return gaps_of(spelled(*word), level, content).empty(); });
    const Word& word = *known.front();
    const auto parts = spelled(word);
    const std::size_t gap = random.pick(gaps_of(parts, level, content));
    const Letter& right = content.letter(parts[gap].letter);
    const Script script = level.settings.word("script") == "capital" ? Script::capital : Script::script;
    const auto face_of = [&](const Letter& letter) {
        return WritingFace{script == Script::capital ? letter.capital : letter.lower, script};
    };
    const auto sound_of = [&](const Letter& letter) { return content.voice("sound_" + letter.id); };

    Exercise exercise;
    Order task;
    task.scene = OrderScene::slate;
    task.model.faces = {PictureFace{word.picture}};
    task.when_built = {word.voice};
    std::string before, after;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        task.slots.push_back(
            {parts[i].letter,
             i == gap ? std::nullopt : std::optional<Face>(face_of(content.letter(parts[i].letter)))});
        if (i < gap)
            before += parts[i].letter + " ";
        if (i > gap)
            after += " " + parts[i].letter;
    }
    auto offered = draw_foils(right, level, content, random);
    for (const Letter* foil : offered)
        exercise.errors.push_back({before + foil->id + after,
                                   contains(right.neighbours, foil->id) ? "near_sound" : "other_letter",
                                   {content.voice("this_one_says"), sound_of(*foil),
                                    content.voice("word_has_sound"), sound_of(right)}});
    offered.push_back(&right);
    random.shuffle(offered);
    for (const Letter* letter : offered)
        exercise.pieces.push_back({letter->id, face_of(*letter), sound_of(*letter)});

    exercise.prompt = {content.voice("which_letter_misses"), word.voice};
    exercise.praise = {content.voice("yes"), sound_of(right)};
    exercise.item = word.text + " " + right.id;
    exercise.expected = before + right.id + after;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.options = static_cast<int>(offered.size());
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity missing_letter() { return {"missing_letter", rules, make_exercise}; }

} // namespace mirabelle
