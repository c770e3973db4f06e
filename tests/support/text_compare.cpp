#include "tests/support/text_compare.h"

#include "tests/support/process.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace mirabelle {

namespace {

void write(const std::filesystem::path& file, std::string_view text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

} // namespace

TextComparison compare_with_golden_text(std::string_view text, std::string_view name) {
    const auto golden_path = std::filesystem::path(MIRABELLE_SOURCE_FOLDER) / "tests" / "golden" / name;
    const char* wish = std::getenv("MIRABELLE_REBASELINE");
    if (wish != nullptr && std::strcmp(wish, "1") == 0) {
        write(golden_path, text);
        return {true, {}};
    }
    const std::string golden = text_of(golden_path);
    if (golden == text)
        return {true, {}};
    const auto actual_path = std::filesystem::path(MIRABELLE_BUILD_FOLDER) / "golden" / name;
    write(actual_path, text);
    const auto place = std::mismatch(golden.begin(), golden.end(), text.begin(), text.end()).first;
    return {false, "line " + std::to_string(1 + std::count(golden.begin(), place, '\n')) + " differs from " +
                       golden_path.string() + "; written: " + actual_path.string() +
                       "; look at it, then run with MIRABELLE_REBASELINE=1"};
}

} // namespace mirabelle
