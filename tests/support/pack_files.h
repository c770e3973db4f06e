// Content packs made for tests, as folders and as archives.
#pragma once

#include "tests/support/real_content.h"

#include <doctest/doctest.h>

#include <zip.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace mirabelle {

using Files = std::map<std::string, std::string>; ///< by their names in the pack

inline constexpr const char* pack_info =
    "format = 1\nid = \"forest\"\ntitle = \"La forêt\"\nauthor = \"Une maîtresse\"\n"
    "licence = \"CC-BY-4.0\"\nversion = \"1.0\"\n";
inline constexpr const char* pack_drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\" width=\"10\" "
    "height=\"10\"><circle cx=\"5\" cy=\"5\" r=\"4\" fill=\"#5BA150\"/></svg>";
inline constexpr const char* word_columns =
    "word,article,n_syllables,syllables,ipa,onset_phoneme,final_rhyme_ipa,emoji,"
    "category,age_band\n";
inline constexpr const char* pack_level =
    "[[level]]\nid = \"gs-1\"\nband = \"GS\"\nskill = \"rhyme_gs\"\ndifficulty = 0.4\n"
    "ask = \"pair\"\nfoils = \"any\"\nchoices = 3\n";

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}
inline std::string a_voice() { return bytes_of(real_content().voices()[1].file); }

/// A pack of one word with its picture and voice, a skill of the next school level and levels that train it.
inline Files sound_pack() {
    return {{"pack.toml", pack_info},
            {"pictures/fern.svg", pack_drawing},
            {"voices/word_fern.ogg", a_voice()},
            {"words.csv", std::string(word_columns) + "fougère,la,2,fou-gère,fu.ʒɛʁ,f,ɛʁ,fern,plant,GS\n"},
            {"skills.toml", "[[skill]]\nid = \"fuse_phonemes\"\nstrand = \"literacy\"\nband = \"GS\"\n"
                            "column = \"CP\"\nneeds = [\"rhyme_gs\"]\n"
                            "name = \"Fusionner des phonèmes\"\n"},
            {"levels/rhymes.toml", std::string(pack_level) +
                                       "\n[[level]]\nid = \"cp-1\"\nband = \"GS\"\n"
                                       "skill = \"fuse_phonemes\"\ndifficulty = 3.0\n"
                                       "ask = \"pair\"\nfoils = \"any\"\nchoices = 4\n"}};
}

inline std::filesystem::path folder_with(const std::filesystem::path& folder, const Files& files) {
    for (const auto& [name, text] : files) {
        std::filesystem::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << text;
    }
    return folder;
}

inline std::filesystem::path zip_with(const std::filesystem::path& file, const Files& files,
                                      zip_uint32_t unix_mode = 0100644) {
    int error = 0;
    zip_t* archive = zip_open(file.string().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    REQUIRE(archive != nullptr);
    for (const auto& [name, text] : files) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        const zip_int64_t entry = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        REQUIRE(entry >= 0);
        zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(entry), 0, ZIP_OPSYS_UNIX,
                                         unix_mode << 16);
    }
    REQUIRE(zip_close(archive) == 0);
    return file;
}

} // namespace mirabelle
