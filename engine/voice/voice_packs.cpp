#include "engine/voice/voice_packs.h"

#include "engine/voice/sound_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace mirabelle {

namespace {

constexpr const char* teachers_folder = "teacher";
constexpr const char* ending = ".ogg";

bool is_folder(const std::filesystem::path& folder) {
    std::error_code unreadable;
    return std::filesystem::is_directory(folder, unreadable);
}

} // namespace

std::vector<VoiceFolder> voice_folders(const std::filesystem::path& voices) {
    std::vector<VoiceFolder> folders;
    std::error_code error;
    std::filesystem::directory_iterator entry(voices / "packs", error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
        if (is_folder(entry->path()))
            folders.push_back({entry->path(), VoiceSource::pack});
    std::sort(folders.begin(), folders.end(),
              [](const VoiceFolder& a, const VoiceFolder& b) { return a.folder < b.folder; });
    if (is_folder(voices / teachers_folder))
        folders.insert(folders.begin(), {voices / teachers_folder, VoiceSource::teacher});
    return folders;
}

VoicePacks::VoicePacks(Content& content, std::filesystem::path voices)
    : content_(&content),
      voices_(std::move(voices)),
      sources_(content.voices().size(), VoiceSource::built_in) {}

bool VoicePacks::speak_from(VoiceId line, const VoiceFolder& folder, std::vector<std::string>& damaged) {
    const std::filesystem::path file = folder.folder / (voice(line).id + ending);
    std::error_code unreadable;
    if (!std::filesystem::exists(file, unreadable))
        return false;
    try {
        content_->speak_from(line, file, vorbis_length(file));
    } catch (const SoundFileError& error) {
        damaged.push_back(fmt::format("{}: {}; another voice says '{}' — record it again, or remove the file",
                                      file.string(), error.what(), voice(line).text));
        return false;
    }
    sources_[static_cast<std::size_t>(line)] = folder.source;
    return true;
}

std::vector<std::string> VoicePacks::look_up_all() {
    std::vector<std::string> damaged;
    const std::vector<VoiceFolder> folders = voice_folders(voices_);
    if (folders.empty())
        return damaged;
    for (std::size_t place = 1; place < sources_.size(); ++place) {
        const auto line = static_cast<VoiceId>(place);
        std::any_of(folders.begin(), folders.end(),
                    [&](const VoiceFolder& folder) { return speak_from(line, folder, damaged); });
    }
    return damaged;
}

std::vector<std::string> VoicePacks::look_up(VoiceId line) {
    std::vector<std::string> damaged;
    content_->speak_from(line, voice(line).built_in, voice(line).built_in_duration);
    sources_[static_cast<std::size_t>(line)] = VoiceSource::built_in;
    for (const VoiceFolder& folder : voice_folders(voices_))
        if (speak_from(line, folder, damaged))
            break;
    return damaged;
}

void VoicePacks::try_out(VoiceId line, const std::filesystem::path& file, Milliseconds duration) {
    content_->speak_from(line, file, duration);
}

std::filesystem::path VoicePacks::teacher_file(VoiceId line) const {
    return voices_ / teachers_folder / (voice(line).id + ending);
}

} // namespace mirabelle
