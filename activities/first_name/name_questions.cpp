#include "activities/first_name/name_questions.h"

#include "engine/written_name.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::size_t most_places = 6; // on the slate, and letters beneath it

VoiceId name_of(std::string_view character, const Content& content) {
    for (const Letter& letter : content.letters())
        if (letter.lower == character || letter.capital == character)
            return content.voice("letter_" + letter.id);
    return {};
}

} // namespace

void ask_to_find(Exercise& exercise, const std::string& name, const FirstNames& names, const Level& level,
                 Script script, const Content& content, Random& random) {
    std::vector<std::string> others;
    const auto add = [&](std::string_view other) {
        const std::string text = written(shown_name(other), script);
        if (!text.empty() && text != written(name, script) &&
            (script != Script::cursive || has_cursive(text)) &&
            std::find(others.begin(), others.end(), text) == others.end())
            others.push_back(text);
    };
    // The names of the class, and where they do not suffice, examples.
    std::vector<std::string> of_class = names.others;
    std::vector<std::string> examples(content.example_names().begin(), content.example_names().end());
    random.shuffle(of_class);
    random.shuffle(examples);
    for (const auto* list : {&of_class, &examples})
        for (const std::string& other : *list)
            add(other);
    const bool near = level.settings.word("others") == "near";
    std::stable_sort(others.begin(), others.end(), [&](const std::string& a, const std::string& b) {
        const int one = likeness(name, a), other = likeness(name, b);
        return near ? one > other : one < other;
    });
    others.resize(std::min(others.size(), static_cast<std::size_t>(level.settings.number("choices") - 1)));

    for (std::size_t i = 0; i < others.size(); ++i) {
        const std::string label = "other_" + std::to_string(i + 1);
        const int like = likeness(name, others[i]);
        exercise.pieces.push_back({label, WritingFace{others[i], script}});
        exercise.errors.push_back(
            {label,
             like >= 2   ? "first_letter_only"
             : like == 1 ? "length_only"
                         : "other_name",
             {content.voice(like >= 2 ? "name_begins_alike" : "name_is_another"), exercise.prompt.front()}});
    }
    exercise.pieces.push_back({"own", WritingFace{written(name, script), script}});
    random.shuffle(exercise.pieces);
    Choose task;
    for (std::size_t i = 0; i < exercise.pieces.size(); ++i)
        if (exercise.pieces[i].label == "own")
            task.right = i;
    exercise.item = exercise.expected = "own";
    exercise.options = static_cast<int>(exercise.pieces.size());
    exercise.task = std::move(task);
}

void ask_to_build(Exercise& exercise, const std::string& name, const Level& level, Script script,
                  const Content& content, Random& random) {
    const auto all = characters(written(first_part(name), script));
    Order task;
    task.scene = OrderScene::slate;
    const auto given = static_cast<std::size_t>(level.settings.number("given"));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto first = std::find(all.begin(), all.end(), all[i]) - all.begin();
        const std::string label = std::to_string(first + 1);
        if (i + 1 == most_places && all.size() > most_places) { // the rest of a long name is there already
            std::string rest;
            for (std::size_t j = i; j < all.size(); ++j)
                rest += all[j];
            task.slots.push_back({"rest", WritingFace{rest, script}});
            exercise.expected += " rest";
            break;
        }
        const bool to_place = is_letter(all[i]) && (i >= given || all.size() == 1);
        if (to_place)
            exercise.pieces.push_back({label, WritingFace{all[i], script}, name_of(all[i], content)});
        exercise.expected += (i == 0 ? "" : " ") + label;
        task.slots.push_back(
            {label, to_place ? std::nullopt : std::optional<Face>(WritingFace{all[i], script})});
    }
    std::vector<std::string> foils;
    for (const Letter& letter : content.letters())
        if (letter.lower.size() == 1 && std::none_of(all.begin(), all.end(), [&](const std::string& one) {
                return one == letter.lower || one == letter.capital;
            }))
            foils.push_back(script == Script::capital ? letter.capital : letter.lower);
    random.shuffle(foils);
    const std::size_t room = most_places - std::min(most_places, exercise.pieces.size());
    foils.resize(std::min(room, static_cast<std::size_t>(level.settings.number("foils"))));
    for (std::size_t i = 0; i < foils.size(); ++i)
        exercise.pieces.push_back(
            {"other_" + std::to_string(i + 1), WritingFace{foils[i], script}, name_of(foils[i], content)});
    random.shuffle(exercise.pieces);
    exercise.errors = {{"", "wrong_order", {content.voice("look_at_each_letter")}},
                       {"", "wrong_piece", {content.voice("look_at_each_letter")}}};
    exercise.explanation = {content.voice("look_at_each_letter")};
    exercise.item = "own letters";
    exercise.task = std::move(task);
}

} // namespace mirabelle
