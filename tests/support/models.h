// The models of writing in the bundle, read without the rest of its content.
#pragma once

#include "engine/content/glyph_files.h"

#include <algorithm>

namespace mirabelle {

inline std::vector<WritingModel> models_of(Alphabet alphabet) {
    return read_models(glyph_file(MIRABELLE_BUNDLE_FOLDER, alphabet));
}

inline const WritingModel& model_named(const std::vector<WritingModel>& models, std::string_view id) {
    return *std::find_if(models.begin(), models.end(),
                         [id](const WritingModel& model) { return model.id == id; });
}

} // namespace mirabelle
