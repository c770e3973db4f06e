// Pictures of the teacher's panel, page by page, as it looks on the journal of a class.
#pragma once

#include "engine/content/content.h"
#include "engine/journal/journal.h"
#include "platform/density.h"

#include <filesystem>
#include <vector>

namespace mirabelle {

/// Draws every page at `size` as of `now` and gives the files, named after page and size. Nothing of the
/// journal is changed. Throws std::runtime_error when a picture cannot be written.
std::vector<std::filesystem::path> photograph_panel(const Content& content, Journal& journal,
                                                    UtcMilliseconds now, PixelSize size, double diagonal_cm,
                                                    const std::filesystem::path& folder);

} // namespace mirabelle
