// Every word of the teacher's panel, from a data file: French first, English as the second language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace mirabelle {

enum class Language : std::uint8_t { french, english };

class Words {
  public:
    /// Reads assets/panel_fr.toml or panel_en.toml of the bundle. Throws ContentError (file, line, remedy).
    Words(const std::filesystem::path& bundle, Language language);

    /// The words of "page.name"; the key itself when there are none, so that a gap is seen at once.
    const char* operator()(std::string_view key) const;
    /// The same with every {name} replaced.
    std::string with(std::string_view key,
                     std::initializer_list<std::pair<std::string_view, std::string>> values) const;
    bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }
    const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

  private:
    mutable std::map<std::string, std::string, std::less<>> missing_; ///< keeps their text alive
    std::map<std::string, std::string, std::less<>> texts_;
};

} // namespace mirabelle
