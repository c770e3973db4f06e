#include "activities/template/template.h"

#include <array>

namespace mirabelle {

namespace {

// What may stand in levels.toml, besides id, band, skill and difficulty.
constexpr std::array rules{
    SettingRule{"choices", SettingKind::number, 2, 6},
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    // Draw from what children of this age know; all chance comes from `random`, so that a seed tells all.
    std::vector<const CountedObject*> shown;
    for (const CountedObject& object : content.objects())
        if (object.band <= level.band)
            shown.push_back(&object);
    random.shuffle(shown);
    shown.resize(static_cast<std::size_t>(level.settings.number("choices")));
    const std::size_t right = random.below(static_cast<std::uint32_t>(shown.size()));

    Exercise exercise;
    for (const CountedObject* object : shown)
        exercise.pieces.push_back({object->id, PictureFace{object->picture}});
    exercise.task = Choose{right}; // the task names the mechanic that plays it

    exercise.skill = level.skill;
    exercise.item = shown[right]->id;
    exercise.expected = exercise.item;
    exercise.difficulty = level.difficulty;
    exercise.options = static_cast<int>(shown.size());

    // What is said: the question, the praise that informs, and the difference after a wrong answer.
    const VoiceId asked = content.voice("these_" + shown[right]->id);
    exercise.prompt = {content.voice("touch_here"), asked};
    exercise.praise = {content.voice("yes"), asked};
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (i != right)
            exercise.errors.push_back(
                {shown[i]->id,
                 "other_picture",
                 {content.voice("these_" + shown[i]->id), content.voice("we_look_for"), asked}});
    return exercise;
}

} // namespace

Activity template_activity() { return {"template", rules, make_exercise}; }

} // namespace mirabelle
