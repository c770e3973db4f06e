// What of the loader belongs to packs.
#include "engine/content/content_loader.h"
#include "engine/content/refuse_twice.h"
#include "engine/content/word_table.h"
#include "engine/voice/sound_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

namespace mirabelle {

namespace {

/// The files of one folder of a pack, by name; none where it has no such folder.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(folder))
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.is_regular_file())
                files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

constexpr std::uintmax_t largest_drawing = 512 * 1024; // bytes
constexpr std::uint32_t widest_picture = 2048;         // pixels

/// Only what can be drawn at any size in a moment.
void check_picture(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::array<char, 1024> start{};
    in.read(start.data(), start.size());
    const std::string_view head(start.data(), static_cast<std::size_t>(in.gcount()));
    if (file.extension() == ".svg") {
        if (head.find("<svg") == std::string_view::npos || std::filesystem::file_size(file) > largest_drawing)
            throw ContentError(file, 0, "this is no small SVG drawing",
                               "save it as plain SVG, at most 512 kB");
        return;
    }
    constexpr std::size_t width_at = 16; // ISO/IEC 15948, 11.2.2: IHDR comes first
    if (head.size() < width_at + 8 || head.substr(1, 3) != "PNG")
        throw ContentError(file, 0, "this is no PNG picture", "save it again as PNG");
    for (const std::size_t at : {width_at, width_at + 4}) {
        std::uint32_t pixels = 0;
        for (std::size_t byte = 0; byte < 4; ++byte)
            pixels = pixels << 8 | static_cast<unsigned char>(head[at + byte]);
        if (pixels == 0 || pixels > widest_picture)
            throw ContentError(file, 0, fmt::format("it is {} pixels wide or high", pixels),
                               "make it 2048 pixels at most: 512 are enough");
    }
}

/// The school level that a skill belongs to: its band's, or one that comes after.
std::string read_column(const TomlTable& table, const Skill& skill) {
    constexpr std::size_t longest_column = 8; // bytes: it is written on a button
    if (!table.has("column"))
        return skill.column;
    const std::string column = table.text("column");
    const auto band = band_named(column);
    if (column.empty() || column.size() > longest_column)
        table.fail("column", "is '" + column + "'", "write a school level in at most 8 letters, e.g. CP");
    if (band && *band != skill.band)
        table.fail("column", "is '" + column + "', but band is '" + std::string(name_of(skill.band)) + "'",
                   "give both the same, or leave column out");
    return column;
}

/// Only what is known already, so that needs never go round in a circle.
std::vector<std::string> read_needs(const TomlTable& table, const PackInfo& pack,
                                    std::span<const Skill> known) {
    std::vector<std::string> needs;
    const auto find = [&](const std::string& id) {
        return std::find_if(known.begin(), known.end(), [&](const Skill& skill) { return skill.id == id; });
    };
    for (const std::string& need : table.texts("needs")) {
        auto found = find(pack.id + "." + need); // its own go first, as for its levels
        if (found == known.end())
            found = find(need);
        if (found == known.end())
            table.fail("needs", "names the unknown skill '" + need + "'",
                       "use an id of assets/skills.toml, or of a skill further up in this file");
        needs.push_back(found->id);
    }
    return needs;
}

} // namespace

void ContentLoader::read_pack(const PackInfo& pack) {
    read_pack_pictures(pack);
    read_pack_voices(pack);
    read_pack_skills(pack);
    read_pack_words(pack);
}

void ContentLoader::read_pack_pictures(const PackInfo& pack) {
    for (const auto& file : files_of(pack.folder / "pictures")) {
        if (file.extension() != ".svg" && file.extension() != ".png")
            throw ContentError(file, 0, "this is no picture that Mirabelle shows", "save it as .svg or .png");
        check_picture(file);
        const std::string id = pack.id + "/" + file.stem().string();
        if (content_.picture_ids_.count(id) != 0)
            throw ContentError(file, 0, "another picture has the same name", "give each a name of its own");
        content_.picture_ids_.emplace(id, static_cast<PictureId>(content_.picture_files_.size()));
        content_.picture_files_.push_back(file);
        count_into_version(file);
        ++added_.pictures;
    }
}

void ContentLoader::read_pack_voices(const PackInfo& pack) {
    for (const auto& file : files_of(pack.folder / "voices")) {
        if (file.extension() != ".ogg")
            throw ContentError(file, 0, "voices are Ogg Vorbis files", "save it as .ogg");
        Milliseconds length = 0;
        try {
            length = vorbis_length(file);
        } catch (const SoundFileError& error) {
            throw ContentError(file, 0, error.what(), "record or save it again as Ogg Vorbis");
        }
        const std::string id = file.stem().string();
        ++added_.voices;
        // A line of the bundle is spoken by the pack; what it says stays the same.
        if (const auto known = content_.voice_ids_.find(id); known != content_.voice_ids_.end()) {
            content_.speak_from(known->second, file, length);
            Voice& line = content_.voices_[static_cast<std::size_t>(known->second)];
            line.built_in = file; // where the teacher has not recorded it
            line.built_in_duration = length;
            continue;
        }
        Voice voice;
        voice.id = pack.id + "/" + id;
        voice.file = voice.built_in = file;
        voice.duration = voice.built_in_duration = length;
        voice.family = VoiceFamily::word;
        voice.text = id;
        content_.voice_ids_.emplace(voice.id, static_cast<VoiceId>(content_.voices_.size()));
        content_.voices_.push_back(std::move(voice));
    }
}

void ContentLoader::read_pack_skills(const PackInfo& pack) {
    const auto file = pack.folder / "skills.toml";
    if (!std::filesystem::exists(file))
        return;
    for (const TomlTable& table : TomlTable::open(file).tables("skill")) {
        Skill skill = read_skill(table);
        skill.id = pack.id + "." + skill.id;
        skill.column = read_column(table, skill);
        skill.needs = read_needs(table, pack, content_.skills_);
        refuse_twice(table, content_.skills_, skill);
        content_.skills_.push_back(std::move(skill));
        ++added_.skills;
    }
    count_into_version(file);
}

void ContentLoader::read_pack_words(const PackInfo& pack) {
    const auto file = pack.folder / "words.csv";
    if (!std::filesystem::exists(file))
        return;
    const WordMedia media{[&](const std::string& name) -> std::optional<PictureId> {
                              for (const std::string& id : {pack.id + "/" + name, name})
                                  if (const auto found = content_.picture_ids_.find(id);
                                      found != content_.picture_ids_.end())
                                      return found->second;
                              return std::nullopt;
                          },
                          [&](const std::string& id) {
                              const VoiceId own = content_.voice(pack.id + "/" + id);
                              return own != VoiceId{} ? own : content_.voice(id);
                          }};
    int line = 1;
    for (Word& word : read_word_table(file, media)) {
        ++line;
        if (word.voice == VoiceId{})
            throw ContentError(file, line, "'" + word.text + "' has no voice",
                               "record it as voices/word_<what stands in its column emoji>.ogg");
        if (std::any_of(content_.words_.begin(), content_.words_.end(),
                        [&](const Word& known) { return known.text == word.text; }))
            throw ContentError(file, line, "'" + word.text + "' is known already", "take this line out");
        content_.voices_[static_cast<std::size_t>(word.voice)].text = word.text;
        content_.words_.push_back(std::move(word));
        ++added_.words;
    }
    count_into_version(file);
}

void ContentLoader::read_pack_levels(const PackInfo& pack, std::span<const Activity> activities) {
    for (const auto& file : files_of(pack.folder / "levels")) {
        const std::string id = file.stem().string();
        const auto activity = std::find_if(activities.begin(), activities.end(),
                                           [&](const Activity& known) { return known.id == id; });
        if (activity == activities.end() || file.extension() != ".toml")
            throw ContentError(file, 0, "there is no activity '" + id + "'",
                               "name the file after a folder of activities, e.g. rhymes.toml");
        std::vector<Level>& levels = content_.levels_[id];
        own_skills_ = pack.id;
        for (const TomlTable& table : TomlTable::open(file).tables("level")) {
            Level level = read_level(table, *activity);
            level.id = pack.id + "." + level.id;
            refuse_twice(table, levels, level);
            levels.push_back(std::move(level));
            ++added_.levels;
        }
        own_skills_.clear();
        // From easy to hard within each age column, as in the bundle's own files.
        std::stable_sort(levels.begin(), levels.end(), [](const Level& a, const Level& b) {
            return a.band != b.band ? a.band < b.band : a.difficulty < b.difficulty;
        });
        added_.activities.push_back(id);
        count_into_version(file);
    }
}

} // namespace mirabelle
