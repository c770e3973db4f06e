#include "teacher/notices.h"

#include "engine/content/toml_file.h"

namespace mirabelle {

NoticeTexts::NoticeTexts(const std::filesystem::path& bundle) {
    const TomlTable table = TomlTable::open(bundle / "content" / "teacher_fr.toml").table("notice");
    for (const std::string& code : table.keys())
        texts_.emplace(code, table.text(code));
}

std::string NoticeTexts::sentence(std::string_view code, std::string_view detail) const {
    constexpr std::string_view place = "{detail}";
    const auto found = texts_.find(code);
    std::string text = found == texts_.end() ? std::string(code) + " ({detail})" : found->second;
    if (const auto at = text.find(place); at != std::string::npos)
        text.replace(at, place.size(), detail);
    return text;
}

} // namespace mirabelle
