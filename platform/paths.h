// Where the program finds its bundle and keeps what the children did.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <vector>

namespace mirabelle {

/// The pictures, voices and content that belong to the program were not found; says where they were looked
/// for.
class BundleMissing : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// $MIRABELLE_BUNDLE, else share/mirabelle beside the program, else beside its folder. Throws BundleMissing.
std::filesystem::path bundle_folder();

/// The same for a program in `program_folder`; `chosen` is empty unless someone named a folder.
std::filesystem::path bundle_folder(const std::filesystem::path& program_folder,
                                    const std::filesystem::path& chosen);

/// The user's own folder for the program ($XDG_DATA_HOME/mirabelle on Linux), made if need be.
/// Throws std::runtime_error with the reason when it cannot be.
std::filesystem::path data_folder();

/// Where a person brings files from and takes them to, those that are there: plugged in USB keys first, then
/// the user's documents and downloads. Never throws.
std::vector<std::filesystem::path> exchange_folders();

} // namespace mirabelle
