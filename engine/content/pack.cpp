#include "engine/content/pack.h"

#include "engine/content/content_loader.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::size_t longest_id = 40;
constexpr int newest_format = 1;

bool is_plain(std::string_view id) {
    return !id.empty() && id.size() <= longest_id &&
           id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

} // namespace

PackInfo read_pack_info(const std::filesystem::path& folder) {
    const auto file = folder / "pack.toml";
    if (!std::filesystem::exists(file))
        throw ContentError(file, 0, "a pack has a pack.toml, and this one has none",
                           "write one: format = 1, id, title, author, licence, version");
    const TomlTable table = TomlTable::open(file);
    static_cast<void>(table.number("format", 1, newest_format));
    PackInfo info{table.text("id"),      table.text("title"),   table.text("author"),
                  table.text("licence"), table.text("version"), folder};
    if (!is_plain(info.id))
        table.fail("id", "is '" + info.id + "'", "write at most 40 lower-case letters a-z, digits and _");
    for (const std::string_view key : {"title", "author", "licence", "version"})
        if (table.text(key).empty())
            table.fail(key, "is empty", "fill it in");
    for (const std::string& key : table.keys())
        if (key != "format" && key != "id" && key != "title" && key != "author" && key != "licence" &&
            key != "version" && key != "description")
            table.fail(key, "is nothing that a pack says", "mend its spelling or take it out");
    return info;
}

Content load_content(const std::filesystem::path& bundle, std::span<const Activity> activities,
                     std::span<const PackInfo> packs) {
    return ContentLoader(bundle).load(activities, packs);
}

PackAdditions additions_of(const std::filesystem::path& bundle, std::span<const Activity> activities,
                           const PackInfo& pack) {
    ContentLoader loader(bundle);
    static_cast<void>(loader.load(activities, {&pack, 1}));
    if (loader.added().empty())
        throw ContentError(pack.folder, 0, "the pack adds nothing",
                           "add words.csv, pictures/, voices/, skills.toml, levels/ or calibration.toml");
    return loader.added();
}

} // namespace mirabelle
