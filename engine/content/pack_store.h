// The content packs of a data folder: packs/ID/, each switched on or off, with whatever is wrong with it.
#pragma once

#include "engine/content/pack.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mirabelle {

enum class PackState : std::uint8_t { on, off };

struct StoredPack {
    PackInfo info;
    PackState state = PackState::on;
    PackAdditions additions;
    std::string problem; ///< why it is left out, with file, line and remedy; empty where it is sound
};

class PackStore {
  public:
    /// `folder` is packs/ of the data folder, which need not exist. Both others outlive it.
    PackStore(std::filesystem::path folder, std::filesystem::path bundle,
              std::span<const Activity> activities);

    /// Every pack there is, by id; looks into each. Never throws for what is in them.
    std::vector<StoredPack> packs() const;
    /// The packs that are on and sound, for load_content().
    std::vector<PackInfo> usable() const;
    /// The bundle with these packs, which `used` then names; nothing where there is none.
    std::optional<Content> load(std::vector<PackInfo>& used) const;
    /// Takes in `source`, a folder or a .zip, after checking it as a whole; an older version of the same pack
    /// is replaced and only then gone. Throws ContentError; then everything is as before.
    StoredPack take_in(const std::filesystem::path& source);
    void set(const std::string& id, PackState state);
    void remove(const std::string& id);

    const std::filesystem::path& folder() const { return folder_; }

  private:
    std::filesystem::path switch_of(const std::string& id) const;
    std::vector<std::filesystem::path> folders() const; ///< of packs, by name
    StoredPack looked_at(const std::filesystem::path& folder) const;

    std::filesystem::path folder_, bundle_;
    std::span<const Activity> activities_;
};

/// The bundle with every usable pack of `store`; packs that do not go together with those before them are
/// left out.
Content load_with_packs(const std::filesystem::path& bundle, std::span<const Activity> activities,
                        const PackStore& store);

} // namespace mirabelle
