// How a child plays is kept sealed, comes back, goes with the child, and never leaves the device.
#include "engine/journal/journal_check.h"
#include "engine/journal/journal_schema.h"
#include "tests/engine/journal/journal_scene.h"

#include <SQLiteCpp/Database.h>

using namespace mirabelle;

namespace {

Access some_modes() {
    Access access;
    access.hand = Hand::left;
    access.targets = TargetSize::large;
    access.input = Input::one_switch;
    access.scan_step = 1400;
    return access;
}

std::int64_t rows(const std::filesystem::path& folder) {
    SQLite::Database database(folder / "mirabelle.sqlite", SQLite::OPEN_READONLY);
    return database.execAndGet("SELECT count(*) FROM child_access").getInt64();
}

/// The tables as the third version of Mirabelle made them.
void make_third_schema(const std::filesystem::path& folder) {
    SQLite::Database database(folder / "mirabelle.sqlite", SQLite::OPEN_READWRITE);
    database.exec(
        "DROP TABLE child_access; DROP INDEX first_attempt; ALTER TABLE attempt DROP COLUMN choices; "
        "ALTER TABLE attempt DROP COLUMN difficulty; CREATE INDEX first_attempt_of_skill ON attempt("
        "child, skill, sequence DESC, correct, help, instant) WHERE attempt_number = 1; "
        "PRAGMA user_version = 3");
}

} // namespace

TEST_SUITE("engine/journal access") {
    TEST_CASE("how a child plays comes back after a restart, changes, and can be as usual again") {
        const JournalFolder folder;
        ClassAtPlay scene(1);
        Child zoe = scene.child("Zoé"), adam = scene.child("Adam");
        zoe.access = some_modes();
        {
            Journal journal = open_at(folder.path());
            journal.add_child(zoe);
            journal.add_child(adam);
        }
        CHECK(rows(folder.path()) == 1);
        {
            Journal journal = open_at(folder.path());
            REQUIRE(journal.children().size() == 2);
            CHECK(journal.children()[0].access == some_modes());
            CHECK(journal.children()[1].access == Access());
            zoe.access.tempo = Tempo::slow;
            journal.update_child(zoe);
            adam.access.movement = Movement::reduced;
            journal.update_child(adam);
            CHECK(journal.children()[0].access == zoe.access);
            CHECK(journal.children()[1].access == adam.access);
            zoe.access = {};
            journal.update_child(zoe);
        }
        CHECK(rows(folder.path()) == 1);
        Journal journal = open_at(folder.path());
        CHECK(journal.children()[0].access == Access());
        journal.remove_child(adam.id, monday_morning);
        journal.restore_child(adam.id);
        CHECK(journal.children()[1].access == adam.access);
        CHECK(check_journal(folder.path()).problems.empty());
    }

    TEST_CASE("no word of it can be read in any file, and without the key it is as usual but not forgotten") {
        const JournalFolder folder;
        ClassAtPlay scene(2);
        Child zoe = scene.child("Zoé");
        zoe.access = some_modes();
        {
            Journal journal = open_at(folder.path());
            journal.add_child(zoe);
            journal.make_backup(monday_morning);
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file())
                CHECK_MESSAGE(bytes_of(entry.path()).find("large switch=") == std::string::npos,
                              entry.path().string());
        const std::filesystem::path key = folder.path() / "device.key";
        const std::string kept = bytes_of(key);
        std::filesystem::remove(key);
        {
            Journal journal = open_at(folder.path());
            Child nameless = journal.children()[0];
            CHECK(nameless.access == Access());
            nameless.portrait = "owl";
            journal.update_child(nameless);
        }
        write_bytes(key, kept);
        Journal journal = open_at(folder.path());
        CHECK(journal.children()[0].access == some_modes());
        CHECK(journal.children()[0].portrait == "owl");
    }

    TEST_CASE("it is erased with the child, from the journal and from its copies") {
        const JournalFolder folder;
        ClassAtPlay scene(3);
        Child zoe = scene.child("Zoé"), adam = scene.child("Adam");
        zoe.access = adam.access = some_modes();
        Journal journal = open_at(folder.path());
        journal.add_child(zoe);
        journal.add_child(adam);
        std::string sealed;
        {
            SQLite::Database database(folder.path() / "mirabelle.sqlite", SQLite::OPEN_READONLY);
            SQLite::Statement row(database, "SELECT modes FROM child_access WHERE child = "
                                            "(SELECT sequence FROM child WHERE id = ?)");
            row.bind(1, std::string(zoe.id.text()));
            REQUIRE(row.executeStep());
            sealed.assign(static_cast<const char*>(row.getColumn(0).getBlob()),
                          static_cast<std::size_t>(row.getColumn(0).getBytes()));
        }
        REQUIRE(sealed.size() > 20);
        journal.make_backup(monday_morning);
        journal.erase_child(zoe.id, monday_morning + minute);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file())
                CHECK_MESSAGE(bytes_of(entry.path()).find(sealed) == std::string::npos,
                              entry.path().string());
        CHECK(rows(folder.path()) == 1);
        REQUIRE(journal.children().size() == 1);
        CHECK(journal.children()[0].access == some_modes());
    }

    TEST_CASE("a journal of the third version is brought forward, and its children play as usual") {
        const JournalFolder folder;
        ClassAtPlay scene(4);
        Child zoe;
        {
            Journal journal = open_at(folder.path());
            zoe = scene.play(journal, 4);
        }
        make_third_schema(folder.path());
        CHECK(check_journal(folder.path()).schema_version == 3);
        CHECK(check_journal(folder.path()).problems.empty());
        {
            Journal journal = open_at(folder.path(), monday_morning + 60 * minute);
            CHECK(journal.notices().empty());
            CHECK(journal.attempts(zoe.id, 0).size() == 4);
            CHECK(journal.children()[0].access == Access());
            zoe.access = some_modes();
            journal.update_child(zoe);
            CHECK(journal.children()[0].access == some_modes());
        }
        CHECK(check_journal(folder.path()).schema_version == latest_schema_version());
        CHECK(check_journal(folder.path()).good_backups == 1); // made before it was changed
    }

    TEST_CASE("an earlier program does not open a journal of this version, and leaves it whole") {
        const JournalFolder folder;
        {
            Journal journal = open_at(folder.path());
            ClassAtPlay(5).play(journal, 2);
        }
        // Seen from the program before: a version that is one too high.
        SQLite::Database(folder.path() / "mirabelle.sqlite", SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version = " + std::to_string(latest_schema_version() + 1));
        CHECK(failure_of_opening(folder.path()) == JournalFailure::newer_schema);
    }
}
