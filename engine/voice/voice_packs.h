// Who speaks a line: the teacher where she has recorded it, else a pack of voices in the data folder, else
// the bundle. Looked up line by line, so that a pack may be as small as one line.
#pragma once

#include "engine/content/content.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mirabelle {

enum class VoiceSource : std::uint8_t { built_in, pack, teacher };

/// Folders of recordings, the first that has a line speaks it: teacher/, then packs/NAME/ by name. Each line
/// is a file <id>.ogg, Ogg Vorbis.
struct VoiceFolder {
    std::filesystem::path folder;
    VoiceSource source = VoiceSource::pack;
};
/// Those that are there. `voices` is the folder voices/ of the data folder. Never throws.
std::vector<VoiceFolder> voice_folders(const std::filesystem::path& voices);

class VoicePacks {
  public:
    /// `content` outlives it; `voices` as in voice_folders(). Looks nothing up yet.
    VoicePacks(Content& content, std::filesystem::path voices);

    /// Looks every line up. Gives a sentence for each file that is damaged; the next one speaks in its place.
    std::vector<std::string> look_up_all();
    /// The same for one line, whose files have changed.
    std::vector<std::string> look_up(VoiceId line);
    /// Until it is looked up again the line is this file, of `duration` ms.
    void try_out(VoiceId line, const std::filesystem::path& file, Milliseconds duration);

    VoiceSource source(VoiceId line) const { return sources_[static_cast<std::size_t>(line)]; }
    const Voice& voice(VoiceId line) const { return content_->voices()[static_cast<std::size_t>(line)]; }
    /// Where the teacher's recording of the line belongs.
    std::filesystem::path teacher_file(VoiceId line) const;
    const std::filesystem::path& folder() const { return voices_; }

  private:
    /// Whether the line is spoken from there now; what is damaged is told.
    bool speak_from(VoiceId line, const VoiceFolder& folder, std::vector<std::string>& damaged);

    Content* content_;
    std::filesystem::path voices_;
    std::vector<VoiceSource> sources_; ///< by line
};

} // namespace mirabelle
