// What the pages of the panel share: what they read, what is chosen, and what they ask of the program.
#pragma once

#include "engine/activity.h"
#include "engine/journal/journal.h"
#include "engine/launch.h"
#include "engine/mechanic.h"
#include "engine/speaker.h"
#include "teacher/model/class_knowledge.h"
#include "teacher/model/voice_studio.h"
#include "teacher/panel/look.h"
#include "teacher/panel/panel_pictures.h"
#include "teacher/panel/words.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

/// The last two have no place of their own on the rail: they are reached from the child and from the class.
enum class PageName : std::uint8_t { class_, child, launch, list, data, voices, settings, steps, groups };

/// What the teacher wants to be played, and by whom.
struct LaunchWish {
    std::string activity;                   ///< id; empty: each child chooses in its garden
    std::string level;                      ///< id; empty: what fits each child
    std::vector<std::optional<Uuid>> lanes; ///< a child each, or nobody: the whole class
    int open_lanes = 0;                     ///< more lanes, whose children touch their own pictures
    BoardMode mode = BoardMode::each;
};

struct Desk {
    // All of this outlives the panel.
    const Content& content;
    std::span<const Activity> activities;
    MakeMechanic make_mechanic = nullptr;
    Journal& journal;
    ClassKnowledge& knowledge; ///< of this content and journal
    const Words& words;
    PanelPictures& pictures;
    Speaker& speaker;
    VoiceStudio& studio;
    std::vector<std::filesystem::path>
        file_folders;                       ///< where lists are found and exports go: documents, USB keys
    std::filesystem::path pack_folder = {}; ///< packs/ of the data folder; empty: nothing can be added
    Milliseconds day_offset = 0;            ///< local time minus UTC
    std::uint64_t id_seed = 0;              ///< of the identifiers of new children; fresh for every panel

    /// Takes a child out of whatever it is playing, and waits until its last answer is on disk; may be empty.
    std::function<void(const Uuid&)> let_go = {};

    UtcMilliseconds now = 0; ///< of this frame
    PageName page = PageName::class_;
    std::optional<Uuid> child = {}; ///< whose page is shown
    std::string skill = {};         ///< chosen on the child's page
    std::optional<LaunchWish> launch = {};
    double diagonal_mm = 256;      ///< of the screen, as the program takes it to be
    bool settings_changed = false; ///< the program must read them anew
    bool class_changed = false;    ///< the list of children is no longer what the children's screen shows
    bool close = false;
};

class Page {
  public:
    virtual ~Page() = default;
    /// Draws into the room that the current window has left.
    virtual void draw(const Look& look) = 0;
    /// Something moves or is being worked at: the next frame is due at once.
    virtual bool busy() const { return false; }
    /// The page comes to the front: what it shows may have changed.
    virtual void refresh() {}
    /// Another page comes to the front.
    virtual void leave() {}
};

/// "24 novembre" in the panel's language, local time.
std::string date_words(const Desk& desk, UtcMilliseconds when);
/// "3 min", "< 1 min", or "–".
std::string minutes_words(const Desk& desk, Milliseconds time);
/// The portrait on its coloured disc, `side` pixels, at `from`.
void draw_portrait(const Content& content, PanelPictures& pictures, std::string_view portrait, ImVec2 from,
                   float side);
void draw_portrait(const Desk& desk, const Child& child, ImVec2 from, float side);

} // namespace mirabelle
