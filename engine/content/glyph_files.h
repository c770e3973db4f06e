// The models of writing, read from glyphs/<alphabet>.toml.
#pragma once

#include "engine/writing/joined_cursive.h"

#include <filesystem>

namespace mirabelle {

/// The file of an alphabet in the bundle folder `bundle`.
std::filesystem::path glyph_file(const std::filesystem::path& bundle, Alphabet alphabet);

/// In the file's order. Throws ContentError (file, line, remedy) when the file is missing, a stroke has fewer
/// than two different points, a glyph is there twice or reaches out of its box.
std::vector<WritingModel> read_models(const std::filesystem::path& file);

/// The accents of cursive. Throws ContentError like read_models.
std::vector<WritingMark> read_marks(const std::filesystem::path& file);

} // namespace mirabelle
