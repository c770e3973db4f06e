// Keeps the children's names unreadable without the device key, a file that lives outside the database.
#pragma once

#include "engine/journal/key_file.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

/// XSalsa20-Poly1305 (libsodium's secretbox) with a random 256-bit key.
class IdentityVault {
  public:
    static IdentityVault with_new_key();
    /// Nothing when there is no such file or when it is not a key.
    static std::optional<IdentityVault> load(const std::filesystem::path& file);
    /// Readable by its owner only. Throws std::filesystem::filesystem_error when it cannot be written.
    void save(const std::filesystem::path& file) const;

    std::vector<std::uint8_t> encrypt(std::string_view name) const;
    /// Nothing when it was encrypted with another key, or was changed since.
    std::optional<std::string> decrypt(std::span<const std::uint8_t> sealed) const;

  private:
    explicit IdentityVault(const SecretKey& key) : key_(key) {}
    SecretKey key_;
};

} // namespace mirabelle
