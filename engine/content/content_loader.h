// Reads and validates the bundle into Content; kept apart so that Content itself stays small to read.
#pragma once

#include "engine/activity.h"
#include "engine/content/pack.h"
#include "engine/content/toml_file.h"

#include <filesystem>
#include <span>

namespace mirabelle {

class ContentLoader {
  public:
    explicit ContentLoader(std::filesystem::path bundle);

    /// Throws ContentError.
    Content load(std::span<const Activity> activities, std::span<const PackInfo> packs = {});
    /// What the packs have added.
    const PackAdditions& added() const { return added_; }

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
    void hear_words_in_the_south(); ///< once all words are there
    void read_objects();
    void read_portraits();
    void read_glyphs();
    bool is_glyph(Alphabet alphabet, const std::string& id) const;
    void read_levels(const Activity& activity);
    void read_pack(const PackInfo& pack); ///< all but its levels
    void read_pack_pictures(const PackInfo& pack);
    void read_pack_voices(const PackInfo& pack);
    void read_pack_skills(const PackInfo& pack);
    void read_pack_words(const PackInfo& pack);
    void read_pack_levels(const PackInfo& pack, std::span<const Activity> activities);
    void read_pack_difficulties(const PackInfo& pack);
    Skill read_skill(const TomlTable& table) const;
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
    std::string own_skills_; ///< id of the pack whose levels are read: its own skills go first
    PackAdditions added_;
};

} // namespace mirabelle
