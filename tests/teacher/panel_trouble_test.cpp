// The panel when the journal cannot be read or written: it is told, and nothing is lost or half done.
#include "tests/engine/journal/journal_posix.h"
#include "tests/support/panel_scene.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>

using namespace mirabelle;

namespace {

constexpr std::array all_pages{PageName::class_, PageName::child,  PageName::launch,  PageName::list,
                               PageName::data,   PageName::voices, PageName::settings};

} // namespace

TEST_SUITE("teacher/panel_trouble") {
    TEST_CASE("a journal that cannot be read is told on every page, and read again when it can") {
        SchoolJournal school(3);
        give_answers(school.journal, 6, school_morning);
        PanelScene scene(school.journal);
        scene.show(PageName::settings);
        const auto rename = [&](const char* from, const char* to) {
            SQLite::Database database(school.journal.file().string(), SQLite::OPEN_READWRITE);
            database.exec(fmt::format("ALTER TABLE {} RENAME TO {}", from, to));
        };
        rename("attempt", "hidden");
        rename("child", "nobody");
        for (const PageName page : all_pages) {
            CAPTURE(static_cast<int>(page));
            scene.show(page);
            CHECK(scene.target("rail.close") != nullptr);
            const bool reads =
                page != PageName::settings && page != PageName::data && page != PageName::voices;
            CHECK(scene.panel.trouble().empty() != reads);
        }
        scene.show(PageName::child);
        CHECK(scene.target("later") == nullptr);
        rename("nobody", "child");
        rename("hidden", "attempt");
        CHECK(scene.tap("rail.child")); // asked for again
        CHECK(scene.target("later") != nullptr);
    }

#ifdef MIRABELLE_TESTS_CAN_LIMIT_FILES
    TEST_CASE("a full disk is told, whatever the teacher does, and nothing of it is lost or half done") {
        SchoolJournal school(3);
        give_answers(school.journal, 6, school_morning);
        const ScratchFolder documents("mirabelle_documents");
        PanelScene scene(school.journal, tablet_pixels, tablet_diagonal, Door::open, Language::french,
                         {documents.path()});
        scene.show(PageName::list);
        REQUIRE(scene.press("list.add"));
        for (const char* key : {"A", "d", "a"})
            CHECK(scene.tap(key));
        PanelScene pad(school.journal, tablet_pixels, tablet_diagonal, Door::locked);
        pad.frames(2);
        for (const char* key : {"1", "2", "3", "4", "ok", "1", "2", "3", "4"})
            CHECK(pad.tap(key));
        {
            const FullDisk full(4096);
            CHECK(pad.tap("ok"));
            CHECK(pad.panel.locked());
            CHECK_FALSE(pad.panel.trouble().empty());
            scene.frames(2);
            CHECK(scene.press("list.keep"));
            CHECK_FALSE(scene.panel.trouble().empty());
            CHECK(scene.offers("list.keep")); // the name is still there to be kept later
            scene.show(PageName::settings);
            CHECK(scene.tap("more"));
            CHECK(scene.settle());
            CHECK_FALSE(scene.panel.trouble().empty());
            scene.show(PageName::data);
            CHECK(scene.press("data.start"));
            CHECK(scene.settle());
        }
        CHECK(school.journal.children().size() == 3);
        CHECK(school.journal.setting("session_minutes_ps").value_or("") == "");
        CHECK(std::filesystem::is_empty(documents.path()));
        scene.show(PageName::settings);
        CHECK(scene.tap("more"));
        CHECK(school.journal.setting("session_minutes_ps").value_or("") != "");
    }
#endif
}
