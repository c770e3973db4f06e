// A teacher's finger on the panel: every page on every screen, what she can tap, and what comes of it.
#include "engine/pretend_class.h"
#include "tests/support/app_scene.h"
#include "tests/support/panel_scene.h"
#include "tests/support/process.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>

using namespace mirabelle;

namespace {

constexpr std::array all_pages{PageName::class_, PageName::child,  PageName::launch,  PageName::list,
                               PageName::data,   PageName::voices, PageName::settings};
constexpr double least_target = 9; // mm, of a finger

std::string shown(const PanelTarget& target) {
    return fmt::format("{} ({:.0f} {:.0f} to {:.0f} {:.0f})", target.name, target.from.x, target.from.y,
                       target.to.x, target.to.y);
}

/// Whatever can be tapped is on the screen, and under no finger lie two things.
void check_targets(const PanelScene& scene) {
    const ImVec2 screen{static_cast<float>(scene.surface.size().width),
                        static_cast<float>(scene.surface.size().height)};
    CHECK_FALSE(panel_targets().empty());
    for (const PanelTarget& target : panel_targets()) {
        const bool inside = target.from.x >= -1 && target.from.y >= -1 && target.to.x <= screen.x + 1 &&
                            target.to.y <= screen.y + 1;
        CHECK_MESSAGE(inside, shown(target));
    }
    for (std::size_t i = 0; i < panel_targets().size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const PanelTarget &a = panel_targets()[i], &b = panel_targets()[j];
            const float across = std::min(a.to.x, b.to.x) - std::max(a.from.x, b.from.x);
            const float down = std::min(a.to.y, b.to.y) - std::max(a.from.y, b.from.y);
            const bool overlap = across > 1 && down > 1;
            CHECK_MESSAGE(!overlap, shown(a) << " and " << shown(b));
        }
}

void check_sizes(const PanelScene& scene) {
    for (const PanelTarget& target : panel_targets()) {
        if (!target.whole)
            continue; // the rest of it can be scrolled to
        const double side =
            std::min(target.to.x - target.from.x, target.to.y - target.from.y) / scene.density;
        CHECK_MESSAGE(side >= least_target - 0.05, shown(target) << " is " << side << " mm");
    }
}

/// A pretend class that has played, its answers with their traces.
const Journal& played_school() {
    static AppScene scene(settings_for(1, 31));
    static const bool played = [] {
        PretendClass pretend(32);
        pretend.play(scene.app, 10 * 60'000, [] {});
        return true;
    }();
    static_cast<void>(played);
    return scene.school.journal;
}
Journal& played_journal() { return const_cast<Journal&>(played_school()); }

void type(PanelScene& scene, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        CHECK_MESSAGE(scene.tap(key), std::string(key));
}
void enter_code(PanelScene& scene, std::initializer_list<const char*> digits) {
    type(scene, digits);
    CHECK(scene.tap("ok"));
}

std::size_t files_of(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

} // namespace

TEST_SUITE("teacher/panel") {
    TEST_CASE("every page draws on every screen, in both languages, for any class; no two targets overlap") {
        struct Screen {
            PixelSize size;
            double diagonal_cm;
            std::vector<int> classes;
        };
        const std::array screens{Screen{{1280, 800}, tablet_diagonal, {0, 1, 8, 30}},
                                 Screen{{800, 480}, 17.8, {0, 1, 30}},
                                 Screen{{800, 1280}, tablet_diagonal, {0, 30}},
                                 Screen{{1920, 1080}, 165, {8, 30}}, Screen{{3840, 2160}, 165, {30}}};
        for (const int children : {0, 1, 8, 30}) {
            SchoolJournal school(children);
            give_answers(school.journal, 8, school_morning);
            for (const Screen& screen : screens)
                for (const Language language : {Language::french, Language::english}) {
                    if (std::count(screen.classes.begin(), screen.classes.end(), children) == 0)
                        continue;
                    CAPTURE(children);
                    CAPTURE(screen.size.width);
                    CAPTURE(screen.size.height);
                    PanelScene scene(school.journal, screen.size, screen.diagonal_cm, Door::open, language);
                    for (const PageName page : all_pages) {
                        CAPTURE(static_cast<int>(page));
                        scene.show(page);
                        check_targets(scene);
                        if (screen.diagonal_cm == tablet_diagonal)
                            check_sizes(scene);
                    }
                }
        }
    }

    TEST_CASE("on a tablet the editor, the import, the replay and the pad have targets for a finger, too") {
        SchoolJournal school(8);
        const ScratchFolder documents("mirabelle_documents");
        std::ofstream(documents.path() / "classe.csv") << "Prénom\nAda\n";
        PanelScene scene(school.journal, tablet_pixels, tablet_diagonal, Door::open, Language::french,
                         {documents.path()});
        const auto check = [&](const char* where) {
            CAPTURE(where);
            check_targets(scene);
            check_sizes(scene);
        };
        scene.show(PageName::list);
        REQUIRE(scene.tap("child"));
        REQUIRE(scene.target("a") != nullptr);
        check("keyboard");
        REQUIRE(scene.press("list.part_picture"));
        check("portraits");
        REQUIRE(scene.press("list.part_access"));
        check("access");
        REQUIRE(scene.press("list.part_end"));
        check("removing");
        REQUIRE(scene.press("list.erase"));
        check("erasing");
        REQUIRE(scene.press("list.cancel"));
        REQUIRE(scene.press("list.import"));
        check("import");
        REQUIRE(scene.tap("classe.csv"));
        check("preview");
        PanelScene locked(school.journal, tablet_pixels, tablet_diagonal, Door::locked);
        locked.frames(3);
        check_targets(locked);
        check_sizes(locked);
    }

    TEST_CASE(
        "a child is added by the keyboard on the screen, renamed, moved, removed, and all is taken back") {
        SchoolJournal school(2);
        PanelScene scene(school.journal);
        const auto listed = [&] { return school.journal.children(); };
        scene.show(PageName::list);
        REQUIRE(scene.press("list.add"));
        CHECK(scene.press("list.keep")); // without a name
        CHECK(listed().size() == 2);
        type(scene, {"Z", "o", "é"});
        CHECK(scene.press("list.keep"));
        REQUIRE(listed().size() == 3);
        CHECK(listed()[2].first_name == "Zoé");
        CHECK(scene.panel.desk().class_changed);

        REQUIRE(scene.tap("child", 2));
        type(scene, {"erase", "e"});
        CHECK(scene.press("list.keep"));
        CHECK(listed()[2].first_name != "Zoé");
        CHECK(listed()[2].first_name.rfind("Zo", 0) == 0);
        CHECK(scene.press("list.undo"));
        CHECK(listed()[2].first_name == "Zoé");

        REQUIRE(scene.tap("child", 2));
        const Band other = listed()[2].band == Band::PS ? Band::GS : Band::PS;
        CHECK(scene.press(other == Band::PS ? "band.ps" : "band.gs"));
        CHECK(scene.press("list.keep"));
        CHECK(listed()[2].band == other);
        CHECK(scene.press("list.undo"));
        CHECK(listed()[2].band != other);

        REQUIRE(scene.tap("child", 2));
        CHECK(scene.press("list.part_end"));
        CHECK(scene.press("list.remove"));
        CHECK(listed().size() == 2);
        CHECK(scene.press("list.undo"));
        CHECK(listed().size() == 3);
        CHECK(scene.press("list.undo")); // the addition itself
        CHECK(listed().size() == 2);
        CHECK_FALSE(scene.press("list.undo")); // nothing is left to take back
    }

    TEST_CASE("an edit that changes nothing leaves nothing to undo") {
        SchoolJournal school(1);
        PanelScene scene(school.journal);
        scene.show(PageName::list);
        REQUIRE(scene.tap("child"));
        CHECK(scene.press("list.keep"));
        CHECK_FALSE(scene.offers("list.undo"));
    }

    TEST_CASE("launching hands over the activity, the level and who plays in which lane") {
        SchoolJournal school(6);
        const auto children = school.journal.children();
        PanelScene scene(school.journal, display_pixels, display_diagonal);
        scene.show(PageName::launch);
        REQUIRE(scene.tap("count_objects"));
        REQUIRE(scene.tap("MS 2"));
        REQUIRE(scene.tap("child", 4));
        REQUIRE(scene.tap("child", 1));
        REQUIRE(scene.tap("child", 0));
        REQUIRE(scene.tap("child", 1)); // not after all
        REQUIRE(scene.press("launch.start"));
        REQUIRE(scene.panel.desk().launch);
        const LaunchWish& wish = *scene.panel.desk().launch;
        CHECK(wish.activity == "count_objects");
        const auto levels = real_content().levels("count_objects");
        const auto level = std::find_if(levels.begin(), levels.end(),
                                        [&](const Level& one) { return one.id == wish.level; });
        REQUIRE(level != levels.end());
        CHECK(level->band == Band::MS);
        CHECK(wish.lanes == std::vector<std::optional<Uuid>>{children[4].id, children[0].id});
        CHECK(scene.panel.desk().close);
    }

    TEST_CASE("two taps launch something for the whole class; a fifth child finds no lane") {
        SchoolJournal school(6);
        PanelScene scene(school.journal);
        scene.show(PageName::launch);
        REQUIRE(scene.tap("give_me"));
        REQUIRE(scene.press("launch.start"));
        REQUIRE(scene.panel.desk().launch);
        CHECK(scene.panel.desk().launch->level.empty());
        CHECK(scene.panel.desk().launch->lanes == std::vector<std::optional<Uuid>>{std::nullopt});
        PanelScene workshop(school.journal, display_pixels, display_diagonal);
        workshop.show(PageName::launch);
        for (int child = 0; child < 5; ++child)
            REQUIRE(workshop.tap("child", child));
        REQUIRE(workshop.press("launch.start"));
        CHECK(workshop.panel.desk().launch->lanes.size() == 4);
    }

    TEST_CASE("a tablet offers as many places as fingers find room for, and says so") {
        SchoolJournal school(6);
        PanelScene lying(school.journal);
        lying.show(PageName::launch);
        CHECK(lying.target(lying.words.with("launch.places", {{"n", "2"}})) != nullptr);
        CHECK(lying.target(lying.words.with("launch.places", {{"n", "3"}})) == nullptr);
        for (int child = 0; child < 3; ++child)
            REQUIRE(lying.tap("child", child));
        REQUIRE(lying.press("launch.start"));
        CHECK(lying.panel.desk().launch->lanes.size() == 2);
        PanelScene upright(school.journal, {tablet_pixels.height, tablet_pixels.width});
        upright.show(PageName::launch);
        CHECK(upright.offers("launch.one_place"));
        CHECK(upright.target(upright.words.with("launch.places", {{"n", "2"}})) == nullptr);
    }

    TEST_CASE("places whose children touch their own picture, and how they play together") {
        SchoolJournal school(6);
        const auto children = school.journal.children();
        PanelScene scene(school.journal, display_pixels, display_diagonal);
        scene.show(PageName::launch);
        CHECK_FALSE(scene.offers("launch.turns")); // nobody to take turns with
        REQUIRE(scene.tap("give_me"));
        REQUIRE(scene.tap(scene.words.with("launch.places", {{"n", "3"}})));
        REQUIRE(scene.tap("child", 2));
        REQUIRE(scene.press("launch.together"));
        REQUIRE(scene.press("launch.start"));
        REQUIRE(scene.panel.desk().launch);
        CHECK(scene.panel.desk().launch->lanes == std::vector<std::optional<Uuid>>{children[2].id});
        CHECK(scene.panel.desk().launch->open_lanes == 2);
        CHECK(scene.panel.desk().launch->mode == BoardMode::together);

        PanelScene board(school.journal, display_pixels, display_diagonal);
        board.show(PageName::launch);
        REQUIRE(board.tap("free"));
        CHECK_FALSE(board.offers("launch.the_class"));
        CHECK_FALSE(board.offers("launch.level"));
        REQUIRE(board.tap(board.words.with("launch.places", {{"n", "4"}})));
        CHECK_FALSE(board.offers("launch.turns")); // each in its own garden
        REQUIRE(board.press("launch.start"));
        REQUIRE(board.panel.desk().launch);
        CHECK(board.panel.desk().launch->activity.empty());
        CHECK(board.panel.desk().launch->lanes.empty());
        CHECK(board.panel.desk().launch->open_lanes == 4);
        CHECK(board.panel.desk().launch->mode == BoardMode::each);
    }

    TEST_CASE("an export leaves a file with every answer; a stopped one leaves none") {
        SchoolJournal school(30);
        give_answers(school.journal, 40, school_morning);
        const ScratchFolder documents("mirabelle_documents");
        PanelScene scene(school.journal, tablet_pixels, tablet_diagonal, Door::open, Language::french,
                         {documents.path()});
        scene.show(PageName::data);
        REQUIRE(scene.touch(scene.words("data.start")));
        scene.frames(1);
        REQUIRE(scene.panel.busy());
        REQUIRE(scene.touch(scene.words("data.cancel")));
        CHECK_FALSE(scene.panel.busy());
        CHECK(files_of(documents.path()) == 0);
        scene.frames(1);
        REQUIRE(scene.press("data.start"));
        CHECK(scene.settle());
        REQUIRE(files_of(documents.path()) == 1);
        const std::string csv = text_of(std::filesystem::directory_iterator(documents.path())->path());
        CHECK(std::count(csv.begin(), csv.end(), '\n') >= 30 * 40 + 1);
        for (const Child& child : school.journal.children())
            CHECK(csv.find(child.first_name) == std::string::npos);
    }

    TEST_CASE("without a folder an export says so") {
        SchoolJournal school(1);
        PanelScene scene(school.journal);
        scene.show(PageName::data);
        CHECK(scene.press("data.start"));
        CHECK_FALSE(scene.panel.busy());
    }

    TEST_CASE("an answer is played again to its end, four times as fast, and once more") {
        PanelScene scene(played_journal());
        scene.show(PageName::class_);
        scene.panel.desk().child = played_school().attempts(std::nullopt, 0).front().child;
        scene.show(PageName::child);
        REQUIRE(scene.tap("answer"));
        REQUIRE(scene.panel.busy());
        REQUIRE(scene.press("replay.speed_4"));
        REQUIRE(scene.settle(3000, 100));
        REQUIRE(scene.press("replay.again"));
        CHECK(scene.panel.busy());
        REQUIRE(scene.press("replay.pause"));
        CHECK_FALSE(scene.panel.busy());
        REQUIRE(scene.press("replay.back"));
        CHECK(scene.target("answer") != nullptr);
    }

    TEST_CASE("the code is chosen twice; then a wrong one is refused and the right one opens") {
        SchoolJournal school(2);
        {
            PanelScene scene(school.journal, tablet_pixels, tablet_diagonal, Door::locked);
            scene.frames(2);
            enter_code(scene, {"1", "2", "3"}); // too short
            type(scene, {"4"});
            CHECK(scene.tap("ok"));
            enter_code(scene, {"9", "9", "9", "9"}); // differs
            CHECK(scene.panel.locked());
            enter_code(scene, {"1", "2", "3", "4"});
            enter_code(scene, {"1", "2", "3", "4"});
            CHECK_FALSE(scene.panel.locked());
        }
        PanelScene scene(school.journal, tablet_pixels, tablet_diagonal, Door::locked);
        scene.frames(2);
        CHECK(scene.target("rail.list") == nullptr);
        enter_code(scene, {"4", "3", "2", "1"});
        CHECK(scene.panel.locked());
        enter_code(scene, {"1", "2", "3", "5", "<", "4"});
        CHECK_FALSE(scene.panel.locked());
        CHECK(scene.tap("rail.list"));
        CHECK(scene.panel.page() == PageName::list);
        CHECK(scene.tap("rail.close"));
        CHECK(scene.panel.desk().close);
    }

    TEST_CASE("after three wrong codes the pad waits, and says how long") {
        SchoolJournal school(1);
        TeacherCode(school.journal).set("1234");
        PanelScene scene(school.journal, tablet_pixels, tablet_diagonal, Door::locked);
        scene.frames(2);
        for (int i = 0; i < 3; ++i)
            enter_code(scene, {"0", "0", "0", "0"});
        CHECK(scene.panel.busy());
        enter_code(scene, {"1", "2", "3", "4"}); // is not looked at
        CHECK(scene.panel.locked());
        scene.now += 5000;
        scene.frames(2);
        CHECK_FALSE(scene.panel.busy());
        enter_code(scene, {"1", "2", "3", "4"});
        CHECK_FALSE(scene.panel.locked());
    }

    TEST_CASE("settings are kept when they are tapped") {
        SchoolJournal school(1);
        PanelScene scene(school.journal);
        scene.show(PageName::settings);
        REQUIRE(scene.tap("more")); // the first: minutes of the youngest
        CHECK(scene.panel.desk().settings_changed);
        const auto usual = real_content().sizes(Band::PS).session / 60'000;
        CHECK(school.journal.setting("session_minutes_ps") == std::to_string(usual + 1));
        REQUIRE(scene.tap("less"));
        CHECK(school.journal.setting("session_minutes_ps").value_or("") == "");
        REQUIRE(scene.press("settings.accent_southern"));
        CHECK(school.journal.setting("accent") == "southern");
        REQUIRE(scene.press("settings.accent_northern"));
        CHECK(school.journal.setting("accent") == "northern");
    }
}
