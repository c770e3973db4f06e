#include "activities/first_name/first_name.h"

#include "activities/first_name/name_questions.h"
#include "engine/written_name.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> asks{"find", "build"};
constexpr std::array<std::string_view, 3> scripts{"capital", "script", "cursive"};
constexpr std::array<std::string_view, 3> models{"stays", "vanishes", "none"};
constexpr std::array<std::string_view, 2> likenesses{"far", "near"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"script", SettingKind::word, 0, 0, scripts},
    SettingRule{"model", SettingKind::word, 0, 0, models},
    SettingRule{"others", SettingKind::word, 0, 0, likenesses}, // near: same beginning, as long
    SettingRule{"choices", SettingKind::number, 2, 4},          // names to find it among
    SettingRule{"given", SettingKind::number, 0, 1},            // letters that are there already
    SettingRule{"foils", SettingKind::number, 0, 3},            // letters that are left over
};
constexpr Milliseconds short_look = 5000;

Model model_of(std::vector<Face> faces, std::string_view how) {
    Model model;
    if (how != "none")
        model.faces = std::move(faces);
    if (how == "vanishes")
        model.shown_for = short_look;
    return model;
}

/// What stands on the slate once it is right.
std::vector<Face> faces_built(const Exercise& exercise, const Order& task) {
    std::vector<Face> faces;
    for (const Slot& slot : task.slots)
        for (const Piece& piece : exercise.pieces)
            if (slot.given || piece.label == slot.wanted) {
                faces.push_back(slot.given ? *slot.given : piece.face);
                break;
            }
    return faces;
}

Exercise make_for_child(const Level& level, const Content& content, const FirstNames& names, Random& random) {
    const std::string own = shown_name(names.own);
    const bool find = level.settings.word("ask") == "find";
    const auto place = std::find(scripts.begin(), scripts.end(), level.settings.word("script"));
    auto script = static_cast<Script>(place - scripts.begin());
    // Nobody knows an example by heart: its model stays.
    const std::string name = own.empty() ? random.pick(content.example_names()) : own;
    if (script == Script::cursive && !has_cursive(name))
        script = Script::script;
    const std::string& model = own.empty() ? std::string("stays") : level.settings.word("model");

    Exercise exercise;
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    const std::string whose = own.empty() ? "this_name" : "your_name";
    exercise.prompt = {content.voice((find ? "find_" : "build_") + whose)};
    if (find) {
        ask_to_find(exercise, name, names, level, script, content, random);
        std::get<Choose>(exercise.task).model = model_of({WritingFace{written(name, script), script}}, model);
        exercise.praise = {content.voice("found_" + whose)};
    } else {
        ask_to_build(exercise, name, level, script, content, random);
        auto& task = std::get<Order>(exercise.task);
        task.model = model_of(faces_built(exercise, task), model); // letter above letter
        exercise.praise = {content.voice("you_have_written_it")};
    }
    return exercise;
}

} // namespace

Activity first_name() { return {"first_name", rules, nullptr, make_for_child}; }

} // namespace mirabelle
