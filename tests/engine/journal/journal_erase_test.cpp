// What is left of a child that was erased: nothing, in no file of the folder.
#include "engine/civil_time.h"
#include "engine/journal/journal_check.h"
#include "engine/journal/journal_files.h"
#include "engine/journal/journal_pages.h"
#include "engine/journal/journal_schema.h"
#include "engine/journal/trace_codec.h"
#include "tests/engine/journal/journal_posix.h"
#include "tests/engine/journal/journal_scene.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <set>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

constexpr UtcMilliseconds evening = monday_morning + 600 * minute;
const std::vector<std::string> nothing;

/// Zoé, whose every word is hers alone, and Adam, who plays beside her.
struct TwoChildren {
    JournalFolder folder;
    ClassAtPlay scene{3'000'031}; // of no start of a journal, or ids would meet
    Child zoe, adam;
    std::vector<std::string> of_zoe; ///< byte strings that only she has
    std::size_t of_adam = 0;         ///< answers

    TwoChildren() {
        zoe = {Uuid::make(scene.random), "Bartholomé", "Q", "axolotl-of-zoe", Band::MS, "class of zoe"};
        adam = scene.child("Adam");
        of_zoe = {std::string(zoe.id.text()),
                  "Bartholom",
                  "axolotl-of-zoe",
                  "class of zoe",
                  "answer of zoe",
                  "option of zoe"};
        Journal journal = open_at(folder.path());
        journal.add_child(adam);
        journal.add_child(zoe);
        play(journal, monday_morning, 20);
        journal.make_backup(monday_morning + 30 * minute);
        play(journal, monday_morning + 60 * minute, 20);
        journal.make_backup(monday_morning + 90 * minute);
    }

    void play(Journal& journal, UtcMilliseconds start, int questions) {
        const Session session = journal.begin_session("content-1", SessionMode::board, start);
        const Run run_of_zoe = scene.run(session, zoe.id, start),
                  run_of_adam = scene.run(session, adam.id, start);
        of_zoe.emplace_back(run_of_zoe.id.text());
        for (const Run& run : {run_of_zoe, run_of_adam})
            journal.begin_run(run);
        for (int question = 0; question < questions; ++question) {
            Attempt answer = scene.answer(run_of_zoe, question, start + question * 1000);
            answer.response = "answer of zoe";
            answer.options = {"option of zoe", "b"};
            of_zoe.emplace_back(answer.id.text());
            const TouchTrace trace = scene.trace();
            const std::vector<std::uint8_t> packed = pack_trace(trace);
            of_zoe.emplace_back(packed.begin(), packed.end());
            journal.add(answer, trace);
            journal.add(scene.answer(run_of_adam, question, start + question * 1000), scene.trace());
            ++of_adam;
        }
        for (const Run& run : {run_of_zoe, run_of_adam})
            journal.end_run(run.id, RunEnding::completed, start + questions * 1000);
        journal.end_session(session.id, start + questions * 1000);
    }

    /// "file holds words" for everything of Zoé that is still in a file of the folder.
    std::set<std::string> found() const {
        std::set<std::string> places;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
            if (!entry.is_regular_file())
                continue;
            const std::string bytes = bytes_of(entry.path());
            for (const std::string& secret : of_zoe)
                if (bytes.find(secret) != std::string::npos)
                    places.insert(entry.path().filename().string() + " holds " + secret.substr(0, 36));
        }
        return places;
    }

    void check_that_adam_is_whole(Journal& journal) const {
        REQUIRE(journal.children().size() == 1);
        CHECK(journal.children()[0].first_name == "Adam");
        const std::vector<Attempt> attempts = journal.attempts(std::nullopt, 0);
        CHECK(attempts.size() == of_adam);
        for (const Attempt& attempt : attempts) {
            REQUIRE(attempt.child == adam.id);
            REQUIRE(journal.trace(attempt.id));
        }
        CHECK(journal.completed_runs(adam.id, 0, evening) == 2);
    }
    void check_that_zoe_is_gone(Journal& journal) const {
        for (const std::string& place : found())
            CHECK_MESSAGE(false, place);
        check_that_adam_is_whole(journal);
        CHECK_FALSE(fs::exists(erasure_file(folder.path())));
        const JournalReport report = check_journal(folder.path());
        CHECK(report.problems == nothing);
        CHECK(report.backups == 1);
        CHECK(report.good_backups == 1);
    }
};

std::vector<std::string> schema_of(const fs::path& folder) {
    SQLite::Database database(folder / "mirabelle.sqlite", SQLite::OPEN_READONLY);
    SQLite::Statement row(database, "SELECT type || name || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    std::vector<std::string> schema;
    while (row.executeStep())
        schema.push_back(row.getColumn(0).getString());
    return schema;
}

/// The tables as the first version of Mirabelle made them.
void make_first_schema(const fs::path& folder) {
    SQLite::Database database(folder / "mirabelle.sqlite", SQLite::OPEN_READWRITE);
    database.exec("DROP TABLE tombstone; DROP TABLE frozen_instant; DROP TABLE child_access; DROP INDEX "
                  "first_attempt; ALTER TABLE attempt DROP COLUMN choices; "
                  "ALTER TABLE attempt DROP COLUMN difficulty; PRAGMA user_version = 1");
}

} // namespace

TEST_SUITE("engine/journal erase") {
    TEST_CASE("before the erasure the search finds the child in the journal and in its backups") {
        const TwoChildren two;
        const auto places = two.found();
        CHECK(places.size() > 3 * 40);
        std::set<std::string> files;
        for (const std::string& place : places)
            files.insert(place.substr(0, place.find(' ')));
        CHECK(files.size() == 3); // the journal and two backups
    }

    TEST_CASE("an erased child is in no byte of any file, and the others are whole") {
        const TwoChildren two;
        Journal journal = open_at(two.folder.path());
        journal.set_setting("goal of " + std::string(two.zoe.id.text()), "count_ms");
        journal.set_setting("at the board", std::string(two.zoe.id.text()) + " answer of zoe");
        journal.set_setting("volume", "0.5");
        journal.add_notice({"record_refused", std::string(two.zoe.id.text()), monday_morning});
        journal.erase_child(two.zoe.id, evening);
        two.check_that_zoe_is_gone(journal);
        CHECK(journal.setting("volume") == "0.5");
        CHECK_FALSE(journal.setting("at the board"));
        CHECK(journal.notices().empty());
        // The same once more, and someone nobody has ever seen, change nothing.
        journal.erase_child(two.zoe.id, evening + 1);
        journal.erase_child(Uuid::parse("00000000-0000-4000-8000-000000000000").value(), evening + 2);
        two.check_that_zoe_is_gone(journal);
        CHECK(JournalPages(journal).tombstones().size() == 1);
    }

    TEST_CASE("a removed child is erased like one that is listed, also while the class goes on") {
        TwoChildren two;
        Journal journal = open_at(two.folder.path());
        journal.remove_child(two.zoe.id, evening);
        journal.erase_child(two.zoe.id, evening);
        two.check_that_zoe_is_gone(journal);
        const Session session = journal.begin_session("content-1", SessionMode::tablet, evening + minute);
        const Run run = two.scene.run(session, two.adam.id, evening + minute);
        journal.begin_run(run);
        journal.add(two.scene.answer(run, 0, evening + minute), two.scene.trace());
        CHECK(journal.attempts(two.adam.id, 0).size() == two.of_adam + 1);
        journal.make_backup(evening + 2 * minute);
        CHECK(check_journal(two.folder.path()).good_backups == 2);
    }

    TEST_CASE("what is left is a tombstone for every school year, under the pseudonym that was exported") {
        TwoChildren two;
        const UtcMilliseconds next_year = *midnight_of("2027-09-06");
        Journal journal = open_at(two.folder.path());
        two.play(journal, next_year, 3);
        JournalPages pages(journal);
        Pseudonyms pseudonyms = pages.pseudonyms();
        journal.erase_child(two.zoe.id, next_year + minute);
        const std::vector<Tombstone> tombstones = pages.tombstones();
        REQUIRE(tombstones.size() == 2);
        CHECK(tombstones[0].pseudonym == pseudonyms.of(two.zoe.id, monday_morning));
        CHECK(tombstones[1].pseudonym == pseudonyms.of(two.zoe.id, next_year));
        CHECK(tombstones[0].when == next_year + minute);
        CHECK(tombstones[0].id != tombstones[1].id);
        // One who has never played may have been on a list that was handed on.
        const Child new_child = two.scene.child("Maël");
        journal.add_child(new_child);
        journal.erase_child(new_child.id, next_year + 2 * minute);
        CHECK(pages.tombstones().size() == 3);
        CHECK(pages.tombstones()[2].pseudonym == pseudonyms.of(new_child.id, next_year));
    }

    TEST_CASE("after an erasure answers are protected as before") {
        const TwoChildren two;
        const std::vector<std::string> schema = schema_of(two.folder.path());
        open_at(two.folder.path()).erase_child(two.zoe.id, evening);
        CHECK(schema_of(two.folder.path()) == schema);
        SQLite::Database database(two.folder.path() / "mirabelle.sqlite", SQLite::OPEN_READWRITE);
        CHECK_THROWS(database.exec("UPDATE attempt SET correct = 1"));
        CHECK_THROWS(database.exec("DELETE FROM attempt"));
        CHECK_THROWS(database.exec("DELETE FROM trace"));
    }

    TEST_CASE("files that were set aside, or left half made, do not keep the child") {
        TwoChildren two;
        const fs::path file = two.folder.path() / "mirabelle.sqlite";
        std::string bytes = bytes_of(file);
        bytes.replace(0, 16, "Not SQLite at all");
        write_bytes(file, bytes);
        Journal journal = open_at(two.folder.path());
        CHECK(codes_of(journal.notices()) == std::vector<std::string>{"database_restored"});
        write_bytes(two.folder.path() / "mirabelle.restoring.sqlite", "answer of zoe");
        write_bytes(two.folder.path() / "backups" / "unfinished.sqlite", "answer of zoe");
        journal.erase_child(two.zoe.id, evening);
        two.check_that_zoe_is_gone(journal);
    }

    TEST_CASE("while another program reads the journal the erasure fails aloud, and is finished later") {
        const TwoChildren two;
        Journal journal = open_at(two.folder.path());
        {
            SQLite::Database other(journal.file(), SQLite::OPEN_READONLY);
            SQLite::Statement reading(other, "SELECT * FROM attempt");
            REQUIRE(reading.executeStep());
            CHECK_THROWS_AS(journal.erase_child(two.zoe.id, evening), JournalError);
            CHECK(fs::exists(erasure_file(two.folder.path())));
            const auto problems = check_journal(two.folder.path()).problems;
            REQUIRE(problems.size() == 1);
            CHECK(problems[0].find("start Mirabelle") != std::string::npos);
        }
        journal.erase_child(two.zoe.id, evening);
        two.check_that_zoe_is_gone(journal);
    }

    TEST_CASE("an erasure that was only written down is done at the next opening") {
        const TwoChildren two;
        write_bytes(erasure_file(two.folder.path()), std::string(two.zoe.id.text()));
        Journal journal = open_at(two.folder.path(), evening);
        two.check_that_zoe_is_gone(journal);
        CHECK(journal.notices().empty());
        CHECK(JournalPages(journal).tombstones().size() == 1);
    }

    TEST_CASE("where the child came back with an old backup it is erased again") {
        const TwoChildren two;
        const fs::path kept = two.folder.path() / "kept";
        fs::copy(two.folder.path() / "backups", kept);
        open_at(two.folder.path()).erase_child(two.zoe.id, evening);
        fs::remove_all(two.folder.path() / "backups");
        fs::rename(kept, two.folder.path() / "backups");
        fs::remove(two.folder.path() / "mirabelle.sqlite");
        write_bytes(erasure_file(two.folder.path()), std::string(two.zoe.id.text()));
        Journal journal = open_at(two.folder.path(), evening);
        two.check_that_zoe_is_gone(journal);
    }

    TEST_CASE("a journal of the first version is brought forward, and its children can be erased") {
        const TwoChildren two;
        const std::vector<std::string> latest = schema_of(two.folder.path());
        make_first_schema(two.folder.path());
        CHECK(schema_of(two.folder.path()) != latest);
        CHECK(check_journal(two.folder.path()).schema_version == 1);
        CHECK(check_journal(two.folder.path()).problems == nothing);
        Journal journal = open_at(two.folder.path(), evening);
        CHECK(schema_of(two.folder.path()) == latest);
        CHECK(check_journal(two.folder.path()).schema_version == latest_schema_version());
        CHECK(journal.attempts(std::nullopt, 0).size() == 2 * two.of_adam);
        journal.erase_child(two.zoe.id, evening);
        two.check_that_zoe_is_gone(journal);
    }

#ifdef MIRABELLE_TESTS_CAN_LIMIT_FILES
    TEST_CASE(
        "on a full disk the erasure fails aloud, nobody else loses anything, and it is finished later") {
        const TwoChildren two;
        {
            Journal journal = open_at(two.folder.path());
            const FullDisk full(20'000);
            CHECK_THROWS_AS(journal.erase_child(two.zoe.id, evening), JournalError);
        }
        {
            const FullDisk full(60'000);
            Journal journal = open_at(two.folder.path()); // the class plays all the same
            CHECK(codes_of(journal.notices()) == std::vector<std::string>{"erasure_unfinished"});
            CHECK(journal.attempts(two.adam.id, 0).size() == two.of_adam);
        }
        Journal journal = open_at(two.folder.path(), evening);
        two.check_that_zoe_is_gone(journal);
    }

    TEST_CASE("whenever the power is cut, the child is whole or gone, and gone once it was written down") {
        int whole = 0, gone = 0;
        for (useconds_t delay = 200; delay < 60'000 && (gone < 8 || whole < 1); delay += delay / 4) {
            const TwoChildren two;
            const int status = end_of_process([&]() -> int {
                Journal journal = open_at(two.folder.path());
                ualarm(delay, 0);
                journal.erase_child(two.zoe.id, evening);
                return 0;
            });
            const bool was_written_down = bytes_of(erasure_file(two.folder.path())) == two.zoe.id.text();
            Journal journal = open_at(two.folder.path(), evening);
            if (journal.children().size() == 2) {
                CHECK_FALSE(was_written_down);
                CHECK(WIFSIGNALED(status));
                CHECK(journal.attempts(std::nullopt, 0).size() == 2 * two.of_adam);
                CHECK(check_journal(two.folder.path()).problems == nothing);
                ++whole;
            } else {
                two.check_that_zoe_is_gone(journal);
                ++gone;
            }
        }
        CHECK(gone >= 8);
    }
#endif
}
