#include "engine/journal/pseudonym.h"

#include "engine/civil_time.h"
#include "engine/ensure.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <span>

namespace mirabelle {

namespace {

constexpr std::size_t pseudonym_length = 26; // 130 bits: no two children of a country meet
constexpr int first_month = 8;

static_assert(std::tuple_size_v<SecretKey> == crypto_auth_hmacsha256_KEYBYTES);

// The alphabet of RFC 4648; as many letters as were asked for, five bits each.
std::string base32(std::span<const std::uint8_t> bytes, std::size_t length) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    ENSURE(length * 5 <= bytes.size() * 8);
    std::string text;
    std::uint32_t waiting = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes)
        for (waiting = (waiting << 8 | byte) & 0xFFF, bits += 8; bits >= 5 && text.size() < length; bits -= 5)
            text += letters[waiting >> (bits - 5) & 31];
    return text;
}

} // namespace

int school_year(UtcMilliseconds when) {
    const CivilTime time = civil_time(when);
    return static_cast<int>(time.year - (time.month < first_month ? 1 : 0));
}

std::string pseudonym_of(const SecretKey& key, int year, std::string_view school, std::string_view pupil) {
    ENSURE(sodium_init() >= 0);
    const std::string message = fmt::format("v1|{}|{}|{}", year, school, pupil);
    std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> code;
    crypto_auth_hmacsha256(code.data(), reinterpret_cast<const unsigned char*>(message.data()),
                           message.size(), key.data());
    return base32(code, pseudonym_length);
}

const std::string& Pseudonyms::of(const std::optional<Uuid>& child, UtcMilliseconds when) {
    const int year = school_year(when);
    std::string& known = known_[{year, child}];
    if (known.empty())
        known = pseudonym_of(key_, year, school_, child ? child->text() : "class");
    return known;
}

} // namespace mirabelle
