#include "activities/familiar_sounds/familiar_sounds.h"

#include "engine/noises.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> alikes{"near", "far", "any"};
constexpr std::array<std::string_view, 18> known{
    "drum",  "bell",      "triangle", "xylophone", "maracas", "flute", "whistle", "guitar",      "door",
    "clock", "telephone", "bicycle",  "rain",      "drop",    "car",   "train",   "fire_engine", "clapping"};
constexpr std::array rules{
    SettingRule{"noises", SettingKind::words, 0, 0, known}, // that are asked, and shown beside
    SettingRule{"foils", SettingKind::word, 0, 0, alikes},
    SettingRule{"choices", SettingKind::number, 2, 4},
};

std::vector<const Noise*> draw_foils(const Level& level, const Noise& right, Random& random) {
    std::vector<const Noise*> foils;
    for (const std::string& id : level.settings.words("noises"))
        if (id != right.id)
            foils.push_back(&noise_named(id));
    random.shuffle(foils);
    const std::string& wish = level.settings.word("foils");
    if (wish != "any")
        std::stable_partition(foils.begin(), foils.end(), [&](const Noise* foil) {
            return (foil->kind == right.kind) == (wish == "near");
        });
    foils.resize(std::min(foils.size(), static_cast<std::size_t>(level.settings.number("choices") - 1)));
    return foils;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const Noise& right = noise_named(random.pick(level.settings.words("noises")));
    std::vector<const Noise*> shown = draw_foils(level, right, random);
    Exercise exercise;
    exercise.skill = level.skill;
    for (const Noise* foil : shown)
        exercise.errors.push_back({std::string(foil->id),
                                   foil->kind == right.kind ? "near_noise" : "other_noise",
                                   {content.voice("this_one_makes"), voice_of(*foil, content),
                                    content.voice("we_look_for"), voice_of(right, content)}});
    shown.push_back(&right);
    random.shuffle(shown);
    for (const Noise* noise : shown)
        exercise.pieces.push_back({std::string(noise->id), PictureFace{content.picture(noise->picture)},
                                   voice_of(*noise, content)});
    exercise.item = exercise.expected = right.id;
    exercise.prompt = {content.voice("what_makes_this_noise"), voice_of(right, content)};
    exercise.praise = {content.voice("yes"), content.voice("it_is_" + std::string(right.id))};
    exercise.task =
        Choose{static_cast<std::size_t>(std::find(shown.begin(), shown.end(), &right) - shown.begin())};
    exercise.difficulty = level.difficulty;
    exercise.options = static_cast<int>(shown.size());
    return exercise;
}

} // namespace

Activity familiar_sounds() { return {"familiar_sounds", rules, make_exercise}; }

} // namespace mirabelle
