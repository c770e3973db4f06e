// Short picture stories of our own: pages to look at and hear, and what can be asked about each.
#pragma once

#include "engine/band.h"
#include "engine/canvas.h"
#include "engine/tasks.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

/// Something that can be asked once a story has been heard; answered by touching a picture.
struct TaleQuestion {
    std::string id; ///< "who_lost_it"; unique within its story
    Band band = Band::PS;
    std::string kind; ///< "who", "what", "where", "order", "feeling" or "why"
    VoiceId asked{};
    VoiceId answered{}; ///< the answer in a sentence: praise, and explanation where none was named
    struct Choice {
        std::string label;
        Face face;
        std::string error; ///< an id of errors.toml; empty for the right one, which comes first
    };
    std::vector<Choice> choices;
};

struct Tale {
    std::string id;
    std::vector<StoryPage> pages;
    std::vector<TaleQuestion> questions;
};

/// Where the bundle keeps the picture and the voice line of that name; nothing, or silence, where it does
/// not.
struct TaleMedia {
    std::function<std::optional<PictureId>(const std::string&)> picture;
    std::function<VoiceId(const std::string&)> voice;
};

/// Reads tales.toml. Throws ContentError (file, line, remedy).
std::vector<Tale> read_tales(const std::filesystem::path& file, const TaleMedia& media);

} // namespace mirabelle
