#include "engine/journal/key_file.h"

#include "engine/ensure.h"

#include <sodium.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

namespace mirabelle {

SecretKey new_key() {
    ENSURE(sodium_init() >= 0);
    SecretKey key;
    randombytes_buf(key.data(), key.size());
    return key;
}

std::optional<SecretKey> load_key(const std::filesystem::path& file) {
    ENSURE(sodium_init() >= 0);
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    SecretKey key;
    if (bytes.size() != key.size())
        return std::nullopt;
    std::transform(bytes.begin(), bytes.end(), key.begin(),
                   [](char byte) { return static_cast<std::uint8_t>(byte); });
    return key;
}

void save_key(const SecretKey& key, const std::filesystem::path& file) {
    const std::string bytes(key.begin(), key.end());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    // Closed to others before the key is in it, not after.
    if (out)
        std::filesystem::permissions(file, std::filesystem::perms::owner_read |
                                               std::filesystem::perms::owner_write);
    out << bytes << std::flush;
    if (!out)
        throw std::filesystem::filesystem_error("cannot write the key", file,
                                                std::make_error_code(std::errc::io_error));
}

} // namespace mirabelle
