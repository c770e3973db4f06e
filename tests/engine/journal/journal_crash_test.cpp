#include "tests/engine/journal/journal_posix.h"
#include "tests/engine/journal/journal_scene.h"

#ifdef MIRABELLE_TESTS_CAN_LIMIT_FILES

#include "engine/journal/journal_check.h"

#include <SQLiteCpp/Database.h>

#include <sched.h>
#include <sys/mount.h>

#include <algorithm>
#include <set>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

constexpr int opened = 0;
constexpr int not_allowed_to_try = 77;
int code_of(JournalFailure reason) { return 10 + static_cast<int>(reason); }

/// A small disk of its own over `folder`, seen by this process only.
bool mount_disk(const fs::path& folder, const char* size) {
    if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    return mount("none", folder.c_str(), "tmpfs", 0, size) == 0;
}

int code_of_opening(const fs::path& folder) {
    try {
        open_at(folder);
    } catch (const JournalError& error) {
        return code_of(error.reason());
    }
    return opened;
}

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

/// Reads the ids that a process wrote into a pipe until it died.
std::set<std::string> read_ids(int from) {
    std::set<std::string> ids;
    std::string id(36, ' ');
    while (read(from, id.data(), id.size()) == static_cast<ssize_t>(id.size()))
        ids.insert(id);
    return ids;
}

} // namespace

TEST_SUITE("engine/journal crash") {
    TEST_CASE("every answer that was announced is there after the program is killed") {
        for (int round = 0; round < 6; ++round) {
            const JournalFolder folder;
            int announcements[2];
            REQUIRE(pipe(announcements) == 0);
            const int status = end_of_process([&]() -> int {
                Journal journal = open_at(folder.path());
                ClassAtPlay scene(static_cast<std::uint64_t>(round));
                const Child zoe = scene.child("Zoé");
                journal.add_child(zoe);
                const Session session = journal.begin_session("", SessionMode::tablet, monday_morning);
                const Run run = scene.run(session, zoe.id, monday_morning);
                int left = 40 + 13 * round;
                ThreadedJournalWriter writer(journal, [&](const Uuid& id) {
                    if (write(announcements[1], id.text().data(), id.text().size()) < 0 || --left == 0)
                        kill(getpid(), SIGKILL);
                });
                writer.submit(run);
                for (int question = 0;; ++question)
                    writer.submit(
                        Answer{scene.answer(run, question, monday_morning + question), scene.trace()});
            });
            close(announcements[1]);
            const std::set<std::string> announced = read_ids(announcements[0]);
            close(announcements[0]);
            REQUIRE(WIFSIGNALED(status));
            REQUIRE(announced.size() == static_cast<std::size_t>(40 + 13 * round));

            Journal journal = open_at(folder.path(), monday_morning + minute);
            CHECK(journal.notices().empty());
            std::set<std::string> kept;
            for (const Attempt& attempt : journal.attempts(std::nullopt, 0)) {
                kept.insert(std::string(attempt.id.text()));
                CHECK(journal.trace(attempt.id));
            }
            CHECK(std::includes(kept.begin(), kept.end(), announced.begin(), announced.end()));
            CHECK(check_journal(folder.path()).open_runs == 0);
            SQLite::Database database(journal.file(), SQLite::OPEN_READONLY);
            CHECK(database.execAndGet("SELECT ending FROM run").getString() == "recovered_after_crash");
            CHECK(database.execAndGet("SELECT ended FROM run").getInt64() ==
                  monday_morning + static_cast<UtcMilliseconds>(kept.size()) - 1);
            CHECK(database.execAndGet("SELECT count(*) FROM session WHERE ended IS NULL").getInt() == 0);
        }
    }

    TEST_CASE("a journal cut short after a crash, with its log beside it, comes back from its backup") {
        const JournalFolder folder;
        const int status = end_of_process([&]() -> int {
            Journal journal = open_at(folder.path());
            ClassAtPlay scene(1);
            scene.play(journal, 30);
            journal.make_backup(monday_morning);
            scene.play(journal, 1);
            kill(getpid(), SIGKILL);
            return 0;
        });
        REQUIRE(WIFSIGNALED(status));
        REQUIRE(fs::file_size(folder.path() / "mirabelle.sqlite-wal") > 0);
        fs::resize_file(folder.path() / "mirabelle.sqlite", 0);
        Journal journal = open_at(folder.path());
        CHECK(codes_of(journal.notices()) == std::vector<std::string>{"database_restored"});
        CHECK(journal.attempts(std::nullopt, 0).size() == 30);
    }

    TEST_CASE("two copies of the program never write into one folder, and a killed one lets go") {
        const JournalFolder folder;
        {
            const Journal first = open_at(folder.path());
            CHECK(exit_code(end_of_process([&] { return code_of_opening(folder.path()); })) ==
                  code_of(JournalFailure::already_open));
        }
        CHECK(exit_code(end_of_process([&] { return code_of_opening(folder.path()); })) == opened);
        end_of_process([&]() -> int {
            const Journal killed = open_at(folder.path());
            return kill(getpid(), SIGKILL);
        });
        CHECK(code_of_opening(folder.path()) == opened);
    }

    TEST_CASE("a folder that cannot be written is told apart, whether the journal is new or not") {
        for (const bool has_journal : {false, true}) {
            const JournalFolder folder;
            const int code = exit_code(end_of_process([&] {
                if (!mount_disk(folder.path(), "size=8m"))
                    return not_allowed_to_try;
                if (has_journal)
                    open_at(folder.path());
                if (mount(nullptr, folder.path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0)
                    return not_allowed_to_try;
                return code_of_opening(folder.path());
            }));
            if (code == not_allowed_to_try)
                MESSAGE("skipped: this system does not let the test mount a disk");
            else
                CHECK(code == code_of(JournalFailure::read_only));
        }
    }

    TEST_CASE("a disk that is really full is told as such, at the start and later") {
        const JournalFolder folder;
        const int code = exit_code(end_of_process([&] {
            if (!mount_disk(folder.path(), "size=400k"))
                return not_allowed_to_try;
            const fs::path data = folder.path() / "data";
            ClassAtPlay scene(3);
            std::size_t waiting = 0;
            {
                Journal journal = open_at(data);
                const Session session = journal.begin_session("", SessionMode::tablet, monday_morning);
                const Run run = scene.run(session, std::nullopt, monday_morning);
                InlineJournalWriter writer(journal);
                writer.submit(run);
                int question = 0;
                while (!writer.state().failure && question < 2000)
                    writer.submit(Answer{scene.answer(run, question++, monday_morning), scene.trace()});
                waiting = writer.state().waiting;
                if (writer.state().failure != JournalFailure::disk_full || waiting == 0)
                    return 1;
                if (mount(nullptr, folder.path().c_str(), nullptr, MS_REMOUNT, "size=4m") != 0)
                    return not_allowed_to_try;
                writer.flush();
                if (writer.state().failure ||
                    journal.attempts(std::nullopt, 0).size() != std::size_t(question))
                    return 2;
            }
            write_bytes(folder.path() / "ballast", std::string(5'000'000, 'x'));
            return code_of_opening(folder.path() / "other");
        }));
        if (code == not_allowed_to_try)
            MESSAGE("skipped: this system does not let the test mount a disk");
        else
            CHECK(code == code_of(JournalFailure::disk_full));
    }
}

#endif
