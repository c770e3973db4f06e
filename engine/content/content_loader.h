// Reads and validates the bundle into Content; kept apart so that Content itself stays small to read.
#pragma once

#include "engine/activity.h"
#include "engine/content/toml_file.h"

#include <filesystem>
#include <span>

namespace mirabelle {

class ContentLoader {
  public:
    explicit ContentLoader(std::filesystem::path bundle);

    Content load(std::span<const Activity> activities); ///< throws ContentError

  private:
    TomlTable open(std::string_view name) const; ///< content/<name>

    void read_pictures();
    void add_picture(const std::filesystem::path& file);
    void read_voices();
    void read_bands();
    void read_skills();
    void read_errors();
    void read_letters();
    void read_words();
    void read_objects();
    void read_portraits();
    void read_glyphs();
    bool is_glyph(Alphabet alphabet, const std::string& id) const;
    void read_levels(const Activity& activity);
    Level read_level(const TomlTable& table, const Activity& activity) const;
    void check_reference(const TomlTable& table, const SettingRule& rule, const std::string& word) const;
    SettingValue read_setting(const TomlTable& table, const SettingRule& rule) const;
    bool is_letter(const std::string& id) const;
    PictureId known_picture(const TomlTable& table, std::string_view key) const;
    Band read_band(const TomlTable& table) const;
    /// Folds a file's bytes into the content version.
    void count_into_version(const std::filesystem::path& file);

    std::filesystem::path bundle_;
    Content content_;
    std::uint64_t version_hash_;
};

} // namespace mirabelle
