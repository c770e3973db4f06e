#include "engine/content/content.h"

#include "engine/content/content_error.h"
#include "engine/content/content_loader.h"
#include "engine/content/glyph_files.h"
#include "engine/ensure.h"

#include <algorithm>

namespace mirabelle {

namespace {

template <typename Item>
const Item& find_or_throw(const std::vector<Item>& items, std::string_view id,
                          const std::filesystem::path& file) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    if (found == items.end())
        throw ContentError(file, 0, "there is no '" + std::string(id) + "'",
                           "add it there, or mend the level that names it");
    return *found;
}

} // namespace

Content Content::load(const std::filesystem::path& bundle, std::span<const Activity> activities) {
    return ContentLoader(bundle).load(activities);
}

VoiceId Content::voice(std::string_view id) const {
    const auto found = voice_ids_.find(id);
    return found == voice_ids_.end() ? VoiceId{} : found->second;
}

void Content::speak_from(VoiceId line, std::filesystem::path file, Milliseconds duration) {
    const auto place = static_cast<std::size_t>(line);
    ENSURE(place > 0 && place < voices_.size()); // the first one is silence
    voices_[place].file = std::move(file);
    voices_[place].duration = duration;
}

void Content::set_accent(Accent accent) {
    accent_ = accent;
    version_ = version_in(accent, northern_version_);
}

PictureId Content::picture(std::string_view id) const {
    const auto found = picture_ids_.find(id);
    if (found == picture_ids_.end())
        throw ContentError(folder_ / "art", 0, "the picture '" + std::string(id) + "' is missing",
                           "build or install again");
    return found->second;
}

std::span<const Level> Content::levels(std::string_view activity) const {
    const auto found = levels_.find(activity);
    return found == levels_.end() ? std::span<const Level>{} : std::span<const Level>(found->second);
}

const Letter& Content::letter(std::string_view id) const {
    return find_or_throw(letters_, id, folder_ / "content" / "letters.toml");
}

const Skill& Content::skill(std::string_view id) const {
    return find_or_throw(skills_, id, folder_ / "content" / "skills.toml");
}

const Portrait& Content::portrait(std::string_view id) const {
    const auto found = std::find_if(portraits_.begin(), portraits_.end(),
                                    [&](const Portrait& portrait) { return portrait.id == id; });
    return found == portraits_.end() ? portraits_.front() : *found;
}

std::span<const WritingModel> Content::models(Alphabet alphabet) const {
    return models_[static_cast<std::size_t>(alphabet)];
}

const WritingModel& Content::model(Alphabet alphabet, std::string_view id) const {
    return find_or_throw(models_[static_cast<std::size_t>(alphabet)], id, glyph_file(folder_, alphabet));
}

} // namespace mirabelle
