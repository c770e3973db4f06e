// The files a teacher can choose by finger: those that lie in a few known folders, newest first.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace mirabelle {

/// Files whose name ends with `ending` (".csv", any case), not deeper; folders that cannot be read are passed
/// over. Never throws.
std::vector<std::filesystem::path> files_in(std::span<const std::filesystem::path> folders,
                                            std::string_view ending);

/// A name in `folder` that no file has yet: "mirabelle-2026-11-24.csv", then "mirabelle-2026-11-24-2.csv".
std::filesystem::path free_name(const std::filesystem::path& folder, std::string_view stem,
                                std::string_view ending);

} // namespace mirabelle
