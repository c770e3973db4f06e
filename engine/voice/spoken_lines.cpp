#include "engine/voice/spoken_lines.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr int calm = 600;  // questions that bring no new line: then the level has said all it says
constexpr int most = 6000; // questions at one level

VoiceFamily family_of(const Content& content, VoiceId line) {
    return content.voices()[static_cast<std::size_t>(line)].family;
}

struct SaidByTask {
    std::vector<Prompt>& said;

    void operator()(const TapCount& task) const {
        said.push_back(task.number_words);
        said.push_back(task.when_counted);
    }
    void operator()(const Drag& task) const { said.push_back(task.number_words); }
    void operator()(const Order& task) const { said.push_back(task.when_built); }
    void operator()(const Sort& task) const {
        for (const Basket& basket : task.baskets)
            if (basket.said != VoiceId{})
                said.push_back({basket.said});
    }
    void operator()(const Rhythm& task) const { said.push_back(task.lines); }
    void operator()(const Story& task) const {
        for (const StoryPage& page : task.pages)
            said.push_back(page.told);
        said.push_back(task.question);
    }
    template <typename Other>
    void operator()(const Other&) const {} // prompt, praise and errors are all it says
};

} // namespace

std::vector<Prompt> everything_said(const Exercise& exercise) {
    std::vector<Prompt> said{exercise.prompt, exercise.praise, exercise.explanation};
    for (const NamedError& error : exercise.errors)
        said.push_back(error.explanation);
    for (const Piece& piece : exercise.pieces)
        if (piece.said != VoiceId{})
            said.push_back({piece.said});
    std::visit(SaidByTask{said}, exercise.task);
    return said;
}

SpokenLines::SpokenLines(const Content& content, const Activity& activity)
    : content_(&content), activity_(&activity), levels_(content.levels(activity.id)) {}

bool SpokenLines::listen(const Exercise& exercise, Band band) {
    bool is_new = false;
    for (const Prompt& prompt : everything_said(exercise))
        for (const VoiceId line : prompt) {
            if (line == VoiceId{})
                continue;
            const auto [place, added] = youngest_.emplace(line, band);
            place->second = std::min(place->second, band);
            is_new = is_new || added;
        }
    return is_new;
}

bool SpokenLines::read_more() {
    if (complete())
        return false;
    const Level& level = levels_[next_++];
    int without_news = 0;
    for (int seed = 1; seed <= most && without_news < calm; ++seed) {
        Random random(static_cast<std::uint64_t>(seed));
        const bool is_new = listen(activity_->ask(level, *content_, {}, random), level.band);
        without_news = is_new ? 0 : without_news + 1;
    }
    return !complete();
}

std::vector<VoiceId> SpokenLines::lines() const {
    std::vector<VoiceId> all;
    for (const auto& [line, band] : youngest_)
        if (family_of(*content_, line) != VoiceFamily::general)
            all.push_back(line);
    const auto shorter_name_first = [&](VoiceId a, VoiceId b) {
        const Voice& left = content_->voices()[static_cast<std::size_t>(a)];
        const Voice& right = content_->voices()[static_cast<std::size_t>(b)];
        if (left.family != right.family)
            return left.family < right.family;
        // Nine before ten.
        return left.family == VoiceFamily::number && left.id.size() != right.id.size()
                   ? left.id.size() < right.id.size()
                   : a < b;
    };
    std::sort(all.begin(), all.end(), shorter_name_first);
    return all;
}

std::vector<VoiceId> general_lines(const Content& content) {
    std::vector<VoiceId> lines;
    for (std::size_t place = 1; place < content.voices().size(); ++place)
        if (content.voices()[place].family == VoiceFamily::general)
            lines.push_back(static_cast<VoiceId>(place));
    return lines;
}

LineLimits::LineLimits(const Content& content, std::span<const Activity> activities)
    : longest_(content.voices().size(), content.sizes(Band::PS).instruction) {
    std::map<VoiceId, Band> youngest;
    for (const Activity& activity : activities) {
        SpokenLines spoken(content, activity);
        while (spoken.read_more()) {
        }
        for (const VoiceId line : spoken.lines()) {
            const auto [place, added] = youngest.emplace(line, spoken.youngest(line));
            place->second = std::min(place->second, spoken.youngest(line));
        }
    }
    for (const auto& [line, band] : youngest)
        longest_[static_cast<std::size_t>(line)] = content.sizes(band).instruction;
}

} // namespace mirabelle
