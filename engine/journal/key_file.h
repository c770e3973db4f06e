// Random 256-bit keys that are kept in files of their own, outside the database.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace mirabelle {

using SecretKey = std::array<std::uint8_t, 32>;

/// From the system's own source of chance, never from the seeded one.
SecretKey new_key();
/// Nothing when there is no such file or when it is not a key.
std::optional<SecretKey> load_key(const std::filesystem::path& file);
/// Readable by its owner only. Throws std::filesystem::filesystem_error when it cannot be written.
void save_key(const SecretKey& key, const std::filesystem::path& file);

} // namespace mirabelle
