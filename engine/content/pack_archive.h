// Getting a content pack's files out of a .zip or a folder that comes from anywhere, without trusting it.
#pragma once

#include <cstdint>
#include <filesystem>

namespace mirabelle {

/// What a pack may be at most; beyond that it is refused.
struct PackLimits {
    std::size_t files = 4000;
    std::uint64_t file_bytes = 16u << 20;   ///< of one file, unpacked
    std::uint64_t whole_bytes = 128u << 20; ///< of all files, unpacked
    std::uint64_t ratio = 100; ///< unpacked to packed, of one file beyond 1 MiB: zip bombs reach 1000
};

/// Copies the files of `source`, a folder or a .zip, into `folder`, which is made. Where all files of a .zip
/// lie in one folder, that folder is left out. Throws ContentError, which names the file and the remedy, for:
/// paths that lead out of the pack, links, kinds of files that packs do not have, sizes beyond `limits`,
/// damaged or encrypted archives; nothing is left in `folder` then.
void unpack(const std::filesystem::path& source, const std::filesystem::path& folder,
            const PackLimits& limits = {});

} // namespace mirabelle
