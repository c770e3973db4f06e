#include "engine/journal/journal_inside.h"
#include "engine/journal/journal_words.h"
#include "engine/journal/trace_codec.h"

namespace mirabelle {

namespace {

constexpr UtcMilliseconds ten_years = 3653LL * 86'400'000; // no device of today is still in use by then

// The last session, not the newest instant of all: one session under a wrong clock must not cast doubt for
// years.
ClockCheck check_clock(Connection& connection, UtcMilliseconds when, UtcMilliseconds release) {
    if (when < release)
        return ClockCheck::before_release;
    if (when > release + ten_years)
        return ClockCheck::far_future;
    Query last(connection, "SELECT coalesce(ended, started) FROM session WHERE clock_check <> 'far_future' "
                           "ORDER BY sequence DESC LIMIT 1");
    return last.step() && when < last.integer(0) ? ClockCheck::behind_last_session : ClockCheck::plausible;
}

int insert_attempt(Connection& connection, const Attempt& attempt) {
    return Query(
               connection,
               "INSERT INTO attempt(id, run, child, skill, activity, level, question, seed, item, expected, "
               "response, options, correct, error, attempt_number, help, scaffold, latency, duration, "
               "prompts_replayed, touches, stray_touches, predicted, mu_before, mu_after, variance_before, "
               "variance_after, weight, lane, instant, difficulty, choices) "
               "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
               "?, ?, ?, "
               "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING",
               attempt.id, attempt.run, attempt.child, attempt.skill, attempt.activity, attempt.level,
               attempt.question, attempt.seed, attempt.item, attempt.expected, attempt.response,
               json_array(attempt.options), attempt.correct, attempt.error, attempt.attempt_number,
               word_of(attempt.help), word_of(attempt.scaffold), attempt.latency, attempt.duration,
               attempt.prompts_replayed, attempt.touches, attempt.stray_touches, attempt.predicted,
               attempt.mu_before, attempt.mu_after, attempt.variance_before, attempt.variance_after,
               attempt.weight, attempt.lane, attempt.when, attempt.difficulty, attempt.choices)
        .run();
}

// Names that nobody can read now may be read again when the key is found: they are not overwritten with
// nothing.
std::vector<std::uint8_t> sealed_anew(const IdentityVault& vault, const std::string& name,
                                      std::span<const std::uint8_t> kept) {
    if (name.empty() && !vault.decrypt(kept))
        return {kept.begin(), kept.end()};
    return vault.encrypt(name);
}

// The same holds for how the child plays: the usual is what is read without the key.
void write_access(Connection& connection, const IdentityVault& vault, const Child& child) {
    const std::string words = words_of(child.access);
    if (!words.empty()) {
        Query(connection,
              "INSERT INTO child_access SELECT sequence, ?2 FROM child WHERE id = ?1 "
              "ON CONFLICT DO UPDATE SET modes = excluded.modes",
              child.id, vault.encrypt(words))
            .run();
        return;
    }
    {
        Query kept(connection,
                   "SELECT modes FROM child_access WHERE child = (SELECT sequence FROM child WHERE id = ?)",
                   child.id);
        if (!kept.step() || !vault.decrypt(kept.bytes(0)))
            return;
    }
    Query(connection, "DELETE FROM child_access WHERE child = (SELECT sequence FROM child WHERE id = ?)",
          child.id)
        .run();
}

} // namespace

Session Journal::begin_session(std::string_view content_version, SessionMode mode, UtcMilliseconds when) {
    return inside_->writing([&](Connection& writer) {
        Session session{Uuid::make(inside_->options.random),
                        inside_->device,
                        inside_->options.app_version,
                        std::string(content_version),
                        mode,
                        when,
                        check_clock(writer, when, inside_->options.release)};
        SQLite::Transaction transaction(writer.database);
        Query(writer,
              "INSERT INTO session(id, device, app_version, content_version, mode, started, clock_check) "
              "VALUES(?, ?, ?, ?, ?, ?, ?)",
              session.id, session.device, session.app_version, session.content_version, word_of(mode), when,
              word_of(session.clock_check))
            .run();
        if (session.clock_check != ClockCheck::plausible)
            insert_notice(
                writer, {"clock_" + std::string(word_of(session.clock_check)), readable_instant(when), when});
        transaction.commit();
        return session;
    });
}

void Journal::end_session(const Uuid& session, UtcMilliseconds when) {
    inside_->writing([&](Connection& writer) {
        Query(writer, "UPDATE session SET ended = ? WHERE id = ? AND ended IS NULL", when, session).run();
    });
}

void Journal::begin_run(const Run& run) {
    inside_->writing([&](Connection& writer) {
        Query(writer,
              "INSERT INTO run(id, session, child, activity, level, seed, lane, started) "
              "VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING",
              run.id, run.session, run.child, run.activity, run.level, run.seed, run.lane, run.start)
            .run();
    });
}

void Journal::end_run(const Uuid& run, RunEnding ending, UtcMilliseconds when) {
    inside_->writing([&](Connection& writer) {
        Query(writer, "UPDATE run SET ending = ?, ended = ? WHERE id = ? AND ending IS NULL", word_of(ending),
              when, run)
            .run();
    });
}

void Journal::add(const Attempt& attempt, const std::optional<TouchTrace>& trace) {
    inside_->writing([&](Connection& writer) {
        SQLite::Transaction transaction(writer.database, SQLite::TransactionBehavior::IMMEDIATE);
        if (insert_attempt(writer, attempt) > 0 && trace)
            Query(writer, "INSERT INTO trace VALUES(?, ?)", writer.database.getLastInsertRowid(),
                  pack_trace(*trace))
                .run();
        transaction.commit();
    });
}

void Journal::add_child(const Child& child) {
    inside_->writing([&](Connection& writer) {
        SQLite::Transaction transaction(writer.database, SQLite::TransactionBehavior::IMMEDIATE);
        Query(
            writer,
            "INSERT INTO child(id, first_name, initial, portrait, class_name, band) VALUES(?, ?, ?, ?, ?, ?)",
            child.id, inside_->vault->encrypt(child.first_name), inside_->vault->encrypt(child.initial),
            child.portrait, child.class_name, name_of(child.band))
            .run();
        write_access(writer, *inside_->vault, child);
        transaction.commit();
    });
}

void Journal::update_child(const Child& child) {
    inside_->writing([&](Connection& writer) {
        SQLite::Transaction transaction(writer.database, SQLite::TransactionBehavior::IMMEDIATE);
        std::vector<std::uint8_t> first_name;
        std::vector<std::uint8_t> initial;
        {
            Query kept(writer, "SELECT first_name, initial FROM child WHERE id = ?", child.id);
            if (!kept.step())
                return;
            first_name = sealed_anew(*inside_->vault, child.first_name, kept.bytes(0));
            initial = sealed_anew(*inside_->vault, child.initial, kept.bytes(1));
        }
        Query(writer,
              "UPDATE child SET first_name = ?, initial = ?, portrait = ?, class_name = ?, band = ?, "
              "revision = revision + 1 WHERE id = ?",
              first_name, initial, child.portrait, child.class_name, name_of(child.band), child.id)
            .run();
        write_access(writer, *inside_->vault, child);
        transaction.commit();
    });
}

void Journal::remove_child(const Uuid& child, UtcMilliseconds when) {
    inside_->writing([&](Connection& writer) {
        Query(writer, "UPDATE child SET removed = ? WHERE id = ? AND removed IS NULL", when, child).run();
    });
}

void Journal::restore_child(const Uuid& child) {
    inside_->writing([&](Connection& writer) {
        Query(writer, "UPDATE child SET removed = NULL WHERE id = ?", child).run();
    });
}

void Journal::set_setting(std::string_view key, std::string_view value) {
    inside_->writing([&](Connection& writer) {
        Query(writer,
              "INSERT INTO setting(key, value) VALUES(?, ?) "
              "ON CONFLICT DO UPDATE SET value = excluded.value, revision = revision + 1",
              key, value)
            .run();
    });
}

void Journal::add_notice(const Notice& notice) {
    inside_->writing([&](Connection& writer) { insert_notice(writer, notice); });
}

void Journal::mark_notices_seen() {
    inside_->writing(
        [](Connection& writer) { Query(writer, "UPDATE notice SET seen = 1 WHERE seen = 0").run(); });
}

} // namespace mirabelle
