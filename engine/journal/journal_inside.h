// What a Journal holds: the lock, one connection to write and one to read, and the key of the names.
#pragma once

#include "engine/journal/identity_vault.h"
#include "engine/journal/journal.h"
#include "engine/journal/journal_connection.h"
#include "engine/journal/pseudonym.h"

#include <memory>
#include <mutex>
#include <string>

namespace mirabelle {

struct Journal::Inside {
    std::filesystem::path folder;
    std::filesystem::path file;
    JournalOptions options;
    std::string device;               ///< pseudonym
    std::unique_ptr<Connection> lock; ///< first in, last out
    std::unique_ptr<Connection> writer;
    std::unique_ptr<Connection> reader;
    std::unique_ptr<IdentityVault> vault;
    std::mutex backups; ///< held while copies of the journal are made or removed

    /// Makes the school's key and its id the first time.
    Pseudonyms pseudonyms(Connection& connection);

    template <typename Work>
    auto writing(Work work) const {
        return guarded(*writer, work);
    }
    template <typename Work>
    auto reading(Work work) const {
        return guarded(*reader, work);
    }

  private:
    template <typename Work>
    auto guarded(Connection& connection, Work work) const {
        const std::lock_guard<std::mutex> held(connection.mutex);
        try {
            return work(connection);
        } catch (const SQLite::Exception& error) {
            throw explained(error, connection.database.getHandle(), file);
        }
    }
};

/// A row of `SELECT * FROM attempt`.
Attempt read_attempt(const Query& row);

/// Written unless nobody has seen the last one that said the same. For use inside a transaction.
void insert_notice(Connection& connection, const Notice& notice);

} // namespace mirabelle
