// Many pictures at a glance, on one sheet.
#pragma once

#include "engine/content/content.h"

#include <filesystem>
#include <span>

namespace mirabelle {

/// Throws std::runtime_error when a picture cannot be read or the sheet cannot be written.
void make_contact_sheet(const Content& content, std::span<const std::filesystem::path> pictures,
                        const std::filesystem::path& sheet);

} // namespace mirabelle
