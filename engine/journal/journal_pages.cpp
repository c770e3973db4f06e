#include "engine/journal/journal_pages.h"

#include "engine/journal/journal_inside.h"
#include "engine/journal/journal_words.h"

namespace mirabelle {

namespace {

PlayedRun read_run(const Query& row) {
    PlayedRun played;
    played.run = {row.uuid(0),  row.uuid(1),   row.optional_uuid(2),
                  row.text(3),  row.text(4),   static_cast<std::uint64_t>(row.integer(5)),
                  row.small(6), row.integer(7)};
    if (!row.is_null(8))
        played.ending = ending_named(row.text(8));
    played.end = row.integer(9);
    played.session = {row.uuid(1),
                      row.text(10),
                      row.text(11),
                      row.text(12),
                      mode_named(row.text(13)),
                      row.integer(14),
                      clock_check_named(row.text(15))};
    return played;
}

} // namespace

JournalExtent JournalPages::extent() const {
    return inside_.reading([](Connection& reader) {
        Query row(reader, "SELECT coalesce((SELECT max(sequence) FROM attempt), 0), "
                          "coalesce((SELECT max(sequence) FROM run), 0)");
        row.step();
        return JournalExtent{row.integer(0), row.integer(1)};
    });
}

std::vector<Attempt> JournalPages::attempts(std::int64_t after, std::int64_t last,
                                            UtcMilliseconds since) const {
    return inside_.reading([&](Connection& reader) {
        std::vector<Attempt> attempts;
        Query row(reader,
                  "SELECT * FROM attempt WHERE sequence > ? AND sequence <= ? AND instant >= ? "
                  "ORDER BY sequence",
                  after, last, since);
        while (row.step())
            attempts.push_back(read_attempt(row));
        return attempts;
    });
}

std::vector<PlayedRun> JournalPages::runs(std::int64_t after, std::int64_t last,
                                          UtcMilliseconds since) const {
    return inside_.reading([&](Connection& reader) {
        std::vector<PlayedRun> runs;
        Query row(reader,
                  "SELECT run.id, run.session, child, activity, level, seed, lane, run.started, ending, "
                  "run.ended, device, app_version, content_version, mode, session.started, clock_check "
                  "FROM run JOIN session ON session.id = run.session "
                  "WHERE run.sequence > ?1 AND run.sequence <= ?2 AND coalesce(run.ended, run.started) >= ?3 "
                  "ORDER BY run.sequence",
                  after, last, since);
        while (row.step())
            runs.push_back(read_run(row));
        return runs;
    });
}

std::optional<PlayedRun> JournalPages::run(const Uuid& run) const {
    return inside_.reading([&](Connection& reader) {
        Query row(reader,
                  "SELECT run.id, run.session, child, activity, level, seed, lane, run.started, ending, "
                  "run.ended, device, app_version, content_version, mode, session.started, clock_check "
                  "FROM run JOIN session ON session.id = run.session WHERE run.id = ?",
                  run);
        return row.step() ? std::optional(read_run(row)) : std::nullopt;
    });
}

std::vector<Tombstone> JournalPages::tombstones() const {
    return inside_.reading([](Connection& reader) {
        std::vector<Tombstone> tombstones;
        Query row(reader, "SELECT id, pseudonym, instant FROM tombstone ORDER BY sequence");
        while (row.step())
            tombstones.push_back({row.uuid(0), row.text(1), row.integer(2)});
        return tombstones;
    });
}

std::vector<FrozenInstant> JournalPages::frozen_instants() const {
    return inside_.reading([](Connection& reader) {
        std::vector<FrozenInstant> frozen;
        Query row(reader, "SELECT record, instant FROM frozen_instant");
        while (row.step())
            frozen.push_back({row.uuid(0), row.integer(1)});
        return frozen;
    });
}

void JournalPages::freeze(std::span<const FrozenInstant> instants) {
    inside_.writing([&](Connection& writer) {
        SQLite::Transaction transaction(writer.database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const FrozenInstant& frozen : instants)
            Query(writer, "INSERT INTO frozen_instant VALUES(?, ?) ON CONFLICT DO NOTHING", frozen.record,
                  frozen.when)
                .run();
        transaction.commit();
    });
}

Pseudonyms JournalPages::pseudonyms() {
    return inside_.writing([this](Connection& writer) { return inside_.pseudonyms(writer); });
}

} // namespace mirabelle
