#include "engine/content/pack_store.h"

#include "engine/content/content_error.h"
#include "engine/content/pack_archive.h"

#include <algorithm>
#include <fstream>

namespace mirabelle {

namespace {

constexpr std::string_view arriving = ".arriving";
constexpr std::string_view leaving = ".leaving";

/// What pack.toml says of the pack that lies there.
PackInfo info_in(const std::filesystem::path& folder) {
    PackInfo info = read_pack_info(folder);
    if (info.id != folder.filename())
        throw ContentError(folder, 0, "the pack '" + info.id + "' lies in a folder of another name",
                           "rename the folder, or take the pack in again");
    return info;
}

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
        pack.info = info_in(folder);
        pack.additions = additions_of(bundle_, activities_, pack.info);
    } catch (const ContentError& error) {
        pack.problem = error.what();
    }
    return pack;
}

std::vector<std::filesystem::path> PackStore::folders() const {
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error))
        if (entry.is_directory() && !entry.path().filename().string().starts_with('.'))
            folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::vector<StoredPack> PackStore::packs() const {
    std::vector<StoredPack> all;
    for (const auto& folder : folders())
        all.push_back(looked_at(folder));
    return all;
}

std::optional<Content> PackStore::load(std::vector<PackInfo>& used) const {
    std::optional<Content> content;
    for (const auto& folder : folders()) {
        if (std::filesystem::exists(switch_of(folder.filename().string())))
            continue;
        const std::size_t before = used.size();
        // Sound alone, it may still say what another one says.
        try {
            used.push_back(info_in(folder));
            content = load_content(bundle_, activities_, used);
        } catch (const ContentError&) {
            used.resize(before);
        }
    }
    return content;
}

std::vector<PackInfo> PackStore::usable() const {
    std::vector<PackInfo> used;
    static_cast<void>(load(used));
    return used;
}

StoredPack PackStore::take_in(const std::filesystem::path& source) {
    const auto fresh = folder_ / arriving;
    std::filesystem::remove_all(fresh);
    unpack(source, fresh);
    try {
        StoredPack pack;
        pack.info = read_pack_info(fresh);
        pack.additions = additions_of(bundle_, activities_, pack.info);
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
    std::vector<PackInfo> used;
    auto content = store.load(used);
    return content ? std::move(*content) : Content::load(bundle, activities);
}

} // namespace mirabelle
