// Content packs under a finger: what has been added, what it adds, on or off, and taking in another one.
#pragma once

#include "engine/content/pack_store.h"
#include "teacher/panel/desk.h"

#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

class PacksView {
  public:
    /// `desk` outlives it. Looks into every pack.
    explicit PacksView(Desk& desk);

    void draw(const Look& look);
    bool closed() const { return closed_; }

  private:
    void draw_packs(const Look& look, float width);
    void draw_files(const Look& look, float width);
    void take_in(const std::filesystem::path& file);
    std::string sentence_for(const PackAdditions& adds) const;
    /// What a full or read-only disk refuses is told here; the list shows what is.
    template <typename Change>
    void change(Change what);

    Desk& desk_;
    PackStore store_;
    std::vector<StoredPack> packs_;
    std::vector<std::filesystem::path> files_;
    std::string told_;   ///< of what was done last
    std::string detail_; ///< for whoever made a pack that was refused
    bool changed_ = false, closed_ = false;
};

} // namespace mirabelle
