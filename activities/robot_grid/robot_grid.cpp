#include "activities/robot_grid/robot_grid.h"

#include "activities/robot_grid/garden.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr std::array rules{
    SettingRule{"side", SettingKind::number, 3, 5}, // of the grid, in squares
    SettingRule{"moves", SettingKind::range, 3, 5},  SettingRule{"bends", SettingKind::range, 1, 4},
    SettingRule{"given", SettingKind::number, 0, 3}, // arrows that lie there from the beginning
    SettingRule{"more", SettingKind::number, 1, 3},  // arrows that nobody needs
};
/// By their words.
constexpr std::array<std::string_view, 5> goals{"maison", "cadeau", "ballon", "étoile", "tulipe"};
constexpr std::array<std::string_view, 5> goal_lines{"house", "gift", "ball", "star", "flower"};

std::string text_of(const std::vector<Move>& way) {
    std::string text;
    for (const Move move : way)
        text += (text.empty() ? "" : " ") + std::string(name_of(move));
    return text;
}

PictureId picture_of_word(const Content& content, std::string_view text) {
    for (const Word& word : content.words())
        if (word.text == text)
            return word.picture;
    return {};
}

/// The same way with two directions for each other.
std::vector<Move> swapped(std::vector<Move> way, Move one) {
    for (Move& move : way)
        if (move == one || move == opposite(one))
            move = opposite(move);
    return way;
}

/// What brings a child to a wrong way: arrows back, and one more of where it bends.
std::vector<Move> tempting(const std::vector<Move>& way, Random& random) {
    std::vector<Move> near, far;
    for (std::size_t i = 1; i < way.size(); ++i)
        if (way[i] != way[i - 1])
            near.push_back(random.happens(0.5) ? way[i] : way[i - 1]);
    for (const Move move : way)
        far.push_back(opposite(move));
    random.shuffle(near);
    random.shuffle(far);
    return {far.front(), near.front(), far.back()};
}

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    const NumberRange moves = level.settings.range("moves");
    const NumberRange bends = level.settings.range("bends");
    const StoneGarden garden =
        draw_garden(level.settings.number("side"), random.between(moves.low, moves.high),
                    random.between(bends.low, bends.high), random);
    const std::size_t goal = random.below(goals.size());
    const auto arrow = [&](Move move) {
        const std::string name(name_of(move));
        return Piece{name, PictureFace{content.picture(name)}, content.voice(name)};
    };
    Exercise exercise;
    exercise.skill = level.skill;
    Order task;
    task.scene = OrderScene::slate;
    task.model.faces = {draw_scene(garden, picture_of_word(content, goals[goal]), content, random)};
    task.walk = Walk{content.picture("walking_robot"), garden.robot(), {}};
    for (const Move move : all_moves)
        task.walk->steps.push_back({std::string(name_of(move)), garden.step(move)});
    const auto given = static_cast<std::size_t>(level.settings.number("given"));
    for (std::size_t i = 0; i < garden.way.size(); ++i) {
        const Piece piece = arrow(garden.way[i]);
        task.slots.push_back({piece.label, i < given ? std::optional(piece.face) : std::nullopt});
        task.when_built.push_back(piece.said);
        if (i >= given)
            exercise.pieces.push_back(piece);
    }
    auto more = tempting(garden.way, random);
    more.resize(static_cast<std::size_t>(level.settings.number("more")));
    for (const Move move : more)
        exercise.pieces.push_back(arrow(move));
    random.shuffle(exercise.pieces);

    const auto name = [&](const std::vector<Move>& wrong, const char* error, const char* line) {
        const std::string response = text_of(wrong);
        if (wrong != garden.way && error_for(exercise, response) == nullptr)
            exercise.errors.push_back({response, error, {content.voice(line)}});
    };
    name(swapped(garden.way, Move::right), "left_right_swapped", "other_way_round");
    name(swapped(garden.way, Move::down), "up_down_swapped", "other_way_round");
    for (std::size_t i = 1; i < garden.way.size(); ++i) {
        auto early = garden.way, late = garden.way;
        early[i - 1] = garden.way[i];
        late[i] = garden.way[i - 1];
        name(early, "step_too_few", "turned_too_early");
        name(late, "step_too_many", "turned_too_late");
    }
    exercise.item = exercise.expected = text_of(garden.way);
    exercise.prompt = {content.voice("robot_to_" + std::string(goal_lines[goal]))};
    exercise.praise = {content.voice("robot_arrived")};
    exercise.explanation = {content.voice("follow_the_stones")};
    exercise.difficulty = level.difficulty;
    exercise.task = std::move(task);
    return exercise;
}

} // namespace

Activity robot_grid() { return {"robot_grid", rules, make_exercise}; }

} // namespace mirabelle
