#include "teacher/panel/files.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <system_error>

namespace mirabelle {

namespace {

constexpr std::size_t most_files = 50;

bool ends_with(const std::filesystem::path& file, std::string_view ending) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return extension == ending;
}

} // namespace

std::vector<std::filesystem::path> files_in(std::span<const std::filesystem::path> folders,
                                            std::string_view ending) {
    std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> found;
    for (const auto& folder : folders) {
        std::error_code error;
        std::filesystem::directory_iterator entry(folder, error);
        for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
            std::error_code ignored;
            if (entry->is_regular_file(ignored) && ends_with(entry->path(), ending))
                found.emplace_back(entry->last_write_time(ignored), entry->path());
        }
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<std::filesystem::path> files;
    for (auto& [when, file] : found)
        if (files.size() < most_files)
            files.push_back(std::move(file));
    return files;
}

std::filesystem::path free_name(const std::filesystem::path& folder, std::string_view stem,
                                std::string_view ending) {
    std::filesystem::path name = folder / (std::string(stem) + std::string(ending));
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(name, ignored); ++number)
        name = folder / (std::string(stem) + "-" + std::to_string(number) + std::string(ending));
    return name;
}

} // namespace mirabelle
