#include "engine/journal/journal_inside.h"

#include <fmt/format.h>

#include <system_error>

namespace mirabelle {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view key_name = "pseudonym.key";

// Under another name first: half a key would give every child a second pseudonym.
SecretKey make_key(const fs::path& file) {
    const fs::path unfinished = fs::path(file) += ".unfinished";
    const SecretKey key = new_key();
    save_key(key, unfinished);
    make_durable(unfinished);
    fs::rename(unfinished, file);
    make_durable(file);
    return key;
}

SecretKey key_in(const fs::path& file) {
    try {
        if (const std::optional<SecretKey> key = load_key(file))
            return *key;
        if (fs::exists(file))
            throw JournalError(
                JournalFailure::other,
                fmt::format(
                    "{}: this is not a key of pseudonyms; put the right file back, or remove it: then "
                    "the children get new pseudonyms",
                    file.string()));
        return make_key(file);
    } catch (const fs::filesystem_error& failure) {
        throw JournalError(
            JournalFailure::cannot_create,
            fmt::format("{}: the key of the pseudonyms cannot be made ({}); allow writing there",
                        file.string(), failure.code().message()));
    }
}

} // namespace

Pseudonyms Journal::Inside::pseudonyms(Connection& connection) {
    const SecretKey key = key_in(options.device_key.parent_path() / key_name);
    Query(connection, "INSERT INTO setting(key, value) VALUES('school_id', ?) ON CONFLICT DO NOTHING",
          Uuid::make(options.random))
        .run();
    Query school(connection, "SELECT value FROM setting WHERE key = 'school_id'");
    school.step();
    return Pseudonyms(key, school.text(0));
}

} // namespace mirabelle
