// One rung of an activity, as written in its levels.toml: for whom, which skill, how hard, and the activity's
// own settings, which are checked against the activity's rules when they are read.
#pragma once

#include "engine/band.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mirabelle {

struct NumberRange {
    int low = 0;
    int high = 0;
};

using SettingValue = std::variant<int, std::string, std::vector<std::string>, NumberRange>;

/// `letters` are words that name entries of letters.toml; `glyphs` name glyphs of the alphabet that the
/// level's setting `alphabet` names.
enum class SettingKind : std::uint8_t { number, word, words, letters, glyphs, range };

/// What an activity expects of one setting of its levels.
struct SettingRule {
    std::string_view key;
    SettingKind kind = SettingKind::number;
    int least = 0; ///< for numbers and ranges
    int most = 0;
    std::span<const std::string_view> allowed = {}; ///< for words; empty allows any
};

/// The settings of one level; every key that the rules name is there.
class Settings {
  public:
    explicit Settings(std::map<std::string, SettingValue, std::less<>> values = {})
        : values_(std::move(values)) {}

    int number(std::string_view key) const { return get<int>(key); }
    const std::string& word(std::string_view key) const { return get<std::string>(key); }
    std::span<const std::string> words(std::string_view key) const {
        return get<std::vector<std::string>>(key);
    }
    NumberRange range(std::string_view key) const { return get<NumberRange>(key); }

  private:
    template <typename Value>
    const Value& get(std::string_view key) const;

    std::map<std::string, SettingValue, std::less<>> values_;
};

struct Level {
    std::string id; ///< stable, e.g. "ms-2"; attempts are filed under it
    Band band = Band::MS;
    std::string skill;     ///< id of assets/skills.toml
    double difficulty = 0; ///< logits
    Settings settings;
};

} // namespace mirabelle
