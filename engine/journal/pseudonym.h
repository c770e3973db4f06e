// The names under which children travel: the same child has the same one all school year, and nobody without
// the school's key can tell whose it is.
#pragma once

#include "engine/journal/key_file.h"
#include "engine/records.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace mirabelle {

/// The year in which the school year of `when` began; it turns on 1 August.
int school_year(UtcMilliseconds when);

/// base32(HMAC-SHA256(key, "v1|year|school|pupil")), its first 26 letters.
std::string pseudonym_of(const SecretKey& key, int year, std::string_view school, std::string_view pupil);

/// All pseudonyms of one school. The key never leaves the device.
class Pseudonyms {
  public:
    Pseudonyms(const SecretKey& key, std::string school) : key_(key), school_(std::move(school)) {}

    /// Without a child it is the class as a whole, in the year of `when`. Valid as long as this lives.
    const std::string& of(const std::optional<Uuid>& child, UtcMilliseconds when);
    const std::string& school() const { return school_; }

  private:
    SecretKey key_;
    std::string school_;
    std::map<std::pair<int, std::optional<Uuid>>, std::string> known_; ///< by year and child
};

} // namespace mirabelle
