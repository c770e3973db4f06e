#include "platform/commands/panel_album.h"

#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "platform/commands/panel_stage.h"
#include "platform/offscreen_surface.h"
#include "teacher/panel/panel.h"
#include "teacher/panel/widgets.h"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <stdexcept>
#include <string_view>

namespace mirabelle {

namespace {

constexpr Milliseconds frame = 16;
constexpr int frames_to_settle = 3; // layout, fingers and pictures have come to rest
constexpr int most_frames = 400;
constexpr int frames_of_replay = 25; // into the answer
constexpr Milliseconds longest_frame = 100;

/// One finger on the panel.
class Album {
  public:
    Album(const Content& content, Journal& journal, UtcMilliseconds now, PixelSize size, double diagonal_cm,
          std::filesystem::path folder)
        : density_(pixels_per_millimetre({size, diagonal_cm, {}})),
          now_(now),
          size_(size),
          folder_(std::move(folder)),
          surface_(size),
          stage_(content, surface_.surface(), density_),
          words_(content.folder(), Language::french),
          content_(content),
          knowledge_({content_, all_activities(), journal, now_}),
          panel_(Desk{.content = content_,
                      .activities = all_activities(),
                      .make_mechanic = make_mechanic,
                      .journal = journal,
                      .knowledge = knowledge_,
                      .words = words_,
                      .pictures = stage_.pictures(),
                      .speaker = speaker_,
                      .studio = studio_,
                      .file_folders = {folder_},
                      .pack_folder = folder_ / "packs",
                      .day_offset = 0,
                      .id_seed = 1,
                      .diagonal_mm = diagonal_cm * 10},
                 Door::open) {
        std::filesystem::create_directories(folder_);
    }

    void show(PageName page) {
        panel_.desk().page = page;
        settle();
    }
    void wait(int frames, Milliseconds passed = frame) {
        for (int i = 0; i < frames; ++i)
            draw(passed, PanelLayer::Paint::nothing);
    }
    /// The first thing of that name.
    void tap(std::string_view name) {
        for (const PanelTarget& target : panel_targets())
            if (target.name == name) {
                const Point at{(target.from.x + target.to.x) / 2 / density_,
                               (target.from.y + target.to.y) / 2 / density_};
                stage_.layer().touch({0, FingerId{1}, TouchPhase::down, at});
                stage_.layer().touch({0, FingerId{1}, TouchPhase::up, at});
                return settle();
            }
        throw std::runtime_error(fmt::format("the panel has nothing called '{}' here", name));
    }
    /// What says `key` in the panel's language.
    void press(std::string_view key) { tap(words_(key)); }
    void shoot(const std::string& name) {
        draw(frame, PanelLayer::Paint::on_surface);
        files_.push_back(folder_ / fmt::format("panel_{}_{}x{}.png", name, size_.width, size_.height));
        save_png(surface_.surface(), files_.back());
    }
    Desk& desk() { return panel_.desk(); }
    std::vector<std::filesystem::path> files() { return std::move(files_); }

  private:
    void draw(Milliseconds passed, PanelLayer::Paint paint) {
        stage_.frame(
            passed, [&](const Look& look) { panel_.draw(look, now_); }, paint);
    }
    void settle() {
        wait(frames_to_settle);
        for (int i = 0; i < most_frames && panel_.busy(); ++i)
            wait(1);
        wait(frames_to_settle);
    }

    double density_;
    UtcMilliseconds now_;
    PixelSize size_;
    std::filesystem::path folder_;
    OffscreenSurface surface_;
    PanelStage stage_;
    Words words_;
    SilentSpeaker speaker_;
    Content content_; ///< whose voices nobody else hears
    ClassKnowledge knowledge_;
    NoMicrophone microphone_;
    VoicePacks packs_{content_, folder_ / "voices"};
    VoiceStudio studio_{packs_, microphone_};
    Panel panel_;
    std::vector<std::filesystem::path> files_;
};

} // namespace

std::vector<std::filesystem::path> photograph_panel(const Content& content, Journal& journal,
                                                    UtcMilliseconds now, PixelSize size, double diagonal_cm,
                                                    const std::filesystem::path& folder) {
    Album album(content, journal, now, size, diagonal_cm, folder);
    constexpr std::array pages{
        std::pair(PageName::class_, "class"),     std::pair(PageName::child, "child"),
        std::pair(PageName::launch, "launch"),    std::pair(PageName::list, "list"),
        std::pair(PageName::data, "export"),      std::pair(PageName::voices, "voices"),
        std::pair(PageName::settings, "settings")};
    for (const auto& [page, name] : pages) {
        album.show(page);
        album.shoot(name);
    }
    album.show(PageName::child);
    album.tap("answer");
    album.wait(frames_of_replay, longest_frame);
    album.shoot("replay");
    album.show(PageName::steps);
    album.shoot("steps");
    album.press("steps.choices");
    album.shoot("choices");
    album.show(PageName::groups);
    album.shoot("groups");
    album.show(PageName::list);
    album.tap("child");
    album.shoot("edit");
    album.show(PageName::data);
    album.press("packs.open");
    album.shoot("packs");
    return album.files();
}

} // namespace mirabelle
