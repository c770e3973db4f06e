#include "platform/paths.h"

#include "platform/sdl_handles.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace mirabelle {

namespace {

constexpr const char* share = "share/mirabelle";

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

void add_folders_in(const std::filesystem::path& parent, std::vector<std::filesystem::path>& folders) {
    std::error_code error;
    std::filesystem::directory_iterator entry(parent, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        std::error_code unreadable;
        if (entry->is_directory(unreadable))
            folders.push_back(entry->path());
    }
}

/// XDG_DOCUMENTS_DIR="$HOME/Documents" and its like, from the desktop's own file (xdg-user-dirs).
void add_user_folders(const std::filesystem::path& home, std::vector<std::filesystem::path>& folders) {
    const std::string wished = environment("XDG_CONFIG_HOME");
    std::ifstream file((wished.empty() ? home / ".config" : std::filesystem::path(wished)) /
                       "user-dirs.dirs");
    constexpr std::string_view variable = "$HOME";
    for (std::string line; std::getline(file, line);)
        for (const std::string_view name : {"XDG_DOCUMENTS_DIR=\"", "XDG_DOWNLOAD_DIR=\""})
            if (line.rfind(name, 0) == 0) {
                std::string place = line.substr(name.size(), line.find('"', name.size()) - name.size());
                if (place.rfind(variable, 0) == 0)
                    place.replace(0, variable.size(), home.string());
                folders.emplace_back(place);
            }
}

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

std::vector<std::filesystem::path> exchange_folders() {
    std::vector<std::filesystem::path> folders;
    const std::string user = environment("USER");
    const std::filesystem::path home = environment("HOME");
    if (!user.empty())
        for (const char* media : {"/media", "/run/media"})
            add_folders_in(std::filesystem::path(media) / user, folders);
    if (!home.empty()) {
        add_user_folders(home, folders);
        for (const char* usual : {"Documents", "Downloads"})
            folders.push_back(home / usual);
    }
    std::vector<std::filesystem::path> there;
    for (const auto& folder : folders) {
        std::error_code unreadable;
        const bool known = std::find(there.begin(), there.end(), folder) != there.end();
        if (!known && std::filesystem::is_directory(folder, unreadable))
            there.push_back(folder);
    }
    if (there.empty() && !home.empty())
        there.push_back(home);
    return there;
}

} // namespace mirabelle
