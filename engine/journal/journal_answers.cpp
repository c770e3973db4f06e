#include "engine/journal/journal_inside.h"
#include "engine/journal/journal_words.h"

#include <sqlite3.h>

#include <limits>
#include <memory>

namespace mirabelle {

namespace {

// Read from the index alone: a row of the table is only looked up where an earlier version wrote no number of
// choices, and where nothing was expected. Both expressions leave out what they do not need.
constexpr const char* first_answers_sql =
    "SELECT skill, activity, correct, help, scaffold, latency, instant, difficulty, "
    "CASE WHEN choices >= 0 THEN choices ELSE json_array_length(options) END, "
    "CASE WHEN expected <> '' THEN 1 ELSE options = '[]' END "
    "FROM attempt INDEXED BY first_attempt WHERE child = ? AND attempt_number = 1 ORDER BY sequence";

/// Tens of thousands of rows are read before a page is there: Query would take half as long again.
class FastRows {
  public:
    FastRows(SQLite::Database& database, const Uuid& child) : database_(database.getHandle()) {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database_, first_answers_sql, -1, &statement, nullptr));
        statement_.reset(statement);
        const std::string_view id = child.text();
        check(sqlite3_bind_text(statement, 1, id.data(), static_cast<int>(id.size()), SQLITE_TRANSIENT));
    }
    bool step() {
        const int result = sqlite3_step(statement_.get());
        if (result != SQLITE_DONE && result != SQLITE_ROW)
            check(result);
        return result == SQLITE_ROW;
    }
    std::string_view text(int column) const {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
    }
    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    double real(int column) const {
        return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL
                   ? std::numeric_limits<double>::quiet_NaN()
                   : sqlite3_column_double(statement_.get(), column);
    }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    void check(int result) const {
        if (result != SQLITE_OK)
            throw SQLite::Exception(database_, result);
    }

    sqlite3* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

} // namespace

std::int64_t Journal::newest_first_answer(const Uuid& child) const {
    return inside_->reading([&](Connection& reader) {
        Query row(reader,
                  "SELECT coalesce(max(sequence), 0) FROM attempt INDEXED BY first_attempt "
                  "WHERE child = ? AND attempt_number = 1",
                  child);
        row.step();
        return row.integer(0);
    });
}

std::vector<FirstAnswer> Journal::first_answers(const Uuid& child) const {
    return inside_->reading([&](Connection& reader) {
        std::vector<FirstAnswer> answers;
        for (FastRows row(reader.database, child); row.step();) {
            FirstAnswer& answer = answers.emplace_back();
            answer.skill = row.text(0);
            answer.activity = row.text(1);
            answer.correct = row.integer(2) != 0;
            answer.help = help_named(row.text(3));
            answer.scaffold = scaffold_named(row.text(4));
            answer.latency = row.integer(5);
            answer.when = row.integer(6);
            answer.difficulty = row.real(7);
            answer.choices = static_cast<int>(row.integer(8));
            answer.scored = row.integer(9) != 0;
        }
        return answers;
    });
}

} // namespace mirabelle
