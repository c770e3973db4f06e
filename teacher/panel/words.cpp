#include "teacher/panel/words.h"

#include "engine/content/toml_file.h"

namespace mirabelle {

Words::Words(const std::filesystem::path& bundle, Language language) {
    const char* const file = language == Language::french ? "panel_fr.toml" : "panel_en.toml";
    const TomlTable pages = TomlTable::open(bundle / "content" / file);
    for (const std::string& page : pages.keys()) {
        const TomlTable table = pages.table(page);
        for (const std::string& name : table.keys())
            texts_.emplace(page + "." + name, table.text(name));
    }
}

const char* Words::operator()(std::string_view key) const {
    const auto found = texts_.find(key);
    if (found != texts_.end())
        return found->second.c_str();
    return missing_.emplace(key, key).first->second.c_str();
}

std::string Words::with(std::string_view key,
                        std::initializer_list<std::pair<std::string_view, std::string>> values) const {
    std::string text = (*this)(key);
    for (const auto& [name, value] : values) {
        const std::string place = "{" + std::string(name) + "}";
        for (std::size_t at = text.find(place); at != std::string::npos;
             at = text.find(place, at + value.size()))
            text.replace(at, place.size(), value);
    }
    return text;
}

} // namespace mirabelle
