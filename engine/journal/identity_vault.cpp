#include "engine/journal/identity_vault.h"

#include <sodium.h>

namespace mirabelle {

namespace {

static_assert(std::tuple_size_v<SecretKey> == crypto_secretbox_KEYBYTES);

// A short name among sealed ones must not be told by its length.
constexpr std::size_t padding = 32;

} // namespace

IdentityVault IdentityVault::with_new_key() { return IdentityVault(new_key()); }

std::optional<IdentityVault> IdentityVault::load(const std::filesystem::path& file) {
    const std::optional<SecretKey> key = load_key(file);
    return key ? std::optional(IdentityVault(*key)) : std::nullopt;
}

void IdentityVault::save(const std::filesystem::path& file) const { save_key(key_, file); }

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
