// A file that is there as a whole or not at all: written under another name beside its place, and renamed
// once it is on disk.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace mirabelle {

/// All functions throw ExportError.
class ExportFile {
  public:
    explicit ExportFile(const std::filesystem::path& file);
    /// Without finish(): removes what was written.
    ~ExportFile();
    ExportFile(const ExportFile&) = delete;
    ExportFile& operator=(const ExportFile&) = delete;

    void write(std::string_view bytes);
    void finish();

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::filesystem::path file_, unfinished_;
    std::unique_ptr<std::FILE, Close> out_;
    bool is_finished_ = false;
};

} // namespace mirabelle
