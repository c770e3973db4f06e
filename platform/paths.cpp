#include "platform/paths.h"

#include "platform/sdl_handles.h"

#include <cstdlib>
#include <string>

namespace mirabelle {

namespace {

constexpr const char* share = "share/mirabelle";

} // namespace

std::filesystem::path bundle_folder() {
    const SdlMemory<char> program(SDL_GetBasePath());
    const char* chosen = std::getenv("MIRABELLE_BUNDLE");
    return bundle_folder(program ? std::filesystem::path(program.get()) : std::filesystem::current_path(),
                         chosen != nullptr ? std::filesystem::path(chosen) : std::filesystem::path());
}

std::filesystem::path bundle_folder(const std::filesystem::path& program_folder,
                                    const std::filesystem::path& chosen) {
    std::error_code unreadable;
    if (!chosen.empty()) {
        if (std::filesystem::is_directory(chosen, unreadable))
            return chosen;
        throw BundleMissing("MIRABELLE_BUNDLE names " + chosen.string() + ", which is not a folder.");
    }
    // SDL ends the program's folder with a slash; its parent is then the folder itself.
    const std::filesystem::path program = (program_folder / "").parent_path();
    const std::filesystem::path beside = program / share, above = program.parent_path() / share;
    for (const std::filesystem::path& place : {beside, above})
        if (std::filesystem::is_directory(place, unreadable))
            return place;
    throw BundleMissing("The pictures and voices were found neither in " + beside.string() + " nor in " +
                        above.string() +
                        ": build the target \"bundle\", or name their folder in MIRABELLE_BUNDLE.");
}

std::filesystem::path data_folder() {
    const SdlMemory<char> folder(SDL_GetPrefPath(nullptr, "mirabelle"));
    if (!folder)
        throw std::runtime_error(std::string("There is no folder to keep answers in: ") + SDL_GetError());
    return (std::filesystem::path(folder.get()) / "").parent_path();
}

} // namespace mirabelle
