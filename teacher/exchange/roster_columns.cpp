#include "teacher/exchange/roster_columns.h"

#include <algorithm>

namespace mirabelle {

namespace {

using HeaderWords = std::vector<std::u32string>;

HeaderWords header_words(std::u32string_view header) {
    HeaderWords words;
    std::u32string rest = folded(header);
    while (!rest.empty()) {
        const auto end = std::min(rest.find(U' '), rest.size());
        // "Cp1" and "Adresse2" are a word and a number.
        std::u32string word = rest.substr(0, end);
        while (word.size() > 1 && is_digit(word.back()))
            word.pop_back();
        words.push_back(std::move(word));
        rest.erase(0, std::min(end + 1, rest.size()));
    }
    return words;
}

bool has(const HeaderWords& words, std::initializer_list<std::u32string_view> any) {
    return std::any_of(words.begin(), words.end(), [&](const std::u32string& word) {
        return std::find(any.begin(), any.end(), word) != any.end();
    });
}

/// Without the words that say only whose it is.
HeaderWords bare(HeaderWords words) {
    constexpr std::array<std::u32string_view, 9> filling{U"eleve", U"eleves", U"enfant", U"enfants", U"de",
                                                         U"du",    U"l",      U"d",      U"la"};
    std::erase_if(words, [&](const std::u32string& word) {
        return std::find(filling.begin(), filling.end(), word) != filling.end();
    });
    return words;
}

std::optional<RosterData> data_of(RosterColumn column) {
    switch (column) {
    case RosterColumn::family_name:
    case RosterColumn::usage_name:
        return RosterData::family_name;
    case RosterColumn::national_id:
        return RosterData::national_id;
    case RosterColumn::birth:
        return RosterData::birth;
    case RosterColumn::sex:
        return RosterData::sex;
    case RosterColumn::address:
        return RosterData::address;
    case RosterColumn::contact:
        return RosterData::contact;
    case RosterColumn::first_name:
    case RosterColumn::level:
    case RosterColumn::class_name:
        return std::nullopt;
    case RosterColumn::guardian:
    case RosterColumn::administration:
    case RosterColumn::unknown:
        break;
    }
    return RosterData::other;
}

} // namespace

RosterColumn column_named(std::u32string_view header) {
    constexpr std::size_t longest_header = 80; // characters
    if (header.size() > longest_header)
        return RosterColumn::unknown;
    const HeaderWords all = header_words(header);
    const HeaderWords words = bare(all);
    if (words.empty())
        return RosterColumn::unknown;
    if (has(all, {U"responsable", U"responsables", U"representant", U"representants", U"tuteur"}))
        return RosterColumn::guardian;
    // "INE", but also "Identifiant national"; the class has an identifier too.
    if (has(words, {U"ine", U"national", U"nationale"}) || folded(header) == U"i n e")
        return RosterColumn::national_id;
    if (has(words, {U"prenom", U"prenoms"})) {
        const bool first = words.size() == 1 || has(words, {U"usuel", U"usage"});
        const bool numbered = is_digit(folded(header).back()); // "Prénom 2" is a middle name
        return first && !numbered ? RosterColumn::first_name : RosterColumn::administration;
    }
    if (has(words, {U"nom"})) {
        if (has(words, {U"classe", U"ecole", U"etablissement", U"enseignant", U"niveau"}))
            return words.size() == 2 && has(words, {U"classe"}) ? RosterColumn::class_name
                                                                : RosterColumn::administration;
        return has(words, {U"usage", U"usuel"}) ? RosterColumn::usage_name : RosterColumn::family_name;
    }
    if (has(words, {U"naissance", U"ne", U"nee", U"age"}))
        return RosterColumn::birth;
    if (has(words, {U"sexe", U"genre", U"civilite"}))
        return RosterColumn::sex;
    if (has(words, {U"adresse", U"adresses", U"cp", U"postal", U"commune", U"ville", U"pays", U"rue"}))
        return RosterColumn::address;
    if (has(words,
            {U"tel", U"telephone", U"telephones", U"portable", U"mail", U"mel", U"courriel", U"email"}))
        return RosterColumn::contact;
    if (has(words, {U"niveau", U"section"}) && words.size() <= 2)
        return RosterColumn::level;
    if (words.front() == U"classe" || (words.front() == U"libelle" && has(words, {U"classe"})))
        return words.size() <= 2 ? RosterColumn::class_name : RosterColumn::administration;
    if (has(words, {U"cycle", U"identifiant", U"attestation", U"autorisation", U"decision", U"regime"}))
        return RosterColumn::administration;
    return RosterColumn::unknown;
}

bool is_header(const RosterRow& row) {
    int known = 0;
    bool first_name = false;
    for (const std::u32string& cell : row.cells) {
        const RosterColumn column = column_named(cell);
        known += column != RosterColumn::unknown ? 1 : 0;
        first_name = first_name || column == RosterColumn::first_name;
    }
    const auto cells = static_cast<int>(row.cells.size());
    // A row of a child may have a word of a header in it, such as the name of a street, but never so many.
    return first_name || (known >= 3 && known * 2 > cells);
}

bool is_header_of_parents(const RosterRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const std::u32string& cell) {
        return column_named(cell) == RosterColumn::guardian;
    });
}

std::vector<DiscardedColumns> discarded_columns(const RosterRow& header) {
    std::vector<DiscardedColumns> discarded;
    for (const RosterData data : all_roster_data) {
        DiscardedColumns columns{data, {}};
        for (const std::u32string& cell : header.cells)
            if (!cell.empty() && data_of(column_named(cell)) == data)
                columns.columns.push_back(utf8_of(cell));
        if (!columns.columns.empty())
            discarded.push_back(std::move(columns));
    }
    return discarded;
}

} // namespace mirabelle
