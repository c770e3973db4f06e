#include "activities/sharing/sharing.h"

#include "engine/sort_text.h"
#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array rules{
    SettingRule{"friends", SettingKind::range, 2, 4}, // among whom it is shared
    SettingRule{"each", SettingKind::range, 1, 4},    // what everyone gets
    SettingRule{"left", SettingKind::range, 0, 3},    // fewer than there are friends: what remains
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const auto drawn = [&](std::string_view key) {
        const NumberRange range = level.settings.range(key);
        return random.between(range.low, range.high);
    };
    const int friends = drawn("friends");
    const int each = drawn("each");
    const int left = std::min(drawn("left"), friends - 1);
    WordChoice guests;
    add_words(guests, known_words(content, Band::PS, random), static_cast<std::size_t>(friends),
              [](const Word& word) { return word.category == "animal"; });
    std::vector<const CountedObject*> food;
    for (const CountedObject& object : content.objects())
        if (object.food && object.band <= level.band)
            food.push_back(&object);
    const CountedObject& object = *random.pick(food);

    Exercise exercise;
    Sort task;
    task.check = SortCheck::at_bell;
    for (const Word* guest : guests)
        task.baskets.push_back({guest->text, PictureFace{guest->picture}, guest->voice,
                                std::vector<std::string>(static_cast<std::size_t>(each), object.id)});
    exercise.pieces.assign(static_cast<std::size_t>(friends * each + left),
                           {object.id, PictureFace{object.picture}});

    exercise.errors = {{"", "unequal_shares", {content.voice("shares_differ")}},
                       {"", "shares_left_over", {content.voice("share_more")}}};
    exercise.explanation = {content.voice("shares_differ")};
    exercise.prompt = {content.voice(left > 0 ? "share_some_may_stay" : "share_all"),
                       content.voice("ring_when_done")};
    exercise.praise = {content.voice("everyone_has"), content.voice("number_" + std::to_string(each))};
    exercise.item = std::to_string(friends * each + left) + ":" + std::to_string(friends) + " " + object.id;
    exercise.expected = sort_text(task);
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity sharing() { return {"sharing", rules, make_exercise}; }

} // namespace mirabelle
