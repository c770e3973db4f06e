#include "activities/heavier/heavier.h"

#include "activities/heavier/weighing.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 3> asks{"heaviest", "lightest", "order"};
constexpr std::array<std::string_view, 2> things{"known", "parcels"};
constexpr std::array<std::string_view, 2> sizes{"alike", "misleading"};
constexpr std::array<std::string_view, 2> marks{"in_order", "any"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::words, 0, 0, asks}, // one of these; order: from light to heavy
    SettingRule{"things", SettingKind::word, 0, 0, things},
    SettingRule{"sizes", SettingKind::word, 0, 0, sizes}, // misleading: the lighter, the larger
    SettingRule{"count", SettingKind::number, 2, 3},      // three are weighed two by two
    SettingRule{"weighings", SettingKind::word, 0, 0, marks},
};

/// Each beside the next heavier one; in any order, and on either side.
std::vector<Face> weigh(const std::vector<Weighed>& all, bool any, const Content& content, Random& random) {
    std::vector<Face> seen;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const bool swapped = any && random.happens(0.5);
        seen.push_back(on_balance(all[swapped ? i : i - 1], all[swapped ? i - 1 : i], content));
    }
    if (any)
        random.shuffle(seen);
    return seen;
}

void ask_for_end(Exercise& exercise, const std::vector<Weighed>& all, const std::string& ask, Model model,
                 const Content& content) {
    const bool heavy = ask == "heaviest";
    const Weighed& right = heavy ? all.back() : all.front();
    exercise.expected = right.piece.label;
    Choose task;
    task.model = std::move(model);
    for (const Weighed& one : all) {
        if (&one == &right)
            continue;
        const bool misled = heavy ? one.size > right.size : one.size < right.size;
        Prompt difference{one.piece.said,
                          content.voice(heavy ? "goes_up_so_lighter" : "goes_down_so_heavier")};
        if (misled)
            difference.push_back(content.voice("size_is_not_mass"));
        if (&one != &all.front() && &one != &all.back())
            difference = {content.voice("look_at_both_balances")};
        exercise.errors.push_back(
            {one.piece.label, misled ? "size_for_mass" : "other_mass", std::move(difference)});
    }
    for (std::size_t i = 0; i < exercise.pieces.size(); ++i)
        if (exercise.pieces[i].label == exercise.expected)
            task.right = i;
    exercise.options = static_cast<int>(exercise.pieces.size());
    exercise.praise = {content.voice("yes"), right.piece.said, content.voice("mass_right_" + ask)};
    exercise.task = std::move(task);
}

void ask_for_order(Exercise& exercise, const std::vector<Weighed>& all, Model model, const Content& content) {
    Order task;
    task.scene = OrderScene::path;
    task.model = std::move(model);
    std::string reversed;
    for (const Weighed& one : all) {
        task.slots.push_back({one.piece.label, std::nullopt});
        task.when_built.push_back(one.piece.said);
        exercise.expected += (exercise.expected.empty() ? "" : " ") + one.piece.label;
        reversed = one.piece.label + (reversed.empty() ? "" : " ") + reversed;
    }
    exercise.errors = {{reversed, "heavy_to_light", {content.voice("begin_with_lightest")}},
                       {"", "wrong_order", {content.voice("look_at_both_balances")}}};
    exercise.praise = {content.voice("mass_right_order")};
    exercise.task = std::move(task);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string ask = random.pick(level.settings.words("ask"));
    const auto count = static_cast<std::size_t>(level.settings.number("count"));
    const bool misleading = level.settings.word("sizes") == "misleading";
    const bool known = level.settings.word("things") == "known";
    const auto all =
        known ? known_things(content, misleading, random) : parcels(count, content, misleading, random);
    const bool any = count == 2 || level.settings.word("weighings") == "any";

    Exercise exercise;
    exercise.item = ask;
    for (const Weighed& one : all) {
        exercise.item += " " + one.piece.label;
        exercise.pieces.push_back(one.piece);
    }
    Model model{weigh(all, any, content, random)};
    random.shuffle(exercise.pieces);
    if (ask == "order")
        ask_for_order(exercise, all, std::move(model), content);
    else
        ask_for_end(exercise, all, ask, std::move(model), content);
    exercise.prompt = {content.voice("look_at_balance"), content.voice("mass_" + ask)};
    exercise.explanation = {content.voice("heavier_goes_down")};
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    return exercise;
}

} // namespace

Activity heavier() { return {"heavier", rules, make_exercise}; }

} // namespace mirabelle
