#include "activities/syllable_machine/syllable_machine.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> forms{"vowel", "cv", "vc"};
constexpr std::array<std::string_view, 2> scripts{"capital", "script"};
constexpr std::array rules{
    SettingRule{"form", SettingKind::words, 0, 0,
                forms},                              // of these: only the vowel is missing, or both letters
    SettingRule{"consonants", SettingKind::letters}, // whose sound can be held
    SettingRule{"vowels", SettingKind::letters},
    SettingRule{"foils", SettingKind::number, 1, 2}, // of each kind
    SettingRule{"script", SettingKind::word, 0, 0, scripts},
};

struct Syllable {
    std::string first, second; ///< ids of letters

    std::string text() const { return first + " " + second; }
    std::string voice() const { return "syllable_" + first + "_" + second; }
};

/// `right` and `count` others, in a drawn order; those whose sound is near come first.
std::vector<std::string> draw_letters(const Letter& right, std::span<const std::string> from,
                                      std::size_t count, Random& random) {
    std::vector<std::string> others(from.begin(), from.end());
    std::erase(others, right.id);
    random.shuffle(others);
    std::stable_partition(others.begin(), others.end(), [&](const std::string& id) {
        return std::find(right.neighbours.begin(), right.neighbours.end(), id) != right.neighbours.end();
    });
    others.resize(std::min(others.size(), count));
    others.push_back(right.id);
    random.shuffle(others);
    return others;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string form = random.pick(level.settings.words("form"));
    const Letter& consonant = content.letter(random.pick(level.settings.words("consonants")));
    const Letter& vowel = content.letter(random.pick(level.settings.words("vowels")));
    const Script script = level.settings.word("script") == "capital" ? Script::capital : Script::script;
    const auto foils = static_cast<std::size_t>(level.settings.number("foils"));
    const auto in_order = [&](const std::string& c, const std::string& v) {
        return form == "vc" ? Syllable{v, c} : Syllable{c, v};
    };
    const auto piece_of = [&](const std::string& id) {
        const Letter& letter = content.letter(id);
        return Piece{id, WritingFace{script == Script::capital ? letter.capital : letter.lower, script},
                     content.voice("sound_" + id)};
    };
    const Syllable right = in_order(consonant.id, vowel.id);

    Exercise exercise;
    Order task;
    task.model.faces = {PictureFace{content.picture("syllable_machine")}};
    task.scene = OrderScene::slate;
    const bool consonant_given = form == "vowel";
    for (const std::string& id : {right.first, right.second})
        task.slots.push_back({id, consonant_given && id == consonant.id
                                      ? std::optional<Face>(piece_of(id).face)
                                      : std::nullopt});
    task.when_built = {content.voice("sound_" + right.first), content.voice("sound_" + right.second),
                       content.voice(right.voice())};

    const auto vowels = draw_letters(vowel, level.settings.words("vowels"), foils, random);
    std::vector<std::string> consonants{consonant.id};
    if (!consonant_given)
        consonants = draw_letters(consonant, level.settings.words("consonants"), foils, random);
    for (const std::string& id : vowels)
        exercise.pieces.push_back(piece_of(id));
    if (!consonant_given)
        for (const std::string& id : consonants)
            exercise.pieces.push_back(piece_of(id));
    random.shuffle(exercise.pieces);

    // The machine says what it has made.
    for (const std::string& c : consonants)
        for (const std::string& v : vowels)
            if (const Syllable made = in_order(c, v); made.text() != right.text())
                exercise.errors.push_back({made.text(),
                                           v == vowel.id
                                               ? "other_consonant"
                                               : (c == consonant.id ? "other_vowel" : "other_syllable"),
                                           {content.voice("machine_says"), content.voice(made.voice()),
                                            content.voice("we_look_for"), content.voice(right.voice())}});
    if (!consonant_given)
        exercise.errors.push_back({right.second + " " + right.first,
                                   "inversion",
                                   {content.voice("first_heard_first"), content.voice(right.voice())}});

    exercise.explanation = {content.voice("first_heard_first"), content.voice(right.voice())};
    exercise.prompt = {content.voice("make_syllable"), content.voice(right.voice())};
    exercise.praise = {content.voice("yes")};
    exercise.item = right.text();
    exercise.expected = right.text();
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    const auto all = static_cast<int>(exercise.pieces.size());
    exercise.options = consonant_given ? all : all * (all - 1);
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity syllable_machine() { return {"syllable_machine", rules, make_exercise}; }

} // namespace mirabelle
