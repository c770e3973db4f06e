// mirabelle demo: a pretend class plays everything, and leaves its journal and pictures behind.
#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "engine/pretend_class.h"
#include "engine/screens/play.h"
#include "platform/commands/contact_sheet.h"
#include "platform/commands/film.h"
#include "platform/commands/house.h"
#include "platform/commands/panel_album.h"
#include "platform/paths.h"
#include "teacher/exchange/export.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace mirabelle {

namespace {

constexpr PixelSize picture_size{1920, 1080};
constexpr double tablet_diagonal_cm = 33.8;                 // 13.3 inches
constexpr double display_diagonal_cm = 165;                 // 65 inches
constexpr double display_reach = 560;                       // mm
constexpr UtcMilliseconds first_monday = 1'788'770'700'000; // 7 September 2026, 08:45 in France
constexpr Milliseconds day = 24 * 60 * 60 * 1000;
constexpr Milliseconds minute = 60 * 1000;
constexpr std::array<int, 3> days_of_week{0, 1, 3}; // Monday, Tuesday, Thursday
constexpr Milliseconds between_sessions = 90 * minute;
constexpr Milliseconds trial = minute; // of what nobody has chosen
constexpr int most_trials = 3;         // a child may dream, or leave
// How long something must have been on the screen to be photographed, in ticks.
constexpr int scene_ticks = 310;
constexpr int lanes_ticks = 2000;
constexpr int hand_ticks = 110;
constexpr int success_ticks = 25;
constexpr std::string_view made_by_demo = "made_by_demo";

struct PanelScreen {
    PixelSize size;
    double diagonal_cm = 0;
};
/// A tablet, a laptop, a class display.
constexpr std::array<PanelScreen, 3> panel_screens{
    {{{1280, 800}, 25.65}, {{1920, 1080}, 39.6}, {{3840, 2160}, 165}}};

/// One meeting of the class with the app.
struct Meeting {
    UtcMilliseconds start = 0;
    int lanes = 1;
    Milliseconds length = 0;
};

std::vector<Meeting> meetings(int weeks) {
    std::vector<Meeting> all;
    for (int week = 0; week < weeks; ++week)
        for (const int weekday : days_of_week) {
            const UtcMilliseconds start = first_monday + (week * 7 + weekday) * day;
            all.push_back({start, 1, 25 * minute});
            // On Tuesdays two or four children play on the class's display as well.
            if (weekday == days_of_week[1])
                all.push_back({start + between_sessions, week % 2 == 0 ? 2 : 4, 12 * minute});
        }
    return all;
}

/// On the display two children play in turn, four all the same; they touch their own pictures.
Launch on_display(int lanes) {
    Launch launch;
    launch.activity = &all_activities().front();
    launch.open_lanes = lanes;
    launch.mode = lanes == 2 ? BoardMode::turns : BoardMode::together;
    return launch;
}

/// The teacher chooses for one child of an age that the activity has something for; a different one each
/// time.
Launch for_one_child(const Activity& activity, const Content& content, const ClassRoom& class_room,
                     std::size_t turn) {
    const auto children = class_room.children();
    const auto levels = content.levels(activity.id);
    const auto serves = [&](const Child& child) {
        return std::any_of(levels.begin(), levels.end(),
                           [&](const Level& level) { return level.band == child.band; });
    };
    Launch launch;
    launch.activity = &activity;
    for (std::size_t step = 0; step < children.size() && launch.lanes.empty(); ++step)
        if (const std::size_t child = (turn + step) % children.size(); serves(children[child]))
            launch.lanes = {child};
    if (launch.lanes.empty())
        launch.lanes = {std::nullopt}; // for the class as one player
    return launch;
}

bool is_answered(const Journal& journal, const Activity& activity) {
    const auto attempts = journal.attempts(std::nullopt, 0);
    return std::any_of(attempts.begin(), attempts.end(), [&](const Attempt& attempt) {
        return attempt.activity == activity.id && !attempt.response.empty();
    });
}

/// Takes one picture of everything that is seen for the first time.
class Album {
  public:
    Album(const Content& content, std::filesystem::path folder) : folder_(std::move(folder)) {
        for (const double diagonal : {tablet_diagonal_cm, display_diagonal_cm})
            photographers_.emplace_back(content, picture_size,
                                        pixels_per_millimetre({picture_size, diagonal, {}}));
        std::filesystem::create_directories(folder_);
    }

    Photographer& photographer(int lanes) { return photographers_[lanes > 1 ? 1 : 0]; }

    void look(const App& app) {
        const auto& lanes = app.lanes();
        const std::string scene =
            lanes.size() > 1 ? fmt::format("{} lanes", lanes.size()) : lanes[0]->screen().name();
        Seen& seen = seen_[scene];
        seen.ticks += 1;
        if (lanes.size() > 1) {
            if (seen.ticks == lanes_ticks)
                take(app, scene);
            return;
        }
        if (seen.ticks == scene_ticks)
            take(app, scene);
        const auto* play = dynamic_cast<const Play*>(&lanes[0]->screen());
        if (play == nullptr || seen.ticks < scene_ticks)
            return;
        // The middle of an answer, and its happy end.
        const Moment moment = play->question().moment();
        seen.moment_lasts = moment == seen.moment ? seen.moment_lasts + 1 : 0;
        seen.moment = moment;
        seen.hand_lasts = play->question().shows_hand() ? seen.hand_lasts + 1 : 0;
        if (seen.hand_lasts == hand_ticks)
            take_once(app, scene + " help");
        if (moment == Moment::success && seen.moment_lasts == success_ticks)
            take_once(app, scene + " success");
    }

    const std::vector<std::filesystem::path>& pictures() const { return pictures_; }

  private:
    struct Seen {
        int ticks = 0;
        int moment_lasts = 0; ///< ticks
        int hand_lasts = 0;   ///< ticks
        Moment moment = Moment::asking;
    };

    void take_once(const App& app, const std::string& scene) {
        if (taken_.insert(scene).second)
            take(app, scene);
    }
    void take(const App& app, std::string scene) {
        std::replace(scene.begin(), scene.end(), ' ', '_');
        pictures_.push_back(folder_ / (scene + ".png"));
        photographer(static_cast<int>(app.lanes().size())).shoot(app, pictures_.back());
    }

    std::filesystem::path folder_;
    std::vector<Photographer> photographers_;
    std::map<std::string, Seen> seen_;
    std::set<std::string> taken_;
    std::vector<std::filesystem::path> pictures_;
};

JournalOptions demo_journal_options(std::uint64_t id_seed) {
    JournalOptions options = journal_options(first_monday, id_seed);
    options.release = first_monday; // the demonstration's clock is right
    return options;
}

/// Makes room for a new demonstration; a journal that real children played on is never touched.
void clear_former_demo(const std::filesystem::path& out) {
    const auto file = out / "mirabelle.sqlite";
    if (!std::filesystem::exists(file))
        return;
    {
        const Journal journal = Journal::open(out, demo_journal_options(1));
        if (!journal.setting(made_by_demo))
            throw JournalError(
                JournalFailure::cannot_create,
                fmt::format("{}: this is the journal of a real class — choose another --out", file.string()));
    }
    for (const auto& entry : std::filesystem::directory_iterator(out))
        if (const auto name = entry.path().filename().string(); name.rfind("mirabelle.", 0) == 0)
            std::filesystem::remove(entry.path());
    std::filesystem::remove_all(out / "backups");
    std::filesystem::remove_all(out / "pictures");
    std::filesystem::remove_all(out / "film");
}

void enrol(Journal& journal, const Content& content, int count, Random& ids) {
    const auto names = content.example_names();
    const auto portraits = content.portraits();
    for (int i = 0; i < count; ++i) {
        const auto number = static_cast<std::size_t>(i);
        Child child;
        child.id = Uuid::make(ids);
        child.first_name = names[number % names.size()];
        child.portrait = portraits[number % portraits.size()].id;
        child.band = all_bands[number % all_bands.size()];
        journal.add_child(child);
    }
}

} // namespace

CLI::App* add_demo(CLI::App& program, DemoOptions& options) {
    CLI::App* command = program.add_subcommand(
        "demo", "A pretend class plays everything; leaves its journal, pictures and films");
    command->add_option("--out", options.out, "Folder for the journal and the pictures")->required();
    command->add_option("--children", options.children, "How many children")
        ->check(CLI::Range(1, 40))
        ->capture_default_str();
    command->add_option("--weeks", options.weeks, "How many weeks")
        ->check(CLI::Range(1, 40))
        ->capture_default_str();
    command->add_option("--seed", options.seed, "The same seed makes the same class")->capture_default_str();
    command->add_flag_callback(
        "--announce", [&options] { options.announce = Announce::attempts; },
        "Print 'attempt UUID' for each answer on disk");
    command->add_flag_callback(
        "--no-film", [&options] { options.films = DemoOptions::Films::none; },
        "Leave out the films of how each game is played");
    return command;
}

ExitCode run_demo(const DemoOptions& options) {
    const Content content = Content::load(bundle_folder(), all_activities());
    clear_former_demo(options.out);
    Journal journal = Journal::open(options.out, demo_journal_options(options.seed));
    journal.set_setting(made_by_demo, "yes");
    Random ids(options.seed + 1);
    enrol(journal, content, options.children, ids);

    Album album(content, options.out / "pictures");
    PretendClass pretend(options.seed + 2);
    InlineJournalWriter writer(journal, announcer(options.announce));
    SilentAudio silence;
    const auto meet = [&](const Meeting& meeting, const auto& play) {
        AppSettings settings;
        settings.screen = album.photographer(meeting.lanes).screen();
        settings.lanes = meeting.lanes;
        settings.reach = meeting.lanes > 1 ? display_reach : settings.reach;
        settings.seed = ids.bits();
        settings.id_seed = ids.bits();
        settings.now = meeting.start;
        App app({content, all_activities(), make_mechanic, journal, writer, silence}, settings);
        play(app);
    };
    for (const Meeting& meeting : meetings(options.weeks))
        meet(meeting, [&](App& app) {
            if (meeting.lanes > 1)
                app.launch(on_display(meeting.lanes));
            pretend.play(app, meeting.length, [&] { album.look(app); });
        });
    // On the last Friday the teacher lets the class try what nobody has chosen yet.
    const UtcMilliseconds friday = first_monday + ((options.weeks - 1) * 7 + 4) * day;
    meet({friday, 1, 0}, [&](App& app) {
        std::size_t turn = 0;
        for (const Activity& activity : all_activities())
            for (int tries = 0; tries < most_trials && !is_answered(journal, activity); ++tries) {
                app.launch(for_one_child(activity, content, app.class_room(), turn++));
                pretend.play(app, trial, [&] { album.look(app); });
                app.stop();
            }
    });
    journal.make_backup(first_monday + options.weeks * 7 * day);
    const UtcMilliseconds afterwards = friday + 90 * minute;
    std::size_t panel_pictures = 0;
    for (const PanelScreen& screen : panel_screens)
        panel_pictures += photograph_panel(content, journal, afterwards, screen.size, screen.diagonal_cm,
                                           options.out / "pictures" / "panel")
                              .size();
    for (const auto& [format, name] :
         {std::pair(ExportFormat::csv, "answers.csv"), std::pair(ExportFormat::xapi, "statements.jsonl")}) {
        ExportJob job(journal, content, all_activities(), {format, options.out / name, 0, afterwards});
        while (!job.step().is_done) {
        }
    }
    const auto sheet = options.out / "contact_sheet.png";
    make_contact_sheet(content, album.pictures(), sheet);
    if (options.films == DemoOptions::Films::one_of_each_mechanic)
        for (const FilmSubject& subject : film_subjects(content, all_activities()))
            make_film(content, *subject.activity, options.out / "film" / subject.mechanic);
    fmt::print("The pretend class has played for {} weeks: its journal and {} pictures are in {}, all at a "
               "glance in {}.\n",
               options.weeks, album.pictures().size() + panel_pictures, options.out.string(), sheet.string());
    return ExitCode::fine;
}

} // namespace mirabelle
