#include "tests/engine/journal/journal_scene.h"

#include "tests/engine/journal/journal_posix.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace mirabelle;

namespace {

constexpr Milliseconds soon = 5;

std::vector<Uuid> ids_of(const std::vector<Attempt>& attempts) {
    std::vector<Uuid> ids;
    for (const Attempt& attempt : attempts)
        ids.push_back(attempt.id);
    return ids;
}

/// A session in which answers are handed to a writer, and the ids in the order they were given.
struct Lesson {
    JournalFolder folder;
    ClassAtPlay scene{21};
    Journal journal = open_at(folder.path());
    Session session = journal.begin_session("content-1", SessionMode::tablet, monday_morning);
    Run run = scene.run(session, std::nullopt, monday_morning);
    std::vector<Uuid> given;
    std::vector<Uuid> announced; // written by the writer's thread, read after it has ended or flushed

    JournalWriter::Announce announce() {
        return [this](const Uuid& id) { announced.push_back(id); };
    }
    void give_answers(JournalWriter& writer, int count) {
        for (int question = 0; question < count; ++question) {
            const Attempt attempt = scene.answer(run, question, monday_morning + question);
            given.push_back(attempt.id);
            writer.submit(Answer{attempt, scene.trace()});
        }
    }
    std::vector<Uuid> kept() const { return ids_of(journal.attempts(std::nullopt, 0)); }
};

} // namespace

TEST_SUITE("engine/journal writer") {
    TEST_CASE("the inline writer has written when submit returns") {
        Lesson lesson;
        InlineJournalWriter writer(lesson.journal, lesson.announce());
        writer.submit(lesson.run);
        lesson.give_answers(writer, 3);
        std::vector<Uuid> committed;
        writer.take_committed(committed);
        CHECK(committed == lesson.given);
        CHECK(lesson.announced == lesson.given);
        CHECK(lesson.kept() == lesson.given);
        writer.take_committed(committed);
        CHECK(committed.size() == 3);
        CHECK_FALSE(writer.state().failure);
    }

    TEST_CASE("the thread brings everything to disk in order, also what is left when it closes") {
        Lesson lesson;
        {
            ThreadedJournalWriter writer(lesson.journal, lesson.announce());
            writer.submit(lesson.run);
            lesson.give_answers(writer, 100);
            writer.flush();
            CHECK(writer.state().waiting == 0);
            std::vector<Uuid> committed;
            writer.take_committed(committed);
            CHECK(committed == lesson.given);
            lesson.give_answers(writer, 100);
            writer.submit(Setting{"volume", "1"});
            writer.submit(Notice{"some_code", "", monday_morning});
            writer.submit(RunEnd{lesson.run.id, RunEnding::time_up, monday_morning + minute});
            writer.submit(SessionEnd{lesson.session.id, monday_morning + minute});
        }
        CHECK(lesson.announced == lesson.given);
        CHECK(lesson.kept() == lesson.given);
        CHECK(lesson.journal.setting("volume") == "1");
        CHECK(lesson.journal.notices().size() == 1);
    }

    TEST_CASE("a record that contradicts the others does not hold up those behind it") {
        Lesson lesson;
        ThreadedJournalWriter writer(lesson.journal, lesson.announce());
        lesson.give_answers(writer, 1); // of a run that never began
        writer.submit(lesson.run);
        lesson.give_answers(writer, 2);
        writer.flush();
        CHECK(lesson.kept().size() == 2);
        CHECK(lesson.announced.size() == 2);
        std::vector<Uuid> done;
        writer.take_committed(done);
        CHECK(done == lesson.given); // the game is not kept waiting for it either
        CHECK(codes_of(lesson.journal.notices()) == std::vector<std::string>{"record_refused"});
    }

#ifdef MIRABELLE_TESTS_CAN_LIMIT_FILES
    TEST_CASE("a full disk delays answers, and loses and reorders none") {
        Lesson lesson;
        ThreadedJournalWriter writer(lesson.journal, lesson.announce(), soon);
        writer.submit(lesson.run);
        lesson.give_answers(writer, 20);
        writer.flush();
        {
            const FullDisk full(std::filesystem::file_size(lesson.journal.file().string() + "-wal") + 2000);
            lesson.give_answers(writer, 20);
            writer.flush();
            CHECK_MESSAGE(writer.state().failure == JournalFailure::disk_full, writer.state().sentence);
            CHECK(writer.state().waiting == 20);
            CHECK(writer.state().sentence.find("mirabelle.sqlite") != std::string::npos);
            lesson.give_answers(writer, 10); // the children go on playing
            writer.flush();
            CHECK(writer.state().waiting == 30);
            CHECK(lesson.kept().size() == 20);
        }
        lesson.give_answers(writer, 5);
        for (int patience = 0; patience < 1000 && writer.state().waiting > 0; ++patience)
            std::this_thread::sleep_for(std::chrono::milliseconds(soon)); // nobody asks it to try again
        CHECK(writer.state().waiting == 0);
        CHECK_FALSE(writer.state().failure);
        CHECK(lesson.kept() == lesson.given);
        CHECK(lesson.announced == lesson.given);
        for (const Uuid& id : lesson.given)
            CHECK(lesson.journal.trace(id));
    }

    TEST_CASE("without a thread a full disk delays answers all the same") {
        Lesson lesson;
        InlineJournalWriter writer(lesson.journal, lesson.announce());
        writer.submit(lesson.run);
        lesson.give_answers(writer, 20);
        {
            const FullDisk full(std::filesystem::file_size(lesson.journal.file().string() + "-wal") + 2000);
            lesson.give_answers(writer, 5);
            CHECK_MESSAGE(writer.state().failure == JournalFailure::disk_full, writer.state().sentence);
            CHECK(writer.state().waiting == 5);
        }
        lesson.give_answers(writer, 1);
        CHECK(writer.state().waiting == 0);
        CHECK(lesson.kept() == lesson.given);
        CHECK(lesson.announced == lesson.given);
    }

    TEST_CASE("a backup on a full disk fails aloud and leaves the earlier ones") {
        Lesson lesson;
        lesson.journal.make_backup(monday_morning);
        InlineJournalWriter writer(lesson.journal);
        writer.submit(lesson.run);
        lesson.give_answers(writer, 50);
        {
            const FullDisk full(20'000);
            CHECK_THROWS_AS(lesson.journal.make_backup(monday_morning), JournalError);
        }
        const std::filesystem::directory_iterator backups(lesson.folder.path() / "backups");
        CHECK(std::distance(backups, std::filesystem::directory_iterator()) == 1);
        lesson.journal.make_backup(monday_morning);
    }
#endif
}
