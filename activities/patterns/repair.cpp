#include "activities/patterns/repair.h"

#include <algorithm>
#include <vector>

namespace mirabelle {

namespace {

constexpr std::size_t longest_unit = 3;
constexpr double on_its_pad = 0.84; // corners, too, lie on a pad
constexpr std::size_t heard = 4;    // so much of the row is said again after an error

bool repeats(const std::string& row) {
    for (std::size_t unit = 2; unit <= longest_unit; ++unit)
        if (std::equal(row.begin() + static_cast<std::ptrdiff_t>(unit), row.end(), row.begin()))
            return true;
    return false;
}

/// In how many ways one other letter makes a pattern of it.
int repairs_of(const std::string& spoilt) {
    int ways = 0;
    for (std::size_t place = 0; place < spoilt.size(); ++place)
        for (const char letter : {'A', 'B', 'C'}) {
            std::string row = spoilt;
            row[place] = letter;
            ways += row != spoilt && repeats(row);
        }
    return ways;
}

struct Spoilt {
    std::size_t place;
    char letter;
};

/// Those that can be repaired in one way only, inside the row.
std::vector<Spoilt> ways_to_spoil(const std::string& row, std::size_t letters) {
    std::vector<Spoilt> ways;
    for (std::size_t place = 1; place + 1 < row.size(); ++place)
        for (std::size_t i = 0; i < letters; ++i) {
            std::string spoilt = row;
            spoilt[place] = static_cast<char>('A' + static_cast<int>(i));
            if (spoilt != row && !repeats(spoilt) && repairs_of(spoilt) == 1)
                ways.push_back({place, spoilt[place]});
        }
    return ways;
}

} // namespace

Exercise ask_to_repair(const Level& level, const std::string& unit, const std::string& row,
                       std::span<const Piece> elements, const Content& content, Random& random) {
    const auto element = [&](char letter) -> const Piece& {
        return elements[static_cast<std::size_t>(letter - 'A')];
    };
    const auto ways = ways_to_spoil(row, elements.size());
    ENSURE(!ways.empty());
    const Spoilt spoilt = random.pick(ways);
    const Piece& right = element(row[spoilt.place]);
    Exercise exercise;
    Choose task;
    exercise.explanation = {content.voice("listen_to_row")};
    for (std::size_t place = 0; place < row.size(); ++place) {
        task.model.faces.push_back(element(place == spoilt.place ? spoilt.letter : row[place]).face);
        if (place < heard)
            exercise.explanation.push_back(element(row[place]).said);
    }
    exercise.pieces.assign(elements.begin(), elements.end());
    for (Piece& piece : exercise.pieces)
        if (auto* picture = std::get_if<PictureFace>(&piece.face))
            picture->scale *= on_its_pad;
    random.shuffle(exercise.pieces);
    for (std::size_t i = 0; i < exercise.pieces.size(); ++i) {
        const std::string& label = exercise.pieces[i].label;
        const bool stands_there = label == element(spoilt.letter).label;
        if (label == right.label)
            task.right = i;
        else
            exercise.errors.push_back(
                {label, stands_there ? "keeps_what_is_wrong" : "wrong_piece", exercise.explanation});
    }
    exercise.skill = level.skill;
    exercise.item =
        unit + " " + std::to_string(spoilt.place + 1) + " " + element('A').label + " " + element('B').label;
    exercise.expected = right.label;
    exercise.prompt = {content.voice("pattern_repair")};
    exercise.praise = {content.voice("yes"), right.said};
    exercise.options = static_cast<int>(exercise.pieces.size());
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace mirabelle
