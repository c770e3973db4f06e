#include "activities/basket_sort/basket_sort.h"

#include "activities/basket_sort/lots.h"
#include "engine/sort_text.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 5> criteria{"category", "colour", "shape", "size", "both"};
constexpr std::array<std::string_view, 2> others{"same", "differ"};
constexpr std::array rules{
    SettingRule{"by", SettingKind::words, 0, 0, criteria}, // one of these
    SettingRule{"others", SettingKind::word, 0, 0,
                others}, // whether the attribute not asked for differs, too
    SettingRule{"baskets", SettingKind::number, 2, 4},
    SettingRule{"pieces", SettingKind::range, 3, 9},
};

std::string error_of(const std::string& by, const Lot& right, const Lot& chosen) {
    if (by != "both")
        return "wrong_" + by;
    const bool half = right.colour == chosen.colour || right.shape == chosen.shape;
    return half ? "one_criterion" : "wrong_basket";
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string by = random.pick(level.settings.words("by"));
    const NumberRange range = level.settings.range("pieces");
    const auto count = static_cast<std::size_t>(random.between(range.low, range.high));
    const LotWish wish{by, static_cast<std::size_t>(level.settings.number("baskets")), count,
                       level.settings.word("others") == "differ", level.band};
    const std::vector<Lot> lots = draw_lots(wish, content, random);

    Exercise exercise;
    Sort task;
    exercise.prompt = {content.voice("sort_into_baskets")};
    for (const Lot& lot : lots) {
        Basket basket{lot.label, lot.sign, lot.said, {}};
        for (const Piece& piece : lot.pieces) {
            basket.wanted.push_back(piece.label);
            exercise.pieces.push_back(piece);
            for (const Lot& other : lots)
                if (const std::string response = piece.label + ">" + other.label;
                    &other != &lot && error_for(exercise, response) == nullptr)
                    exercise.errors.push_back({response,
                                               error_of(by, lot, other),
                                               {piece.said, content.voice("goes_into_basket"), lot.said}});
        }
        exercise.prompt.push_back(lot.said);
        exercise.item += (exercise.item.empty() ? "" : " ") + lot.label;
        task.baskets.push_back(std::move(basket));
    }
    random.shuffle(exercise.pieces);

    exercise.explanation = {content.voice("look_at_basket")};
    exercise.praise = {content.voice("all_is_sorted")};
    exercise.expected = sort_text(task);
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity basket_sort() { return {"basket_sort", rules, make_exercise}; }

} // namespace mirabelle
