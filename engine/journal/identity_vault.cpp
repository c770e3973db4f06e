#include "engine/journal/identity_vault.h"

#include "engine/ensure.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace mirabelle {

namespace {

static_assert(IdentityVault::key_size == crypto_secretbox_KEYBYTES);

// A short name among sealed ones must not be told by its length.
constexpr std::size_t padding = 32;

} // namespace

IdentityVault IdentityVault::with_new_key() {
    ENSURE(sodium_init() >= 0);
    Key key;
    crypto_secretbox_keygen(key.data());
    return IdentityVault(key);
}

std::optional<IdentityVault> IdentityVault::load(const std::filesystem::path& file) {
    ENSURE(sodium_init() >= 0);
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (bytes.size() != key_size)
        return std::nullopt;
    Key key;
    std::transform(bytes.begin(), bytes.end(), key.begin(),
                   [](char byte) { return static_cast<std::uint8_t>(byte); });
    return IdentityVault(key);
}

void IdentityVault::save(const std::filesystem::path& file) const {
    const std::string bytes(key_.begin(), key_.end());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    // Closed to others before the key is in it, not after.
    if (out)
        std::filesystem::permissions(file, std::filesystem::perms::owner_read |
                                               std::filesystem::perms::owner_write);
    out << bytes << std::flush;
    if (!out)
        throw std::filesystem::filesystem_error("cannot write the device key", file,
                                                std::make_error_code(std::errc::io_error));
}

std::vector<std::uint8_t> IdentityVault::encrypt(std::string_view name) const {
    std::vector<std::uint8_t> padded(name.begin(), name.end());
    padded.push_back(0x80); // ISO/IEC 7816-4, which sodium_unpad reads
    padded.resize((padded.size() + padding - 1) / padding * padding, 0);
    std::vector<std::uint8_t> sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + padded.size());
    randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(sealed.data() + crypto_secretbox_NONCEBYTES, padded.data(), padded.size(),
                          sealed.data(), key_.data());
    return sealed;
}

std::optional<std::string> IdentityVault::decrypt(std::span<const std::uint8_t> sealed) const {
    if (sealed.size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
        return std::nullopt;
    const std::span<const std::uint8_t> locked = sealed.subspan(crypto_secretbox_NONCEBYTES);
    std::vector<std::uint8_t> padded(locked.size() - crypto_secretbox_MACBYTES);
    std::size_t length = 0;
    if (crypto_secretbox_open_easy(padded.data(), locked.data(), locked.size(), sealed.data(), key_.data()) !=
            0 ||
        sodium_unpad(&length, padded.data(), padded.size(), padding) != 0)
        return std::nullopt;
    return std::string(padded.begin(), padded.begin() + static_cast<std::ptrdiff_t>(length));
}

} // namespace mirabelle
