// The sentences a teacher is told, by the code of a notice (assets/teacher_fr.toml).
#pragma once

#include "engine/records.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace mirabelle {

class NoticeTexts {
  public:
    /// Throws ContentError when the file is missing or wrong.
    explicit NoticeTexts(const std::filesystem::path& bundle);

    /// What happened, what is safe, what to do. A code without a sentence is shown as it is.
    std::string sentence(std::string_view code, std::string_view detail) const;

  private:
    std::map<std::string, std::string, std::less<>> texts_;
};

} // namespace mirabelle
