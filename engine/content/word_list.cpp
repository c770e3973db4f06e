#include "engine/content/word_list.h"

#include "engine/content/content_error.h"
#include "engine/content/toml_file.h"
#include "engine/content/word_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <map>

namespace mirabelle {

namespace {

constexpr const char* words_name = "words_fr.csv";

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    for (const char letter : line) {
        if (letter == ',')
            cells.emplace_back();
        else if (letter != '\r')
            cells.back() += letter;
    }
    return cells;
}

/// The table's columns by the names in its first line.
class Row {
  public:
    Row(const std::filesystem::path& file, int line, const std::vector<std::string>& names,
        std::vector<std::string> cells)
        : file_(&file), line_(line) {
        if (cells.size() != names.size())
            fail(fmt::format("has {} cells and the first line {}", cells.size(), names.size()),
                 "write one cell for each column, without a comma inside");
        for (std::size_t i = 0; i < names.size(); ++i)
            cells_.emplace(names[i], std::move(cells[i]));
    }

    const std::string& cell(const std::string& name) const {
        const auto found = cells_.find(name);
        if (found == cells_.end() || found->second.empty())
            fail(fmt::format("says nothing in the column '{}'", name), "fill it in");
        return found->second;
    }
    [[noreturn]] void fail(const std::string& what, const std::string& remedy) const {
        throw ContentError(*file_, line_, "this word " + what, remedy);
    }

  private:
    const std::filesystem::path* file_;
    int line_;
    std::map<std::string, std::string> cells_;
};

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

/// Open and closed mid vowels are one: who says them how depends on the region, and no child is wrong.
std::string merged(const std::string& phoneme) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> mid{
        {{"ɛ", "e"}, {"ɔ", "o"}, {"œ", "ø"}}};
    for (const auto& [open, closed] : mid)
        if (phoneme == open)
            return std::string(closed);
    return phoneme;
}

/// One string a phoneme; a nasal vowel is written with a combining tilde, and dots part syllables.
std::vector<std::string> phonemes_of(const std::string& ipa) {
    constexpr std::string_view tilde = "\u0303";
    std::vector<std::string> phonemes;
    for (std::size_t at = 0; at < ipa.size();) {
        std::size_t end = at + 1;
        while (end < ipa.size() && continues_character(ipa[end]))
            ++end;
        std::string symbol = ipa.substr(at, end - at);
        if (symbol == tilde && !phonemes.empty())
            phonemes.back() += symbol;
        else if (symbol != ".")
            phonemes.push_back(std::move(symbol));
        at = end;
    }
    for (std::string& phoneme : phonemes)
        phoneme = merged(phoneme);
    return phonemes;
}

std::string joined(const std::vector<std::string>& phonemes) {
    std::string all;
    for (const std::string& phoneme : phonemes)
        all += phoneme;
    return all;
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    });
    return text;
}

Word read_word(const Row& row, const WordMedia& media) {
    Word word;
    word.text = row.cell("word");
    const std::string code_point = lower_case(row.cell("emoji"));
    const auto picture = media.picture(code_point);
    if (!picture)
        row.fail(fmt::format("names the picture '{}', which is not in the bundle", code_point),
                 "write the code point of a Noto picture");
    word.picture = *picture;
    word.voice = media.voice("word_" + code_point);
    word.in_pieces = media.voice("robot_" + code_point);
    const std::string& ipa = row.cell("ipa");
    word.phonemes = phonemes_of(ipa);
    word.first_syllable = phonemes_of(ipa.substr(0, ipa.find('.'))).size();
    word.syllables = static_cast<int>(std::count(ipa.begin(), ipa.end(), '.')) + 1;
    if (row.cell("n_syllables") != std::to_string(word.syllables))
        row.fail("has other syllables in 'ipa' than in 'n_syllables'", "part its syllables with dots");
    word.rime = joined(phonemes_of(row.cell("final_rhyme_ipa")));
    word.category = row.cell("category");
    const auto band = band_named(row.cell("age_band"));
    if (!band)
        row.fail(fmt::format("is for the age '{}'", row.cell("age_band")), "write PS, MS or GS");
    word.band = *band;
    return word;
}

void mark_traps(std::vector<Word>& words, const TomlTable& traps, std::string_view key, bool Word::*mark) {
    for (const std::string& text : traps.texts(key)) {
        const auto found =
            std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.text == text; });
        if (found == words.end())
            traps.fail(key, fmt::format("names '{}', which is no word of {}", text, words_name),
                       "mend it, or take it out");
        (*found).*mark = false;
    }
}

} // namespace

std::vector<Word> read_word_table(const std::filesystem::path& file, const WordMedia& media) {
    std::ifstream in(file);
    std::string line;
    if (!in || !std::getline(in, line))
        throw ContentError(file, 0, "the list of words is missing", "build again, or install again");
    const auto names = cells_of(line);
    std::vector<Word> words;
    for (int number = 2; std::getline(in, line); ++number) {
        const Row row(file, number, names, cells_of(line));
        words.push_back(read_word(row, media));
        for (std::size_t i = 0; i + 1 < words.size(); ++i)
            if (words[i].text == words.back().text)
                row.fail(fmt::format("('{}') is there twice", words[i].text), "take one out");
    }
    return words;
}

std::vector<Word> read_words(const std::filesystem::path& folder, const WordMedia& media) {
    std::vector<Word> words = read_word_table(folder / words_name, media);
    const TomlTable traps = TomlTable::open(folder / "word_traps.toml");
    mark_traps(words, traps, "unstable_syllables", &Word::counts_alike);
    mark_traps(words, traps, "named_otherwise", &Word::named_alike);
    return words;
}

bool sound_alike(const Word& a, const Word& b) { return a.phonemes == b.phonemes; }

bool begin_alike(const Word& a, const Word& b) { return a.phonemes.front() == b.phonemes.front(); }

bool begin_with_same_syllable(const Word& a, const Word& b) {
    return a.first_syllable == b.first_syllable &&
           std::equal(a.phonemes.begin(), a.phonemes.begin() + static_cast<std::ptrdiff_t>(a.first_syllable),
                      b.phonemes.begin());
}

bool rhyme(const Word& a, const Word& b) { return a.rime == b.rime && a.sounds_final_e == b.sounds_final_e; }

bool may_rhyme(const Word& a, const Word& b) { return a.rime == b.rime; }

bool is_minimal_pair(const Word& a, const Word& b) {
    if (a.phonemes.size() != b.phonemes.size() || a.sounds_final_e != b.sounds_final_e)
        return false;
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.phonemes.size(); ++i)
        different += a.phonemes[i] != b.phonemes[i] ? 1 : 0;
    return different == 1;
}

} // namespace mirabelle
