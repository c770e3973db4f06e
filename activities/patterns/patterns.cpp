#include "activities/patterns/patterns.h"

#include "activities/patterns/elements.h"
#include "activities/patterns/repair.h"

#include <array>
#include <map>

namespace mirabelle {

namespace {

constexpr std::array<std::string_view, 4> asks{"continue", "fill", "transfer", "repair"};
constexpr std::array<std::string_view, 3> differences{"kind", "colour", "size"};
constexpr std::array<std::string_view, 5> units{"AB", "ABB", "AAB", "ABC", "growing"};
constexpr std::array rules{
    SettingRule{"ask", SettingKind::word, 0, 0, asks},
    SettingRule{"unit", SettingKind::words, 0, 0, units}, // one of these
    SettingRule{"differ", SettingKind::words, 0, 0, differences},
    SettingRule{"length", SettingKind::range, 4, 9},
    SettingRule{"open", SettingKind::number, 1, 2}, // places to fill; nearly all where it is transferred
};
constexpr int heard = 4; // so much of the row is said again after an error

std::vector<std::size_t> draw_open(const Level& level, std::size_t length, Random& random) {
    const std::string& ask = level.settings.word("ask");
    std::vector<std::size_t> open;
    if (ask == "fill")
        return {length / 2 + random.below(static_cast<std::uint32_t>(length - 1 - length / 2))};
    const std::size_t at_end = length - static_cast<std::size_t>(level.settings.number("open"));
    for (std::size_t place = ask == "transfer" ? 1 : at_end; place < length; ++place)
        open.push_back(place);
    return open;
}

/// The row with this letter in all its open places, or with letters that change from place to place.
std::string with_open(std::string row, const std::vector<std::size_t>& open, bool changing) {
    for (const std::size_t place : open)
        row[place] = changing ? (row[place - 1] == 'A' ? 'B' : 'A') : row[place - 1];
    return row;
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const std::string& ask = level.settings.word("ask");
    const std::string unit = random.pick(level.settings.words("unit"));
    const NumberRange length = level.settings.range("length");
    const std::string row = letters_of(unit, random.between(length.low, length.high));
    const WordChoice known = known_words(content, level.band, random);
    const auto elements = draw_elements(random.pick(level.settings.words("differ")), known, content, random);
    if (ask == "repair")
        return ask_to_repair(level, unit, row, elements, content, random);
    const auto place_of = [](char letter) { return static_cast<std::size_t>(letter - 'A'); };
    const auto element = [&](char letter) -> const Piece& { return elements[place_of(letter)]; };
    const auto text_of = [&](const std::string& letters) {
        std::string text;
        for (const char letter : letters)
            text += (text.empty() ? "" : " ") + element(letter).label;
        return text;
    };
    const auto open = draw_open(level, row.size(), random);
    Exercise exercise;
    Order task;
    task.scene = OrderScene::path;
    std::map<char, std::size_t> offered, needed;
    for (const char letter : row)
        offered[letter] = std::min<std::size_t>(open.size(), 2);
    for (std::size_t place = 0; place < row.size(); ++place) {
        const bool is_open = std::find(open.begin(), open.end(), place) != open.end();
        const Piece& piece = element(row[place]);
        task.slots.push_back({piece.label, is_open ? std::nullopt : std::optional(piece.face)});
        task.when_built.push_back(piece.said);
        if (is_open)
            offered[row[place]] = std::max(offered[row[place]], ++needed[row[place]]);
    }
    for (const auto& [letter, count] : offered)
        exercise.pieces.insert(exercise.pieces.end(), count, element(letter));
    random.shuffle(exercise.pieces);
    exercise.explanation = {content.voice("listen_to_row")};
    exercise.explanation.insert(exercise.explanation.end(), task.when_built.begin(),
                                task.when_built.begin() + heard);
    const auto name = [&](const std::string& wrong, const char* error) {
        if (wrong != row && error_for(exercise, text_of(wrong)) == nullptr)
            exercise.errors.push_back({text_of(wrong), error, exercise.explanation});
    };
    if (ask != "transfer") {
        name(with_open(row, open, false), "repeats_last");
        name(with_open(row, open, true), unit == "AB" ? "wrong_piece" : "alternates_always");
    } else {
        // The same structure, shown with other things.
        WordChoice others;
        add_words(others, known, 3, [&](const Word& word) {
            return std::none_of(elements.begin(), elements.end(),
                                [&](const Piece& piece) { return piece.label == word.text; });
        });
        for (const char letter : row)
            task.model.faces.push_back(PictureFace{others[place_of(letter)]->picture});
    }
    exercise.prompt = {content.voice("pattern_" + ask)};
    exercise.praise = {content.voice("pattern_goes_on")};
    exercise.item = unit + " " + text_of(row.substr(0, 3));
    exercise.expected = text_of(row);
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.options = open.size() == 1 ? static_cast<int>(offered.size()) : 0;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity patterns() { return {"patterns", rules, make_exercise}; }

} // namespace mirabelle
