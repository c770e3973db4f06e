#include "activities/give_me/give_me.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> yes_or_no{"yes", "no"};
constexpr std::array rules{
    SettingRule{"number", SettingKind::range, 1, 10},
    SettingRule{"spare", SettingKind::range, 1, 5},  // more of the same than are asked for
    SettingRule{"others", SettingKind::range, 0, 4}, // things of another kind
    SettingRule{"counted_aloud", SettingKind::word, 0, 0, yes_or_no},
};

/// What it means to have put `given` where `wanted` were asked for and `available` lay on the table.
std::string_view name_of_error(int given, int wanted, int available) {
    if (given == available && given > wanted + 1)
        return "takes_all";
    if (given == wanted + 1)
        return "one_more";
    if (given == wanted - 1)
        return "one_less";
    return given > wanted ? "too_many" : "not_enough";
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange number = level.settings.range("number");
    const NumberRange spare = level.settings.range("spare");
    const NumberRange others = level.settings.range("others");
    const int wanted = random.between(number.low, number.high);
    const int available = wanted + random.between(spare.low, spare.high);
    std::vector<const CountedObject*> food;
    for (const CountedObject& object : content.objects())
        if (object.food && object.band <= level.band)
            food.push_back(&object);
    random.shuffle(food);
    const CountedObject& object = *food[0];
    const CountedObject& other = *food[1];
    const auto number_voice = [&](int count) { return content.voice("number_" + std::to_string(count)); };

    Exercise exercise;
    for (int i = 0; i < available; ++i)
        exercise.pieces.push_back({object.id, PictureFace{object.picture}});
    for (int i = random.between(others.low, others.high); i > 0; --i)
        exercise.pieces.push_back({other.id, PictureFace{other.picture}});
    random.shuffle(exercise.pieces);

    Drag task{object.id, wanted, {}};
    if (level.settings.word("counted_aloud") == "yes")
        for (int count = 1; count <= available; ++count)
            task.number_words.push_back(number_voice(count));
    exercise.task = std::move(task);

    for (int given = 0; given <= available; ++given)
        if (given > wanted)
            exercise.errors.push_back(
                {std::to_string(given),
                 std::string(name_of_error(given, wanted, available)),
                 {content.voice("too_many"),
                  content.voice(given == wanted + 1 ? "take_one_off" : "take_some_off")}});
        else if (given < wanted)
            exercise.errors.push_back(
                {std::to_string(given),
                 std::string(name_of_error(given, wanted, available)),
                 {content.voice("not_enough"), content.voice(given == wanted - 1 ? "add_one" : "add_some")}});
    exercise.errors.push_back({"", "wrong_object", {content.voice("not_the_same_thing")}});

    exercise.skill = level.skill;
    exercise.item = std::to_string(wanted);
    exercise.expected = exercise.item;
    exercise.prompt = {content.voice("give_" + std::to_string(wanted) + "_" + object.id),
                       content.voice("ring_when_done")};
    exercise.praise = {content.voice("just_right"), content.voice("there_are"), number_voice(wanted)};
    // Give-N: 0.8 for each beyond three, a little more above five; a guesser is right once in ten.
    exercise.difficulty = 0.8 * (wanted - 3) + (wanted > 5 ? 0.4 : 0.0);
    exercise.options = 10;
    return exercise;
}

} // namespace

Activity give_me() { return {"give_me", rules, make_exercise}; }

} // namespace mirabelle
