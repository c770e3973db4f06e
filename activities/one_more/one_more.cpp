#include "activities/one_more/one_more.h"

#include "engine/number_choice.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> asks{"same", "one_more", "one_less"};
constexpr std::array<std::string_view, 2> looks{"seen", "hidden"};
constexpr std::array<std::string_view, 4> answers{"things", "dots", "fingers", "numeral"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::words, 0, 0, asks},  // one of these
    SettingRule{"number", SettingKind::range, 1, 10},    // at first
    SettingRule{"look", SettingKind::word, 0, 0, looks}, // hidden: under the hat, and said
    SettingRule{"answer", SettingKind::word, 0, 0, answers},
    SettingRule{"choices", SettingKind::number, 2, 4},
};

/// In rows of at most four, or strewn over a grid of places.
enum class Lie : std::uint8_t { rows, strewn };

SceneFace things(PictureId picture, int count, Lie lie, Random& random) {
    const int strewn_across = count <= 2 ? 2 : count <= 4 ? 3 : 4;
    const int across = lie == Lie::strewn ? strewn_across : count <= 4 ? count : (count + 1) / 2;
    const int down = lie == Lie::strewn ? across : (count + across - 1) / across;
    std::vector<int> places;
    for (int i = 0; i < across * down; ++i)
        places.push_back(i);
    if (lie == Lie::strewn)
        random.shuffle(places);
    const double room = lie == Lie::strewn ? 0.78 : 0.98; // a lily pad has no corners
    const double cell = room / std::max(across, down);
    // Strewn things are not all of one size.
    SceneFace scene;
    for (int i = 0; i < count; ++i) {
        const int place = places[static_cast<std::size_t>(i)];
        const double side = cell * (lie == Lie::strewn ? 0.7 + 0.25 * random.share() : 0.9);
        scene.pictures.push_back({picture, square_on({0.5 + (place % across - (across - 1) / 2.0) * cell,
                                                      0.5 + (place / across - (down - 1) / 2.0) * cell},
                                                     side)});
    }
    return scene;
}

const CountedObject& draw_object(const Level& level, const Content& content, const CountedObject* not_this,
                                 Random& random) {
    std::vector<const CountedObject*> known;
    for (const CountedObject& object : content.objects())
        if (object.band <= level.band && &object != not_this)
            known.push_back(&object);
    return *random.pick(known);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string ask = random.pick(level.settings.words("ask"));
    const NumberRange range = level.settings.range("number");
    const bool same = ask == "same", more = ask == "one_more";
    const int least = ask == "one_less" ? std::max(2, range.low) : range.low;
    const int number = random.between(least, std::max(least, std::min(range.high, more ? 9 : 10)));
    const int right = number + (same ? 0 : more ? 1 : -1);
    const std::string& answer = level.settings.word("answer");
    const bool hidden = level.settings.word("look") == "hidden";
    const CountedObject& object = draw_object(level, content, nullptr, random);
    const CountedObject& other = draw_object(level, content, &object, random);

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.item = ask + " " + std::to_string(number);
    Choose task;
    const SceneFace hat{{{content.picture("1f3a9"), {0.08, 0.08, 0.84, 0.84}}}};
    task.model.faces = {hidden ? Face{hat} : Face{things(object.picture, number, Lie::rows, random)}};
    if (!same) // the one that comes, or goes
        task.model.faces.emplace_back(SceneFace{{{object.picture, {0.25, 0.25, 0.5, 0.5}}}});
    exercise.task = std::move(task);

    const int most = same ? std::max(4, range.high + 1) : 10;
    const std::array trap{number}; // who repeats what there was shall find it
    const auto numbers = numbers_with(right, trap, static_cast<std::size_t>(level.settings.number("choices")),
                                      {1, std::min(10, most)});
    std::vector<Face> faces;
    for (const int one : numbers)
        faces.push_back(answer == "things"    ? Face{things(other.picture, one, Lie::strewn, random)}
                        : answer == "dots"    ? dots_of(one, random)
                        : answer == "fingers" ? fingers(content, one)
                                              : numeral(one));
    choose_number(exercise, numbers, faces, right, content);
    if (same) {
        exercise.prompt = {content.voice("look_well"), content.voice("touch_as_many_others")};
        exercise.praise = {content.voice("yes"), content.voice("there_are"), number_voice(content, right)};
    } else {
        exercise.prompt = {content.voice(hidden ? "under_the_hat_there_are" : "there_are"),
                           number_voice(content, number), content.voice(more ? "i_add_one" : "i_take_one"),
                           content.voice("how_many_now")};
        exercise.praise = {number_voice(content, number),
                           content.voice(more ? "and_one_more" : "and_one_less"), content.voice("that_makes"),
                           number_voice(content, right)};
        name_error(
            exercise, number, "repeats_part",
            {content.voice(more ? "one_more_has_come" : "one_has_gone"), content.voice("how_many_now")});
    }
    // As counting: .35 a thing beyond four; .8 more where they are not seen.
    exercise.difficulty = same ? level.difficulty : 0.35 * (number - 4) + (hidden ? 0.8 : 0);
    return exercise;
}

} // namespace

Activity one_more() { return {"one_more", rules, make_exercise}; }

} // namespace mirabelle
