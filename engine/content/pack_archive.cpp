#include "engine/content/pack_archive.h"

#include "engine/content/content_error.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace mirabelle {

namespace {

constexpr std::uint64_t always_fine = 1u << 20;          // bytes: no bomb
constexpr std::size_t archive_bytes_at_once = 64 * 1024; // bytes read at once

struct ZipCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct ZipFileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, ZipCloser>;
using ZipFile = std::unique_ptr<zip_file_t, ZipFileCloser>;

bool may_be_in_pack(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 8> endings{".toml", ".csv", ".svg", ".png",
                                                      ".ogg",  ".txt", ".md",  ""};
    const std::string ending = file.extension().string();
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// Something that systems add without being asked.
bool is_clutter(std::string_view name) {
    return name.starts_with("__MACOSX/") || name.ends_with(".DS_Store") || name.ends_with("Thumbs.db") ||
           name.ends_with("desktop.ini");
}

/// Holds what comes in against the limits, whatever it comes from.
class Customs {
  public:
    Customs(const std::filesystem::path& source, const PackLimits& limits)
        : source_(source), limits_(limits) {}

    [[noreturn]] void refuse(const std::string& what, const std::string& remedy) const {
        throw ContentError(source_, 0, what, remedy);
    }
    /// A name as it stands in the archive, as a safe path below the pack.
    std::filesystem::path checked(const std::string& name) {
        const bool odd = name.empty() || name.front() == '/' || name.find('\\') != std::string::npos ||
                         name.find(':') != std::string::npos || name.find('\0') != std::string::npos;
        const std::filesystem::path path(name);
        if (odd || std::find(path.begin(), path.end(), "..") != path.end())
            refuse("'" + name + "' leads out of the pack", "pack it again from its own folder");
        if (!may_be_in_pack(path))
            refuse("'" + name + "' is no kind of file that packs have",
                   "leave only .toml, .csv, .svg, .png, .ogg, .txt, .md");
        if (!names_.insert(lower(name)).second)
            refuse("'" + name + "' is there twice", "give each file a name of its own");
        if (names_.size() > limits_.files)
            refuse("there are more than " + std::to_string(limits_.files) + " files", "part the pack in two");
        return path;
    }
    /// So many bytes more of one file, of which `of_file` have come in all.
    void weigh(const std::string& name, std::uint64_t bytes, std::uint64_t of_file) {
        whole_ += bytes;
        if (of_file > limits_.file_bytes)
            refuse("'" + name + "' is larger than " + megabytes(limits_.file_bytes), "make it smaller");
        if (whole_ > limits_.whole_bytes)
            refuse("all files together are larger than " + megabytes(limits_.whole_bytes),
                   "part the pack in two");
    }

  private:
    static std::string lower(std::string text) {
        std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        });
        return text;
    }
    static std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

    std::filesystem::path source_;
    PackLimits limits_;
    std::set<std::string> names_; ///< in lower case: some systems take them for one
    std::uint64_t whole_ = 0;
};

Zip open_zip(const std::filesystem::path& source, const Customs& customs) {
    int error = 0;
    Zip archive(zip_open(source.string().c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive)
        customs.refuse("this is no whole .zip file", "pack or copy it again");
    return archive;
}

bool is_link(zip_t* archive, zip_uint64_t entry) {
    constexpr zip_uint32_t kind = 0170000, link = 0120000; // of a Unix mode
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(archive, entry, 0, &system, &attributes);
    return system == ZIP_OPSYS_UNIX && (attributes >> 16 & kind) == link;
}

/// The folder in which everything lies, with its slash; empty where there is none.
std::string common_folder(const std::vector<zip_stat_t>& entries) {
    std::string common;
    for (const zip_stat_t& entry : entries) {
        const std::string name = entry.name;
        const std::size_t slash = name.find('/');
        if (slash == std::string::npos)
            return {};
        if (common.empty())
            common = name.substr(0, slash + 1);
        if (!name.starts_with(common))
            return {};
    }
    return common;
}

void copy_entry(zip_t* archive, const zip_stat_t& entry, const std::filesystem::path& to, Customs& customs,
                const PackLimits& limits) {
    const ZipFile in(zip_fopen_index(archive, entry.index, 0));
    if (!in)
        customs.refuse("'" + std::string(entry.name) + "' cannot be read: " + zip_strerror(archive),
                       "pack it again, without a password");
    std::filesystem::create_directories(to.parent_path());
    std::ofstream out(to, std::ios::binary);
    std::vector<char> buffer(archive_bytes_at_once);
    std::uint64_t written = 0;
    // What the archive says of its sizes is not believed: bytes are counted as they come.
    for (zip_int64_t got; (got = zip_fread(in.get(), buffer.data(), buffer.size())) != 0;) {
        if (got < 0)
            customs.refuse("'" + std::string(entry.name) + "' is damaged", "pack or copy it again");
        written += static_cast<std::uint64_t>(got);
        customs.weigh(entry.name, static_cast<std::uint64_t>(got), written);
        if (written > always_fine && written > limits.ratio * std::max<std::uint64_t>(1, entry.comp_size))
            customs.refuse("'" + std::string(entry.name) + "' unpacks to far more than it should",
                           "take it out: no picture, voice or table is like that");
        out.write(buffer.data(), got);
    }
    if (!out.flush())
        customs.refuse("there is no room for '" + std::string(entry.name) + "'", "free some of the disk");
}

void unpack_zip(const std::filesystem::path& source, const std::filesystem::path& folder,
                const PackLimits& limits) {
    Customs customs(source, limits);
    const Zip archive = open_zip(source, customs);
    std::vector<zip_stat_t> entries;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &entry) != 0)
            customs.refuse("an entry cannot be read", "pack it again");
        const std::string name = entry.name;
        if (is_clutter(name))
            continue;
        if (is_link(archive.get(), entry.index))
            customs.refuse("'" + name + "' is a link", "put the file itself there");
        if (!name.ends_with('/'))
            entries.push_back(entry);
    }
    const std::string common = common_folder(entries);
    for (const zip_stat_t& entry : entries)
        copy_entry(archive.get(), entry,
                   folder / customs.checked(std::string(entry.name).substr(common.size())), customs, limits);
}

void copy_folder(const std::filesystem::path& source, const std::filesystem::path& folder,
                 const PackLimits& limits) {
    Customs customs(source, limits);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source)) {
        const std::string name = entry.path().lexically_relative(source).generic_string();
        if (is_clutter(name))
            continue;
        if (entry.is_symlink())
            customs.refuse("'" + name + "' is a link", "put the file itself there");
        if (!entry.is_regular_file())
            continue;
        const auto to = folder / customs.checked(name);
        customs.weigh(name, entry.file_size(), entry.file_size());
        std::filesystem::create_directories(to.parent_path());
        std::filesystem::copy_file(entry.path(), to);
    }
}

} // namespace

void unpack(const std::filesystem::path& source, const std::filesystem::path& folder,
            const PackLimits& limits) {
    if (!std::filesystem::exists(source))
        throw ContentError(source, 0, "there is no such file or folder", "check its name");
    std::filesystem::create_directories(folder);
    try {
        if (std::filesystem::is_directory(source))
            copy_folder(source, folder, limits);
        else
            unpack_zip(source, folder, limits);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
        throw;
    }
}

} // namespace mirabelle
