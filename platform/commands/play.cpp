// mirabelle play: a touch script, played without a window.
#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "engine/content/content_error.h"
#include "engine/content/pack_store.h"
#include "engine/touch_script.h"
#include "platform/commands/house.h"
#include "platform/commands/report.h"
#include "platform/paths.h"
#include "teacher/model/teacher_settings.h"

#include <cstdio>

namespace mirabelle {

namespace {

constexpr PixelSize usual_size{1280, 800};
constexpr double usual_diagonal_cm = 25.65; // a tablet of 10.1 inches

} // namespace

ExitCode run_play(const PlayOptions& options) {
    const auto script = read_touch_script(options.script);
    const auto folder = options.common.data.empty() ? data_folder() : options.common.data;
    Content content = load_with_packs(bundle_folder(), all_activities(),
                                      PackStore(folder / "packs", bundle_folder(), all_activities()));
    const PixelSize size = options.common.size.value_or(usual_size);
    const double density =
        pixels_per_millimetre({size, options.common.diagonal_cm.value_or(usual_diagonal_cm), {}});
    Photographer photographer(content, size, density);
    if (!options.shots.empty())
        std::filesystem::create_directories(options.shots);

    const std::uint64_t id_seed = fresh_seed();
    Journal journal = Journal::open(folder, journal_options(wall_clock(), id_seed));
    content.set_accent(TeacherSettings::load(journal).accent);
    InlineJournalWriter writer(journal, announcer(options.common.announce));
    SilentAudio silence;
    AppSettings settings;
    settings.screen = photographer.screen();
    settings.lanes = options.common.lanes.value_or(settings.lanes);
    settings.reach = options.common.reach_mm.value_or(settings.reach);
    settings.band = options.common.band;
    settings.seed = options.common.seed.value_or(fresh_seed());
    settings.id_seed = id_seed + 1;
    settings.now = wall_clock();
    settings.day_offset = local_offset();
    App app({content, all_activities(), make_mechanic, journal, writer, silence}, settings);
    Reporter reporter(options.common.report);
    play_touch_script(
        app, script, options.script, [&] { reporter.look(app); },
        [&](const std::string& name) {
            if (options.shots.empty())
                throw ContentError(options.script, 0, "it takes pictures", "say where with --shots FOLDER");
            photographer.shoot(app, options.shots / (name + ".png"));
        });
    return ExitCode::fine;
}

} // namespace mirabelle
