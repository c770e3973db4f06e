#include "engine/journal/journal_inside.h"
#include "engine/journal/journal_words.h"
#include "engine/journal/trace_codec.h"

#include <limits>

namespace mirabelle {

namespace {

// Bounds how far back the index is searched for a run that still lasts.
constexpr UtcMilliseconds longest_run = 86'400'000;

RecentAttempt read_recent(const Query& row) {
    return {row.uuid(0),
            row.small(1),
            row.text(2),
            row.text(3),
            row.small(4) != 0,
            row.small(5),
            help_named(row.text(6)),
            scaffold_named(row.text(7)),
            row.integer(8)};
}

} // namespace

// Columns as they stand in the table, whose first is the running number; a later version only adds at the
// end.
Attempt read_attempt(const Query& row) {
    Attempt attempt;
    attempt.id = row.uuid(1);
    attempt.run = row.uuid(2);
    attempt.child = row.optional_uuid(3);
    attempt.skill = row.text(4);
    attempt.activity = row.text(5);
    attempt.level = row.text(6);
    attempt.question = row.small(7);
    attempt.seed = static_cast<std::uint64_t>(row.integer(8));
    attempt.item = row.text(9);
    attempt.expected = row.text(10);
    attempt.response = row.text(11);
    attempt.options = texts_of_json_array(row.text(12));
    attempt.correct = row.small(13) != 0;
    attempt.error = row.text(14);
    attempt.attempt_number = row.small(15);
    attempt.help = help_named(row.text(16));
    attempt.scaffold = scaffold_named(row.text(17));
    attempt.latency = row.integer(18);
    attempt.duration = row.integer(19);
    attempt.prompts_replayed = row.small(20);
    attempt.touches = row.small(21);
    attempt.stray_touches = row.small(22);
    attempt.predicted = row.real(23);
    attempt.mu_before = row.real(24);
    attempt.mu_after = row.real(25);
    attempt.variance_before = row.real(26);
    attempt.variance_after = row.real(27);
    attempt.weight = row.real(28);
    attempt.lane = row.small(29);
    attempt.when = row.integer(30);
    attempt.difficulty = row.is_null(31) ? std::numeric_limits<double>::quiet_NaN() : row.real(31);
    attempt.choices = row.is_null(32) ? -1 : row.small(32);
    return attempt;
}

std::vector<Child> Journal::children() const {
    return inside_->reading([this](Connection& reader) {
        std::vector<Child> children;
        Query row(reader, "SELECT id, first_name, initial, portrait, band, class_name, modes FROM child "
                          "LEFT JOIN child_access ON child_access.child = child.sequence "
                          "WHERE removed IS NULL ORDER BY sequence");
        while (row.step())
            children.push_back({row.uuid(0), inside_->vault->decrypt(row.bytes(1)).value_or(""),
                                inside_->vault->decrypt(row.bytes(2)).value_or(""), row.text(3),
                                band_named(row.text(4)).value_or(Band::MS), row.text(5),
                                access_of_words(inside_->vault->decrypt(row.bytes(6)).value_or(""))});
        return children;
    });
}

std::optional<std::string> Journal::setting(std::string_view key) const {
    return inside_->reading([&](Connection& reader) {
        Query row(reader, "SELECT value FROM setting WHERE key = ?", key);
        return row.step() ? std::optional(row.text(0)) : std::nullopt;
    });
}

std::vector<Notice> Journal::notices() const {
    return inside_->reading([](Connection& reader) {
        std::vector<Notice> notices;
        Query row(reader, "SELECT code, detail, instant FROM notice WHERE seen = 0 ORDER BY sequence");
        while (row.step())
            notices.push_back({row.text(0), row.text(1), row.integer(2)});
        return notices;
    });
}

std::vector<RecentAttempt> Journal::recent_attempts(const Uuid& child, std::string_view activity,
                                                    int limit) const {
    return inside_->reading([&](Connection& reader) {
        std::vector<RecentAttempt> recent;
        // The newest are found in the index alone; only they are then looked up.
        Query row(
            reader,
            activity.empty()
                ? "SELECT run, question, skill, level, correct, attempt_number, help, scaffold, instant FROM "
                  "attempt WHERE sequence IN (SELECT sequence FROM attempt WHERE child = ?1 AND ?2 = '' "
                  "ORDER BY sequence DESC LIMIT ?3) ORDER BY sequence DESC"
                : "SELECT run, question, skill, level, correct, attempt_number, help, scaffold, instant FROM "
                  "attempt WHERE child = ?1 AND activity = ?2 ORDER BY sequence DESC LIMIT ?3",
            child, activity, limit);
        while (row.step())
            recent.push_back(read_recent(row));
        return recent;
    });
}

std::vector<SkillEstimate> Journal::skill_estimates(const Uuid& child) const {
    return inside_->reading([&](Connection& reader) {
        std::vector<SkillEstimate> estimates;
        // In SQLite the bare columns of a max() come from the row where the maximum stands.
        Query row(reader,
                  "SELECT skill, mu_after, variance_after, instant, max(sequence) FROM attempt "
                  "WHERE child = ? AND weight > 0 AND mu_after IS NOT NULL AND variance_after IS NOT NULL "
                  "GROUP BY skill ORDER BY skill",
                  child);
        while (row.step())
            estimates.push_back({row.text(0), row.real(1), row.real(2), row.integer(3)});
        return estimates;
    });
}

std::vector<Attempt> Journal::attempts(const std::optional<Uuid>& child, UtcMilliseconds since) const {
    return inside_->reading([&](Connection& reader) {
        std::vector<Attempt> attempts;
        // Two questions, because one that asks for both would not use the index of the child.
        Query row(reader,
                  child ? "SELECT * FROM attempt WHERE child = ?1 AND instant >= ?2 ORDER BY sequence"
                        : "SELECT * FROM attempt WHERE ?1 IS NULL AND instant >= ?2 ORDER BY sequence",
                  child, since);
        while (row.step())
            attempts.push_back(read_attempt(row));
        return attempts;
    });
}

std::optional<TouchTrace> Journal::trace(const Uuid& attempt) const {
    return inside_->reading([&](Connection& reader) {
        Query row(reader,
                  "SELECT path FROM trace WHERE attempt = (SELECT sequence FROM attempt WHERE id = ?)",
                  attempt);
        return row.step() ? unpack_trace(row.bytes(0)) : std::nullopt;
    });
}

std::string Journal::content_version(const Uuid& run) const {
    return inside_->reading([&](Connection& reader) {
        Query row(reader,
                  "SELECT content_version FROM session WHERE id = (SELECT session FROM run WHERE id = ?)",
                  run);
        return row.step() ? row.text(0) : std::string();
    });
}

Milliseconds Journal::played(const Uuid& child, UtcMilliseconds from, UtcMilliseconds to) const {
    return inside_->reading([&](Connection& reader) {
        Query row(
            reader,
            "SELECT coalesce(sum(max(0, min(last, ?3) - max(started, ?2))), 0) FROM (SELECT started, "
            "coalesce(ended, (SELECT max(instant) FROM attempt WHERE attempt.run = run.id), started) AS last "
            "FROM run WHERE child = ?1 AND started > ?2 - ?4 AND started < ?3)",
            child, from, to, longest_run);
        row.step();
        return row.integer(0);
    });
}

int Journal::completed_runs(const Uuid& child, UtcMilliseconds from, UtcMilliseconds to) const {
    return inside_->reading([&](Connection& reader) {
        Query row(reader,
                  "SELECT count(*) FROM run WHERE child = ?1 AND started > ?2 - ?4 AND started < ?3 "
                  "AND ending = 'completed' AND ended >= ?2 AND ended < ?3",
                  child, from, to, longest_run);
        row.step();
        return row.small(0);
    });
}

std::optional<UtcMilliseconds> Journal::last_played(const Uuid& child) const {
    return inside_->reading([&](Connection& reader) {
        Query row(reader,
                  "SELECT max(started, coalesce(ended, started)) FROM run WHERE child = ? "
                  "ORDER BY started DESC LIMIT 1",
                  child);
        return row.step() ? std::optional(row.integer(0)) : std::nullopt;
    });
}

} // namespace mirabelle
