#include "activities/third_one/third_one.h"

#include "engine/word_choice.h"

#include <array>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 2> ends{"engine", "end"};
constexpr std::array rules{
    SettingRule{"wagons", SettingKind::range, 3, 10},
    SettingRule{"rank", SettingKind::range, 1, 10}, // counted from `from`; no further than there are wagons
    SettingRule{"from", SettingKind::word, 0, 0, ends},
    SettingRule{"choices", SettingKind::number, 3, 4},
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange lengths = level.settings.range("wagons");
    const NumberRange ranks = level.settings.range("rank");
    const auto count = static_cast<std::size_t>(random.between(lengths.low, lengths.high));
    const bool from_end = level.settings.word("from") == "end";
    const auto rank = static_cast<std::size_t>(random.between(std::min(ranks.low, static_cast<int>(count)),
                                                              std::min(ranks.high, static_cast<int>(count))));

    WordChoice known = known_words(content, Band::PS, random);
    std::erase_if(known, [](const Word* word) { return word->category != "animal"; });
    WordChoice riders;
    add_words(riders, known, count, [](const Word&) { return true; });
    ENSURE(riders.size() == count);
    const std::size_t place = from_end ? count - rank : rank - 1;
    const Word& right = *riders[place];

    // Who counts from the wrong end, or one too far, shall find something to choose.
    WordChoice shown{&right};
    const auto offer = [&](std::size_t other) {
        const auto room = static_cast<std::size_t>(level.settings.number("choices"));
        if (other < count && shown.size() < room &&
            std::find(shown.begin(), shown.end(), riders[other]) == shown.end())
            shown.push_back(riders[other]);
    };
    const std::size_t mirrored = count - 1 - place;
    offer(mirrored);
    offer(random.happens(0.5) ? place + 1 : place - 1);
    for (std::size_t other = 0; other < count; ++other)
        offer((place + 2 + other) % count);

    Exercise exercise;
    exercise.skill = level.skill;
    shown = choose_among(exercise, shown, right, random);
    auto& task = std::get<Choose>(exercise.task);
    task.scene = ChooseScene::train;
    for (const Word* rider : riders)
        task.model.faces.emplace_back(PictureFace{rider->picture});
    const std::string ordinal =
        rank == count && !from_end && count > 3 && random.happens(0.5) ? "last" : std::to_string(rank);
    exercise.item = ordinal + (from_end ? " from the end of " : " of ") + std::to_string(count);
    const VoiceId asked = content.voice("who_is_in_wagon_" + ordinal);
    exercise.prompt = {asked};
    if (from_end)
        exercise.prompt = {content.voice("count_from_the_end"), asked};
    exercise.praise = {content.voice("yes"), right.voice};
    const VoiceId begin = content.voice(from_end ? "begin_at_the_end" : "begin_at_the_engine");
    for (const Word* word : shown) {
        if (word == &right)
            continue;
        const auto at =
            static_cast<std::size_t>(std::find(riders.begin(), riders.end(), word) - riders.begin());
        const bool beside = at + 1 == place || at == place + 1;
        exercise.errors.push_back({word->text,
                                   at == mirrored ? "wrong_end"
                                   : beside       ? "rank_beside"
                                                  : "other_rank",
                                   {word->voice, begin, asked}});
    }
    // Ranks: .4 a wagon beyond three, .6 more from the end.
    exercise.difficulty = 0.4 * (static_cast<double>(rank) - 3) + (from_end ? 0.6 : 0);
    return exercise;
}

} // namespace

Activity third_one() { return {"third_one", rules, make_exercise}; }

} // namespace mirabelle
