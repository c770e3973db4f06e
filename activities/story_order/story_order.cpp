#include "activities/story_order/story_order.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array rules{
    SettingRule{"tales", SettingKind::words}, // one of these; each tells in what order things must happen
    SettingRule{"pages", SettingKind::range, 3, 5},
    SettingRule{"given", SettingKind::number, 0, 2}, // of them lie there already, from the beginning
};

/// So many pages of it, in their order: always the first one and the last.
std::vector<StoryPage> draw_pages(const Tale& tale, std::size_t count, Random& random) {
    std::vector<StoryPage> pages = tale.pages;
    while (pages.size() > count) {
        const auto inner = static_cast<std::uint32_t>(pages.size() - 2);
        pages.erase(pages.begin() + 1 + static_cast<std::ptrdiff_t>(random.below(inner)));
    }
    return pages;
}

const Tale& draw_tale(const Level& level, const Content& content, std::size_t pages, Random& random) {
    const auto wanted = level.settings.words("tales");
    std::vector<const Tale*> known;
    for (const Tale& tale : content.tales())
        if (std::find(wanted.begin(), wanted.end(), tale.id) != wanted.end() && tale.pages.size() >= pages)
            known.push_back(&tale);
    ENSURE(!known.empty());
    return *random.pick(known);
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange range = level.settings.range("pages");
    const auto count = static_cast<std::size_t>(random.between(range.low, range.high));
    const Tale& tale = draw_tale(level, content, count, random);
    const auto pages = draw_pages(tale, count, random);
    const auto given = static_cast<std::size_t>(level.settings.number("given"));

    Exercise exercise;
    Order task;
    task.scene = OrderScene::path;
    std::string reversed;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::string label = std::to_string(i + 1);
        const std::string mirrored = std::to_string(i < given ? i + 1 : pages.size() - (i - given));
        task.slots.push_back({label, i < given ? std::optional<Face>(pages[i].scene) : std::nullopt});
        exercise.expected += (i == 0 ? "" : " ") + label;
        reversed += (i == 0 ? "" : " ") + mirrored;
        if (i >= given)
            exercise.pieces.push_back({label, pages[i].scene, pages[i].told.front()});
    }
    random.shuffle(exercise.pieces);
    const Prompt listen{content.voice("what_comes_first")};
    exercise.errors = {{reversed, "story_first_for_last", listen}, {"", "wrong_order", listen}};
    exercise.explanation = listen;
    exercise.prompt = {content.voice("touch_to_listen"), content.voice("story_into_order")};
    exercise.praise = {content.voice("story_is_whole")};
    exercise.item = tale.id + " " + std::to_string(count);
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity story_order() { return {"story_order", rules, make_exercise}; }

} // namespace mirabelle
