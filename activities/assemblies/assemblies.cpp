#include "activities/assemblies/assemblies.h"

#include "activities/assemblies/block_changes.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> asks{"same", "missing"};
constexpr std::array<std::string_view, 2> grounds{"standing", "lying"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"ground", SettingKind::word, 0, 0, grounds},
    SettingRule{"pieces", SettingKind::range, 2, 8},
    SettingRule{"side", SettingKind::number, 2, 4}, // rows and columns at most
    SettingRule{"changes", SettingKind::words, 0, 0, change_names},
    SettingRule{"choices", SettingKind::number, 2, 4},
};
constexpr int most_tries = 40;
constexpr double block_share = 0.7; // of its pad, for one alone

std::string name_of(Change change) { return std::string(change_names[static_cast<std::size_t>(change)]); }

void ask_for_same(Exercise& exercise, Choose& task, const Building& whole, const std::vector<Foil>& foils,
                  const Content& content) {
    task.model.faces = {scene_of(whole, whole, content)};
    exercise.pieces = {{exercise.expected, task.model.faces.front()}};
    for (const Foil& foil : foils)
        exercise.pieces.push_back({name_of(foil.change), scene_of(foil.building, whole, content)});
}

/// One block lies there, and beside it others that differ from it as `foils` do.
void ask_for_missing(Exercise& exercise, Choose& task, const Building& whole, Ground ground,
                     const Level& level, const Content& content, Random& random) {
    std::optional<Building> holed;
    while (!holed)
        holed = changed(whole, Change::missing, ground, random);
    const auto lacks = std::find_if(whole.begin(), whole.end(), [&](const Block& block) {
        return std::find(holed->begin(), holed->end(), block) == holed->end();
    });
    SceneFace with_hole = scene_of(*holed, whole, content);
    const SceneFace alone = scene_of({*lacks}, whole, content);
    with_hole.pictures.push_back({content.picture("block_hole"), alone.pictures.front().where});
    task.model.faces = {scene_of(whole, whole, content), with_hole};
    exercise.pieces = {{exercise.expected, PictureFace{picture_of(*lacks, content), block_share}}};
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    for (const Change change : in_drawn_order(level.settings.words("changes"), random)) {
        const auto other = changed({{0, 0, lacks->kind, lacks->turn, lacks->colour}}, change, ground, random);
        if (exercise.pieces.size() >= choices || !other || other->size() != 1)
            continue;
        const Face face = PictureFace{picture_of(other->front(), content), block_share};
        if (std::none_of(exercise.pieces.begin(), exercise.pieces.end(),
                         [&](const Piece& piece) { return piece.face == face; }))
            exercise.pieces.push_back({name_of(change), face});
    }
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const bool same = level.settings.word("ask") == "same";
    const Ground ground = level.settings.word("ground") == "standing" ? Ground::standing : Ground::lying;
    const NumberRange pieces = level.settings.range("pieces");
    const auto choices = static_cast<std::size_t>(level.settings.number("choices"));
    const int side = level.settings.number("side");
    Exercise exercise;
    Choose task;
    exercise.expected = same ? "same_building" : "missing_block";
    for (int tries = 0; tries < most_tries && exercise.pieces.size() < choices; ++tries) {
        const auto count = static_cast<std::size_t>(random.between(pieces.low, pieces.high));
        const Building whole = draw_building(ground, count, side, random);
        exercise.item = exercise.expected + " " + std::to_string(count);
        if (same)
            ask_for_same(exercise, task, whole,
                         draw_foils(whole, in_drawn_order(level.settings.words("changes"), random),
                                    choices - 1, ground, random),
                         content);
        else
            ask_for_missing(exercise, task, whole, ground, level, content, random);
    }
    random.shuffle(exercise.pieces);
    for (std::size_t i = 0; i < exercise.pieces.size(); ++i) {
        const std::string& label = exercise.pieces[i].label;
        if (label == exercise.expected)
            task.right = i;
        else
            exercise.errors.push_back({label,
                                       "block_" + label,
                                       {content.voice((same ? "building_other_" : "block_other_") + label)}});
    }
    exercise.skill = level.skill;
    exercise.prompt = {content.voice(same ? "touch_same_building" : "touch_missing_block")};
    exercise.praise = {content.voice("yes"), content.voice(same ? "is_same_building" : "building_is_whole")};
    exercise.options = static_cast<int>(exercise.pieces.size());
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity assemblies() { return {"assemblies", rules, make_exercise}; }

} // namespace mirabelle
