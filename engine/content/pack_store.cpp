#include "engine/content/pack_store.h"

#include "engine/content/content_error.h"
#include "engine/content/pack_archive.h"

#include <algorithm>
#include <fstream>

namespace mirabelle {

namespace {

constexpr std::string_view arriving = ".arriving";
constexpr std::string_view leaving = ".leaving";

/// Whoever reads it knows the pack by the name it came with, not where it was looked at.
ContentError in_words_of(const ContentError& error, const std::filesystem::path& looked_at,
                         const std::filesystem::path& source) {
    std::string sentence = error.what();
    if (const std::size_t at = sentence.find(looked_at.string()); at != std::string::npos)
        sentence.replace(at, looked_at.string().size(), source.string());
    return ContentError(sentence);
}

} // namespace

PackStore::PackStore(std::filesystem::path folder, std::filesystem::path bundle,
                     std::span<const Activity> activities)
    : folder_(std::move(folder)), bundle_(std::move(bundle)), activities_(activities) {}

std::filesystem::path PackStore::switch_of(const std::string& id) const { return folder_ / (id + ".off"); }

StoredPack PackStore::looked_at(const std::filesystem::path& folder) const {
    StoredPack pack;
    pack.info.id = folder.filename().string();
    pack.info.title = pack.info.id;
    pack.info.folder = folder;
    if (std::filesystem::exists(switch_of(pack.info.id)))
        pack.state = PackState::off;
    try {
        pack.info = read_pack_info(folder);
        if (pack.info.id != folder.filename())
            throw ContentError(folder, 0, "the pack '" + pack.info.id + "' lies in a folder of another name",
                               "rename the folder, or take the pack in again");
        pack.additions = additions_of(bundle_, activities_, pack.info);
        if (pack.additions.empty())
            throw ContentError(folder, 0, "the pack adds nothing",
                               "add words.csv, pictures/, voices/, skills.toml or levels/");
    } catch (const ContentError& error) {
        pack.problem = error.what();
    }
    return pack;
}

std::vector<StoredPack> PackStore::packs() const {
    std::vector<StoredPack> all;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error))
        if (entry.is_directory() && !entry.path().filename().string().starts_with('.'))
            all.push_back(looked_at(entry.path()));
    std::sort(all.begin(), all.end(),
              [](const StoredPack& a, const StoredPack& b) { return a.info.id < b.info.id; });
    return all;
}

std::vector<PackInfo> PackStore::usable() const {
    std::vector<PackInfo> usable;
    for (const StoredPack& pack : packs()) {
        if (pack.state == PackState::off || !pack.problem.empty())
            continue;
        usable.push_back(pack.info);
        // Sound alone, it may still say what another one says.
        try {
            static_cast<void>(load_content(bundle_, activities_, usable));
        } catch (const ContentError&) {
            usable.pop_back();
        }
    }
    return usable;
}

StoredPack PackStore::take_in(const std::filesystem::path& source) {
    const auto fresh = folder_ / arriving;
    std::filesystem::remove_all(fresh);
    unpack(source, fresh);
    try {
        StoredPack pack;
        pack.info = read_pack_info(fresh);
        pack.additions = additions_of(bundle_, activities_, pack.info);
        if (pack.additions.empty())
            throw ContentError(source, 0, "the pack adds nothing",
                               "add words.csv, pictures/, voices/, skills.toml or levels/");
        const auto home = folder_ / pack.info.id;
        const auto old = folder_ / leaving;
        std::filesystem::remove_all(old);
        if (std::filesystem::exists(home))
            std::filesystem::rename(home, old);
        std::filesystem::rename(fresh, home);
        std::filesystem::remove_all(old);
        pack.info.folder = home;
        set(pack.info.id, PackState::on);
        return pack;
    } catch (const ContentError& error) {
        std::error_code ignored;
        std::filesystem::remove_all(fresh, ignored);
        throw in_words_of(error, fresh, source);
    }
}

void PackStore::set(const std::string& id, PackState state) {
    if (state == PackState::off)
        std::ofstream(switch_of(id)).flush();
    else
        std::filesystem::remove(switch_of(id));
}

void PackStore::remove(const std::string& id) {
    std::filesystem::remove_all(folder_ / id);
    std::filesystem::remove(switch_of(id));
}

Content load_with_packs(const std::filesystem::path& bundle, std::span<const Activity> activities,
                        const PackStore& store) {
    const std::vector<PackInfo> packs = store.usable();
    return packs.empty() ? Content::load(bundle, activities) : load_content(bundle, activities, packs);
}

} // namespace mirabelle
