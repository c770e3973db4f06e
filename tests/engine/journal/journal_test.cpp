#include "tests/engine/journal/journal_scene.h"

#include "engine/journal/journal_check.h"
#include "engine/journal/journal_schema.h"
#include "engine/journal/trace_codec.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

using namespace mirabelle;

namespace {

constexpr UtcMilliseconds day = 86'400'000;
const std::vector<std::string> nothing;

UtcMilliseconds instant_in(int year) { return static_cast<UtcMilliseconds>((year - 1970) * 365.2425 * day); }

} // namespace

TEST_SUITE("engine/journal") {
    TEST_CASE("what a child answers is found again after a restart, to the last field") {
        const JournalFolder folder;
        ClassAtPlay scene(1);
        Child zoe = scene.child("Zoé");
        Attempt attempt;
        const TouchTrace trace = scene.trace();
        {
            Journal journal = open_at(folder.path() / "not yet there" / "é");
            journal.add_child(zoe);
            const Session session = journal.begin_session("content-7", SessionMode::board, monday_morning);
            CHECK(session.clock_check == ClockCheck::plausible);
            CHECK(session.app_version == "1.0");
            const Run run = scene.run(session, zoe.id, monday_morning);
            journal.begin_run(run);
            attempt = scene.answer(run, 3, monday_morning + 5000);
            attempt.seed = UINT64_MAX - 1;
            attempt.options = {"a \"quoted\" one", "back\\slash", "", "new\nline", "é"};
            attempt.scaffold = Scaffold::guided;
            attempt.correct = true;
            attempt.predicted = 0.73;
            journal.add(attempt, trace);
            journal.add(scene.answer(run, 4, monday_morning + 9000), std::nullopt);
        }
        Journal journal = open_at(folder.path() / "not yet there" / "é", monday_morning + day);
        CHECK(codes_of(journal.notices()) == nothing);
        const std::vector<Attempt> kept = journal.attempts(zoe.id, 0);
        REQUIRE(kept.size() == 2);
        CHECK(kept[0].id == attempt.id);
        CHECK(kept[0].run == attempt.run);
        CHECK(kept[0].child == attempt.child);
        CHECK(kept[0].seed == attempt.seed);
        CHECK(kept[0].options == attempt.options);
        CHECK(kept[0].help == HelpLevel::fewer_choices);
        CHECK(kept[0].scaffold == Scaffold::guided);
        CHECK(kept[0].correct);
        CHECK(kept[0].predicted == 0.73);
        CHECK(kept[0].variance_after == 0.5);
        CHECK(kept[0].when == attempt.when);
        CHECK(journal.attempts(std::nullopt, attempt.when + 1).size() == 1);
        REQUIRE(journal.trace(attempt.id));
        CHECK(journal.trace(attempt.id)->touches == quantised(trace).touches);
        CHECK_FALSE(journal.trace(kept[1].id));

        const std::vector<RecentAttempt> recent = journal.recent_attempts(zoe.id, "letter_find", 1);
        REQUIRE(recent.size() == 1);
        CHECK(recent[0].question == 4);
        CHECK(journal.recent_attempts(zoe.id, "", 10).size() == 2);
        CHECK(journal.recent_attempts(zoe.id, "other", 10).empty());
        REQUIRE(journal.skill_estimates(zoe.id).size() == 1);
        CHECK(journal.skill_estimates(zoe.id)[0].mu == 0.25);
    }

    TEST_CASE("a slip of the model does not cost an answer, and an answer written twice is one answer") {
        const JournalFolder folder;
        ClassAtPlay scene(2);
        Journal journal = open_at(folder.path());
        const Session session = journal.begin_session("", SessionMode::tablet, monday_morning);
        const Run run = scene.run(session, std::nullopt, monday_morning);
        journal.begin_run(run);
        Attempt attempt = scene.answer(run, 0, monday_morning);
        attempt.mu_after = std::numeric_limits<double>::quiet_NaN();
        journal.add(attempt, scene.trace());
        journal.add(attempt, scene.trace());
        CHECK(journal.attempts(std::nullopt, 0).size() == 1);
    }

    TEST_CASE("the class list keeps its order, and a child that left is no longer on it") {
        const JournalFolder folder;
        ClassAtPlay scene(3);
        Journal journal = open_at(folder.path());
        std::vector<Child> class_list;
        for (const char* name : {"Zoé", "Adam", "Maël"}) {
            class_list.push_back(scene.child(name));
            journal.add_child(class_list.back());
        }
        class_list[1].first_name = "Adam-Alexandre-Maximilien-Barnabé";
        class_list[1].portrait = "owl";
        journal.update_child(class_list[1]);
        journal.remove_child(class_list[0].id, monday_morning);
        const std::vector<Child> listed = journal.children();
        REQUIRE(listed.size() == 2);
        CHECK(listed[0].first_name == class_list[1].first_name);
        CHECK(listed[0].portrait == "owl");
        CHECK(listed[0].class_name == "MS de Claire");
        CHECK(listed[1].first_name == "Maël");
        CHECK(listed[1].initial == "M");

        journal.restore_child(class_list[0].id);
        REQUIRE(journal.children().size() == 3);
        CHECK(journal.children()[0].first_name == "Zoé"); // in its old place
        journal.restore_child(scene.child("Nobody").id);
        CHECK(journal.children().size() == 3);
    }

    TEST_CASE("the teacher's settings and notices survive a restart, and a notice is told once") {
        const JournalFolder folder;
        {
            Journal journal = open_at(folder.path());
            CHECK_FALSE(journal.setting("volume"));
            journal.set_setting("volume", "0.5");
            journal.set_setting("volume", "0.25");
            journal.add_notice({"some_code", "a detail", monday_morning});
            journal.add_notice({"some_code", "a detail", monday_morning + 1});
        }
        Journal journal = open_at(folder.path());
        CHECK(journal.setting("volume") == "0.25");
        REQUIRE(journal.notices().size() == 1);
        CHECK(journal.notices()[0].detail == "a detail");
        journal.mark_notices_seen();
        CHECK(journal.notices().empty());
    }

    TEST_CASE("a day's play is counted in the day, also across midnight") {
        const JournalFolder folder;
        ClassAtPlay scene(4);
        Journal journal = open_at(folder.path());
        const Child zoe = scene.play(journal, 10, monday_morning);
        const Session session = journal.begin_session("", SessionMode::tablet, monday_morning + 20 * minute);
        const Run across = scene.run(session, zoe.id, monday_morning + 30 * minute);
        journal.begin_run(across);
        journal.add(scene.answer(across, 0, monday_morning + 34 * minute), std::nullopt);
        const UtcMilliseconds midnight = monday_morning + 32 * minute;
        CHECK(journal.played(zoe.id, monday_morning - day, midnight) == 12 * minute);
        CHECK(journal.played(zoe.id, midnight, midnight + day) == 2 * minute);
        CHECK(journal.completed_runs(zoe.id, monday_morning, midnight) == 1);
        CHECK(journal.completed_runs(zoe.id, midnight, midnight + day) == 0);
        CHECK(journal.last_played(zoe.id) == monday_morning + 30 * minute);
        journal.end_run(across.id, RunEnding::completed, monday_morning + 36 * minute);
        CHECK(journal.completed_runs(zoe.id, midnight, midnight + day) == 1);
        CHECK(journal.played(zoe.id, midnight, midnight + day) == 4 * minute);
        CHECK_FALSE(journal.last_played(scene.child("Adam").id));
    }

    TEST_CASE("a clock that cannot be right is noticed, and does not cast doubt on the sessions after it") {
        const JournalFolder folder;
        Journal journal = open_at(folder.path());
        const auto check_at = [&](UtcMilliseconds when) {
            const Session session = journal.begin_session("", SessionMode::tablet, when);
            journal.end_session(session.id, when + minute);
            return session.clock_check;
        };
        CHECK(check_at(monday_morning) == ClockCheck::plausible);
        CHECK(check_at(instant_in(1970)) == ClockCheck::before_release);
        CHECK(check_at(monday_morning + day) == ClockCheck::plausible);
        CHECK(check_at(instant_in(2099)) == ClockCheck::far_future);
        CHECK(check_at(monday_morning + 2 * day) == ClockCheck::plausible);
        CHECK(check_at(monday_morning) == ClockCheck::behind_last_session);
        CHECK(codes_of(journal.notices()) == std::vector<std::string>{"clock_before_release",
                                                                      "clock_far_future",
                                                                      "clock_behind_last_session"});
    }

    TEST_CASE("nobody changes or removes what was answered") {
        const JournalFolder folder;
        ClassAtPlay scene(5);
        {
            Journal journal = open_at(folder.path());
            scene.play(journal, 3);
        }
        SQLite::Database database(folder.path() / "mirabelle.sqlite", SQLite::OPEN_READWRITE);
        CHECK_THROWS(database.exec("UPDATE attempt SET correct = 1"));
        CHECK_THROWS(database.exec("DELETE FROM attempt"));
        CHECK_THROWS(database.exec("UPDATE trace SET path = x''"));
        CHECK_THROWS(database.exec("DELETE FROM trace"));
        CHECK_THROWS(database.exec("UPDATE run SET ending = 'bored'"));
        CHECK_THROWS(database.exec("UPDATE child SET band = 'CP'"));
        CHECK_THROWS(database.exec("INSERT INTO meta VALUES('blob', x'00')"));
    }

    TEST_CASE("no name can be read in any file beside the key") {
        const JournalFolder folder;
        ClassAtPlay scene(6);
        Journal journal = open_at(folder.path());
        Child child = scene.child("Bartholomé");
        child.initial = "Quincampoix";
        journal.add_child(child);
        child.first_name = "Bartholomé-Cunégonde";
        journal.update_child(child);
        journal.make_backup(monday_morning);
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            if (!entry.is_regular_file())
                continue;
            const std::string bytes = bytes_of(entry.path());
            for (const char* name : {"Bartholom", "Cun\xc3\xa9gonde", "Quincampoix"})
                CHECK_MESSAGE(bytes.find(name) == std::string::npos, entry.path().string());
            ++files;
        }
        CHECK(files >= 5); // journal, log, key, lock, backup
        CHECK(journal.children()[0].first_name == "Bartholomé-Cunégonde");
    }

    TEST_CASE("without its key the class keeps portraits and answers, and the names come back with the key") {
        const JournalFolder folder;
        ClassAtPlay scene(7);
        const std::filesystem::path key = folder.path() / "keys" / "device.key";
        JournalOptions options = options_at(monday_morning);
        options.device_key = key;
        Child zoe;
        {
            Journal journal = Journal::open(folder.path() / "data", options);
            zoe = scene.play(journal, 2);
            CHECK(journal.notices().empty());
        }
        CHECK(std::filesystem::status(key).permissions() ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
        const std::string kept_key = bytes_of(key);
        std::filesystem::remove(key);
        {
            Journal journal = Journal::open(folder.path() / "data", options);
            CHECK(codes_of(journal.notices()) == std::vector<std::string>{"device_key_missing"});
            REQUIRE(journal.children().size() == 1);
            Child nameless = journal.children()[0];
            CHECK(nameless.first_name.empty());
            CHECK(nameless.portrait == "fox");
            CHECK(journal.attempts(zoe.id, 0).size() == 2);
            nameless.portrait = "owl";
            journal.update_child(nameless);
        }
        write_bytes(key, kept_key);
        {
            Journal journal = Journal::open(folder.path() / "data", options);
            CHECK(journal.children()[0].first_name == "Zoé");
            CHECK(journal.children()[0].portrait == "owl");
            journal.mark_notices_seen();
        }
        write_bytes(key, "short");
        Journal journal = Journal::open(folder.path() / "data", options);
        CHECK(codes_of(journal.notices()) == std::vector<std::string>{"device_key_damaged"});
        CHECK(bytes_of(key).size() == 32);
    }

    TEST_CASE("the check of a healthy folder counts and complains of nothing") {
        const JournalFolder folder;
        ClassAtPlay scene(8);
        Journal journal = open_at(folder.path());
        scene.play(journal, 4);
        journal.make_backup(monday_morning);
        const JournalReport report = check_journal(folder.path());
        CHECK(report.problems == nothing);
        CHECK(report.schema_version == latest_schema_version());
        CHECK(report.attempts == 4);
        CHECK(report.traces == 4);
        CHECK(report.sessions == 1);
        CHECK(report.runs == 1);
        CHECK(report.children == 1);
        CHECK(report.open_runs == 0);
        CHECK(report.good_backups == 1);
        CHECK_THROWS_AS(check_journal(folder.path() / "backups"), JournalError);
    }
}
