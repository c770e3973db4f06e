// What a teacher sets for one child, and how she measures the screen.
#include "teacher/model/teacher_settings.h"
#include "tests/support/app_scene.h"
#include "tests/support/panel_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

// So tall that nothing has to be scrolled to.
constexpr PixelSize tall{1280, 1600};
constexpr double tall_diagonal = 35; // cm

} // namespace

TEST_SUITE("teacher/access panel") {
    TEST_CASE("a teacher sets how a child plays, and takes it back") {
        SchoolJournal school(2);
        PanelScene scene(school.journal, tall, tall_diagonal);
        const auto access = [&] { return school.journal.children()[0].access; };
        scene.show(PageName::list);
        REQUIRE(scene.tap("child", 0));
        REQUIRE(scene.press("list.part_access"));
        CHECK_FALSE(scene.target("slower") != nullptr); // no ring without a switch
        for (const char* mode : {"hand", "targets", "tempo", "movement", "input"}) {
            CAPTURE(mode);
            CHECK(scene.press(std::string("access.") + mode + "_other"));
        }
        REQUIRE(scene.tap("slower"));
        CHECK(access() == Access()); // not before it is saved
        REQUIRE(scene.press("list.keep"));
        Access wished = every_mode();
        wished.scan_step = real_content().easing().scan_step + 200;
        CHECK(access() == wished);
        CHECK(school.journal.children()[1].access == Access());
        CHECK(scene.panel.desk().class_changed);
        REQUIRE(scene.tap("child", 0));
        REQUIRE(scene.press("list.part_access"));
        CHECK(scene.press("access.input_usual"));
        REQUIRE(scene.press("list.keep"));
        CHECK(access().input == Input::fingers);
        CHECK(access().hand == Hand::left);
        REQUIRE(scene.press("list.undo"));
        CHECK(access() == wished);
        REQUIRE(scene.press("list.undo"));
        CHECK(access() == Access());
    }

    TEST_CASE("a screen is measured: its diagonal by a bank card, what children reach by where it hangs") {
        SchoolJournal school(1);
        PanelScene scene(school.journal, tall, tall_diagonal);
        scene.show(PageName::settings);
        const auto kept = [&] { return TeacherSettings::load(school.journal); };
        const auto last = [&](const char* name) { // the steppers follow each other down the page
            int number = 0;
            while (scene.target(name, number) != nullptr)
                ++number;
            return number;
        };
        const int diagonal = last("more") - 3, bottom_edge = last("more") - 2, reach = last("more") - 1;
        CHECK_FALSE(kept().diagonal_mm);
        REQUIRE(scene.tap("more", diagonal));
        CHECK(kept().diagonal_mm == 350); // what the system says is where it begins
        REQUIRE(scene.tap("more", diagonal));
        CHECK(kept().diagonal_mm == 352); // 0.6 %: less than a millimetre of a card's width
        CHECK(scene.panel.desk().settings_changed);
        CHECK_FALSE(kept().reach_mm());
        REQUIRE(scene.tap("more", bottom_edge));
        REQUIRE(kept().bottom_edge_cm);
        CHECK(kept().reach_mm() == (120 - *kept().bottom_edge_cm) * 10.0);
        REQUIRE(scene.tap("less", bottom_edge));
        REQUIRE(scene.tap("more", reach));
        CHECK(kept().reach_mm() == (121 - *kept().bottom_edge_cm) * 10.0);
        // And that is as high as anything lies that children touch.
        AppSettings settings = settings_for(2, 5);
        settings.reach = *kept().reach_mm();
        AppScene class_at_play(settings, 6);
        for (std::size_t lane = 0; lane < 2; ++lane) {
            class_at_play.begin_to_play(static_cast<int>(lane) + 1, lane);
            REQUIRE(class_at_play.wait_for_question(lane));
            const Stage& stage = class_at_play.play(lane)->question().stage();
            CHECK(stage.reachable.height == doctest::Approx(settings.reach));
            for (const NamedTarget& target : class_at_play.screen(lane).targets())
                CHECK(target.where.y >= class_display.height - settings.reach - 0.1);
        }
    }
}
