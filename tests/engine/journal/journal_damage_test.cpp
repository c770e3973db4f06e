#include "tests/engine/journal/journal_scene.h"

#include "engine/journal/journal_check.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> nothing;
const std::vector<std::string> restored{"database_restored"};

/// A folder whose journal has 40 answers, all of them in its only backup.
struct Classroom {
    JournalFolder folder;
    ClassAtPlay scene{11};
    Child zoe;
    fs::path file = folder.path() / "mirabelle.sqlite";

    Classroom() {
        Journal journal = open_at(folder.path());
        zoe = scene.play(journal, 40);
        journal.make_backup(monday_morning);
    }
    /// Opens after the damage: what the teacher is told, provided that all 40 answers are there.
    std::vector<std::string> told_on_opening() {
        Journal journal = open_at(folder.path(), monday_morning + 60 * minute);
        CHECK(journal.attempts(zoe.id, 0).size() == 40);
        REQUIRE(journal.children().size() == 1);
        CHECK(journal.children()[0].first_name == "Zoé");
        scene.play(journal, 1, monday_morning + 61 * minute); // and it goes on from there
        return codes_of(journal.notices());
    }
    int files_set_aside() const {
        return static_cast<int>(std::count_if(fs::directory_iterator(folder.path()), fs::directory_iterator(),
                                              [](const fs::directory_entry& entry) {
                                                  const std::string name = entry.path().filename().string();
                                                  return name.find("mirabelle.damaged-20261130T090000Z") == 0;
                                              }));
    }
    std::vector<fs::path> backups() const {
        std::vector<fs::path> found{fs::directory_iterator(folder.path() / "backups"),
                                    fs::directory_iterator()};
        std::sort(found.begin(), found.end());
        return found;
    }
};

} // namespace

TEST_SUITE("engine/journal damage") {
    TEST_CASE("a journal that is cut short comes back from its backup") {
        for (const std::size_t length :
             {std::size_t{1}, std::size_t{100}, std::size_t{4096}, std::size_t{20'000}}) {
            Classroom classroom;
            fs::resize_file(classroom.file, length);
            CHECK(classroom.told_on_opening() == restored);
            CHECK(classroom.files_set_aside() == 1);
        }
    }

    TEST_CASE("an empty journal, with or without a log, comes back from its backup") {
        Classroom classroom;
        fs::resize_file(classroom.file, 0);
        CHECK(classroom.told_on_opening() == std::vector<std::string>{"database_missing_restored"});
        Classroom other;
        fs::resize_file(other.file, 0);
        write_bytes(other.file.string() + "-wal", std::string(5000, 'x'));
        CHECK(other.told_on_opening() == restored);
        CHECK(other.files_set_aside() == 2);
    }

    TEST_CASE("a journal with another beginning comes back from its backup") {
        Classroom classroom;
        std::string bytes = bytes_of(classroom.file);
        bytes.replace(0, 16, "Not SQLite at all");
        write_bytes(classroom.file, bytes);
        CHECK(classroom.told_on_opening() == restored);
        CHECK(bytes_of(classroom.folder.path() / "mirabelle.damaged-20261130T090000Z.sqlite") == bytes);
    }

    TEST_CASE("somebody else's database is set aside, not written into") {
        Classroom classroom;
        fs::remove(classroom.file);
        SQLite::Database(classroom.file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE recipe(name)");
        CHECK(classroom.told_on_opening() == restored);
        CHECK(classroom.files_set_aside() == 1);
    }

    TEST_CASE("whichever page of the journal is lost, every answer is still there") {
        const std::size_t pages = bytes_of(Classroom().file).size() / 4096;
        CHECK(pages > 15);
        int found_damaged = 0;
        Random random(5);
        for (std::size_t page = 0; page < pages; ++page) {
            Classroom classroom;
            std::string bytes = bytes_of(classroom.file);
            for (std::size_t place = page * 4096; place < (page + 1) * 4096; ++place)
                bytes[place] = static_cast<char>(random.bits());
            write_bytes(classroom.file, bytes);
            const std::vector<std::string> told = classroom.told_on_opening();
            found_damaged += told == restored ? 1 : 0;
            CHECK((told == restored || told == nothing)); // a page may be spare
        }
        CHECK(found_damaged >= static_cast<int>(pages) - 3);
    }

    TEST_CASE("single flipped bytes never keep the class from playing") {
        Random random(6);
        for (int round = 0; round < 40; ++round) {
            Classroom classroom;
            std::string bytes = bytes_of(classroom.file);
            const std::uint32_t reach = round < 20 ? 200 : static_cast<std::uint32_t>(bytes.size());
            bytes[random.below(reach)] ^= static_cast<char>(1 + random.below(255));
            write_bytes(classroom.file, bytes);
            Journal journal = open_at(classroom.folder.path(), monday_morning + 60 * minute);
            CHECK_NOTHROW(classroom.scene.play(journal, 1, monday_morning + 61 * minute));
        }
    }

    TEST_CASE("a byte flipped in what the tables are defined to be is noticed") {
        Random random(7);
        int found_damaged = 0;
        for (int round = 0; round < 60; ++round) {
            Classroom classroom;
            std::string bytes = bytes_of(classroom.file);
            const std::size_t definition = bytes.find("CREATE TABLE attempt");
            REQUIRE(definition != std::string::npos);
            bytes[definition + random.below(1600)] ^= static_cast<char>(1 + random.below(127));
            write_bytes(classroom.file, bytes);
            const std::vector<std::string> told = classroom.told_on_opening();
            found_damaged += told == restored ? 1 : 0;
            CHECK((told == restored || told == nothing)); // it may lie in a comment
        }
        CHECK(found_damaged >= 50);
    }

    TEST_CASE("a version that was flipped to an earlier one is noticed") {
        for (const char version : {'\1', '\2', '\3', '\4'}) {
            Classroom classroom;
            std::string bytes = bytes_of(classroom.file);
            REQUIRE(bytes[63] > version);
            bytes[63] = version; // the last byte of user_version
            write_bytes(classroom.file, bytes);
            CHECK(classroom.told_on_opening() == restored);
        }
    }

    TEST_CASE("a deleted journal comes back from its backup") {
        Classroom classroom;
        fs::remove(classroom.file);
        CHECK(classroom.told_on_opening() == std::vector<std::string>{"database_missing_restored"});
        CHECK(classroom.files_set_aside() == 0);
    }

    TEST_CASE("answers newer than the backup are taken out of the damaged journal") {
        Classroom classroom;
        Child adam;
        {
            Journal journal = open_at(classroom.folder.path());
            adam = classroom.scene.play(journal, 60, monday_morning + 41 * minute);
        }
        std::string bytes = bytes_of(classroom.file);
        bytes.replace(bytes.size() - 4096, 4096, std::string(4096, 'x')); // of the newest traces or answers
        write_bytes(classroom.file, bytes);
        Journal journal = open_at(classroom.folder.path(), monday_morning + 120 * minute);
        CHECK(journal.attempts(classroom.zoe.id, 0).size() == 40);
        CHECK(journal.attempts(adam.id, 0).size() >= 50);
        CHECK(journal.children().size() == 2);
        CHECK(codes_of(journal.notices()) ==
              std::vector<std::string>{"database_restored", "answers_salvaged"});
        CHECK(check_journal(classroom.folder.path()).problems == nothing);
    }

    TEST_CASE("a damaged journal without any backup still gives back what can be read") {
        Classroom classroom;
        fs::remove_all(classroom.folder.path() / "backups");
        std::string bytes = bytes_of(classroom.file);
        bytes.replace(bytes.size() - 4096, 4096, std::string(4096, 'x'));
        write_bytes(classroom.file, bytes);
        Journal journal = open_at(classroom.folder.path(), monday_morning + 60 * minute);
        CHECK(journal.attempts(classroom.zoe.id, 0).size() >= 30);
        CHECK(journal.children()[0].first_name == "Zoé");
        CHECK(codes_of(journal.notices()) ==
              std::vector<std::string>{"database_started_afresh", "answers_salvaged"});
    }

    TEST_CASE("when the newest backup is damaged too, the one before it serves") {
        Classroom classroom;
        {
            Journal journal = open_at(classroom.folder.path());
            classroom.scene.play(journal, 1);
            journal.make_backup(monday_morning);
        }
        REQUIRE(classroom.backups().size() == 2);
        fs::resize_file(classroom.backups()[1], 9000);
        write_bytes(classroom.file, "nothing that can be read");
        CHECK(classroom.told_on_opening() == restored);
    }

    TEST_CASE("when no backup is good, the class starts afresh and the old file is kept") {
        Classroom classroom;
        for (const fs::path& backup : classroom.backups())
            write_bytes(backup, "damaged as well");
        write_bytes(classroom.file, "nothing that can be read");
        Journal journal = open_at(classroom.folder.path(), monday_morning + 60 * minute);
        REQUIRE(journal.notices().size() == 1);
        CHECK(journal.notices()[0].code == "database_started_afresh");
        CHECK(bytes_of(classroom.folder.path() / journal.notices()[0].detail) == "nothing that can be read");
        CHECK(journal.children().empty());
        classroom.scene.play(journal, 2);
    }

    TEST_CASE("the check names what is damaged and changes nothing") {
        Classroom classroom;
        std::string bytes = bytes_of(classroom.file);
        bytes.replace(8192, 4096, std::string(4096, 'x'));
        write_bytes(classroom.file, bytes);
        fs::resize_file(classroom.backups()[0], 9000);
        const JournalReport report = check_journal(classroom.folder.path());
        CHECK(report.problems.size() >= 2);
        CHECK(report.backups == 1);
        CHECK(report.good_backups == 0);
        CHECK(bytes_of(classroom.file) == bytes);
    }

    TEST_CASE("twenty backups are kept, the newest, and only when something happened") {
        Classroom classroom;
        Journal journal = open_at(classroom.folder.path());
        for (int round = 0; round < 25; ++round) {
            classroom.scene.play(journal, 1);
            // A clock that jumps back must not make the newest backup look old.
            journal.make_backup(round % 2 == 0 ? monday_morning : 0);
            journal.make_backup(monday_morning);
        }
        const std::vector<fs::path> backups = classroom.backups();
        REQUIRE(backups.size() == 20);
        CHECK(backups.front().filename() == "mirabelle-000007-19700101T000000Z.sqlite");
        CHECK(backups.back().filename() == "mirabelle-000026-20261130T080000Z.sqlite");
    }

    TEST_CASE("a journal from a newer version is refused and left as it was") {
        Classroom classroom;
        SQLite::Database(classroom.file, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
        const std::string bytes = bytes_of(classroom.file);
        CHECK(failure_of_opening(classroom.folder.path()) == JournalFailure::newer_schema);
        CHECK(bytes_of(classroom.file) == bytes);
        CHECK(classroom.files_set_aside() == 0);
    }

    TEST_CASE("a second copy is told that the first is open, and gets its turn afterwards") {
        Classroom classroom;
        {
            const Journal first = open_at(classroom.folder.path());
            CHECK(failure_of_opening(classroom.folder.path()) == JournalFailure::already_open);
        }
        CHECK(classroom.told_on_opening() == nothing);
    }

    TEST_CASE("a damaged lock is no reason to stay closed") {
        Classroom classroom;
        write_bytes(classroom.folder.path() / "lock.sqlite", std::string(3000, '!'));
        CHECK(classroom.told_on_opening() == nothing);
    }

    TEST_CASE("a folder that cannot be made is an error that names it") {
        const JournalFolder folder;
        write_bytes(folder.path() / "file", "");
        CHECK(failure_of_opening(folder.path() / "file") == JournalFailure::cannot_create);
        CHECK(failure_of_opening(folder.path() / "file" / "below") == JournalFailure::cannot_create);
    }
}
