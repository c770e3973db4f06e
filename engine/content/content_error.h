// What is wrong with a content file: where, what, and how to mend it.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace mirabelle {

class ContentError : public std::runtime_error {
  public:
    explicit ContentError(const std::string& sentence) : std::runtime_error(sentence) {}
    /// `line` counts from 1; 0 when the file as a whole is meant.
    ContentError(const std::filesystem::path& file, int line, const std::string& what,
                 const std::string& remedy)
        : ContentError(file, line, 0, what, remedy) {}
    /// `column` counts from 1; 0 when the line as a whole is meant.
    ContentError(const std::filesystem::path& file, int line, int column, const std::string& what,
                 const std::string& remedy)
        : std::runtime_error(file.string() + (line > 0 ? ":" + std::to_string(line) : "") +
                             (column > 0 ? ":" + std::to_string(column) : "") + ": " + what + " — " +
                             remedy) {}
};

} // namespace mirabelle
