// What every exercise promises, over every activity, every level and many seeds: nothing a child meets is
// missing, wrong, unfair or unspeakable.
#include "engine/voice/spoken_lines.h"
#include "tests/support/exercise_text.h"
#include "tests/support/question_scene.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace mirabelle;

namespace {

constexpr std::uint64_t seeds = 200;

/// Every exercise of the program, with where it comes from.
template <typename Each>
void for_each_exercise(const Each& each) {
    for (const Activity& activity : every_activity())
        for (const Level& level : real_content().levels(activity.id)) {
            CAPTURE(activity.id);
            CAPTURE(level.id);
            for (std::uint64_t seed = 1; seed <= seeds; ++seed)
                each(level, exercise_of(activity, level, seed), seed);
        }
}

Milliseconds spoken(const Prompt& prompt) {
    Milliseconds sum = 0;
    for (const VoiceId line : prompt)
        sum += real_content().voices()[static_cast<std::size_t>(line)].duration;
    return sum;
}

std::vector<Piece> everything_shown(const Exercise& exercise) {
    std::vector<Piece> shown = exercise.pieces;
    if (const auto* counting = std::get_if<TapCount>(&exercise.task))
        shown.insert(shown.end(), counting->numerals.begin(), counting->numerals.end());
    return shown;
}

int labelled(const std::vector<Piece>& pieces, const std::string& label) {
    return static_cast<int>(std::count_if(pieces.begin(), pieces.end(),
                                          [&](const Piece& piece) { return piece.label == label; }));
}

std::string text_of(const Face& face) {
    if (const auto* writing = std::get_if<WritingFace>(&face))
        return writing->text + "/" + std::to_string(static_cast<int>(writing->script));
    return "picture " + std::to_string(static_cast<int>(std::get<PictureFace>(face).picture));
}

struct CheckSolution {
    const Exercise& exercise;

    void operator()(const Choose& task) const {
        REQUIRE(task.right < exercise.pieces.size());
        CHECK(exercise.pieces[task.right].label == exercise.expected);
        CHECK(labelled(exercise.pieces, exercise.expected) == 1);
        CHECK(exercise.options == static_cast<int>(exercise.pieces.size()));
        CHECK(exercise.pieces.size() >= 2);
        std::set<std::string> faces;
        for (const Piece& piece : exercise.pieces)
            faces.insert(text_of(piece.face));
        CHECK_MESSAGE(faces.size() == exercise.pieces.size(), "two pieces look the same");
    }
    void operator()(const TapCount& task) const {
        REQUIRE(task.right < task.numerals.size());
        CHECK(task.numerals[task.right].label == exercise.expected);
        CHECK(labelled(task.numerals, exercise.expected) == 1);
        CHECK(exercise.expected == std::to_string(exercise.pieces.size()));
        CHECK(exercise.options == static_cast<int>(task.numerals.size()));
        CHECK(task.number_words.size() == exercise.pieces.size() + 1);
        CHECK(task.layout_seed != 0);
        for (std::size_t i = 1; i < task.numerals.size(); ++i)
            CHECK(std::stoi(task.numerals[i].label) == std::stoi(task.numerals[i - 1].label) + 1);
        for (const Piece& piece : exercise.pieces)
            CHECK(text_of(piece.face) == text_of(exercise.pieces.front().face));
    }
    void operator()(const Drag& task) const {
        CHECK(exercise.expected == std::to_string(task.count));
        CHECK_MESSAGE(labelled(exercise.pieces, task.label) > task.count, "taking all is right too");
        std::map<std::string, std::set<std::string>> faces;
        for (const Piece& piece : exercise.pieces)
            faces[piece.label].insert(text_of(piece.face));
        std::set<std::string> all;
        for (const auto& [label, looks] : faces) {
            CHECK(looks.size() == 1);
            all.insert(looks.begin(), looks.end());
        }
        CHECK_MESSAGE(all.size() == faces.size(), "two kinds of things look the same");
    }
    void operator()(const Trace& task) const {
        CHECK_FALSE(task.glyph.strokes.empty());
        for (const Stroke& stroke : task.glyph.strokes)
            for (const Point p : stroke) {
                CHECK(p.x >= -0.001);
                CHECK(p.x <= task.glyph.width + 0.001);
                CHECK(p.y >= -0.001);
                CHECK(p.y <= 1.001);
            }
    }
};

} // namespace

TEST_SUITE("activities/contract") {
    TEST_CASE("each age column an activity serves has at least four levels, from easy to hard") {
        for (const Activity& activity : every_activity()) {
            CAPTURE(activity.id);
            std::set<std::string> ids;
            std::map<Band, std::vector<double>> difficulties;
            for (const Level& level : real_content().levels(activity.id)) {
                CHECK_MESSAGE(ids.insert(level.id).second, level.id);
                difficulties[level.band].push_back(level.difficulty);
            }
            CHECK_FALSE(difficulties.empty());
            for (const auto& [band, climb] : difficulties) {
                CAPTURE(name_of(band));
                CHECK(climb.size() >= 4);
                CHECK(std::is_sorted(climb.begin(), climb.end()));
            }
        }
    }

    TEST_CASE("every exercise is filed under a known skill of its age column") {
        for_each_exercise([](const Level& level, const Exercise& exercise, std::uint64_t seed) {
            CAPTURE(seed);
            CHECK(exercise.skill == level.skill);
            CHECK(real_content().skill(exercise.skill).band == level.band);
            CHECK_FALSE(exercise.item.empty());
            CHECK_FALSE(exercise.expected.empty());
            CHECK(std::abs(exercise.difficulty) < 8);
        });
    }

    TEST_CASE("everything that is said has a voice, and everything that is shown a picture") {
        for_each_exercise([](const Level&, const Exercise& exercise, std::uint64_t seed) {
            CAPTURE(seed);
            CHECK_FALSE(exercise.prompt.empty());
            CHECK_FALSE(exercise.praise.empty());
            for (const Prompt& prompt : everything_said(exercise))
                for (const VoiceId line : prompt) {
                    REQUIRE(static_cast<std::size_t>(line) < real_content().voices().size());
                    CHECK_MESSAGE(line != VoiceId{}, "a voice line is unknown");
                    CHECK(real_content().voices()[static_cast<std::size_t>(line)].duration > 0);
                }
            for (const Piece& piece : everything_shown(exercise)) {
                CHECK_FALSE(piece.label.empty());
                if (const auto* picture = std::get_if<PictureFace>(&piece.face))
                    REQUIRE(static_cast<std::size_t>(picture->picture) < real_content().pictures().size());
                else
                    CHECK_FALSE(std::get<WritingFace>(piece.face).text.empty());
            }
        });
        for (const Voice& voice : real_content().voices().subspan(1))
            CHECK_MESSAGE(std::filesystem::exists(voice.file), voice.file.string());
        for (const auto& picture : real_content().pictures())
            CHECK_MESSAGE(std::filesystem::exists(picture), picture.string());
        CHECK(real_content().problems().empty());
    }

    TEST_CASE("the solution is what it says, and nothing else is right too") {
        for_each_exercise([](const Level&, const Exercise& exercise, std::uint64_t seed) {
            CAPTURE(seed);
            std::visit(CheckSolution{exercise}, exercise.task);
        });
    }

    TEST_CASE("every wrong answer with a name is known to teachers, wrong, and explained") {
        std::set<std::string> known;
        for (const ErrorDescription& error : real_content().errors())
            known.insert(error.id);
        for_each_exercise([&](const Level&, const Exercise& exercise, std::uint64_t seed) {
            CAPTURE(seed);
            std::set<std::string> responses;
            for (const NamedError& error : exercise.errors) {
                CHECK_MESSAGE(known.count(error.name) == 1, error.name);
                CHECK(error.response != exercise.expected);
                CHECK_MESSAGE(responses.insert(error.response + "/" + error.name).second, error.response);
                CHECK_FALSE(error.explanation.empty());
            }
            if (const auto* choose = std::get_if<Choose>(&exercise.task))
                for (std::size_t i = 0; i < exercise.pieces.size(); ++i)
                    CHECK((error_for(exercise, exercise.pieces[i].label) != nullptr) == (i != choose->right));
        });
    }

    TEST_CASE("no instruction is longer than a child of that age listens") {
        const std::map<Band, Milliseconds> longest{{Band::PS, 6000}, {Band::MS, 8000}, {Band::GS, 10'000}};
        for_each_exercise([&](const Level& level, const Exercise& exercise, std::uint64_t seed) {
            CAPTURE(seed);
            CHECK(spoken(exercise.prompt) <= longest.at(level.band));
            for (const NamedError& error : exercise.errors)
                CHECK(spoken(error.explanation) <= longest.at(level.band));
            CHECK(spoken(exercise.praise) <= longest.at(level.band));
        });
    }

    TEST_CASE("sounds are asked only of letters whose sound children can hold, against other such letters") {
        const Activity& listen = activity_named("listen_and_touch");
        for (const Level& level : real_content().levels(listen.id))
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                CAPTURE(level.id);
                CAPTURE(seed);
                const Exercise exercise = exercise_of(listen, level, seed);
                CHECK(exercise.pieces.size() == static_cast<std::size_t>(level.settings.number("choices")));
                if (level.settings.word("ask") == "sound")
                    for (const Piece& piece : exercise.pieces)
                        CHECK(real_content().letter(piece.label).sound_may_be_asked);
            }
    }

    TEST_CASE("letters come in the order they are taught: none is met before an easier column's turn") {
        // Every letter shown was asked in this level or in an earlier one of the same column, or the column
        // before.
        const Activity& listen = activity_named("listen_and_touch");
        std::set<std::string> met;
        for (const Level& level : real_content().levels(listen.id)) {
            CAPTURE(level.id);
            for (const std::string& letter : level.settings.words("letters"))
                met.insert(letter);
            for (const std::string& foil : level.settings.words("foils"))
                CHECK_MESSAGE(met.count(foil) == 1, foil);
        }
    }

    TEST_CASE("no two things on one table are called the same") {
        // Homophones never stand in one set.
        std::map<std::string, std::string> spoken_as;
        for (const CountedObject& object : real_content().objects()) {
            const auto line = static_cast<std::size_t>(real_content().voice("these_" + object.id));
            const auto [place, is_new] = spoken_as.emplace(real_content().voices()[line].text, object.id);
            CHECK_MESSAGE(is_new, object.id, " is called like ", place->second);
        }
    }

    TEST_CASE("the same seed asks the same, another seed something else") {
        for (const Activity& activity : every_activity())
            for (const Level& level : real_content().levels(activity.id)) {
                CAPTURE(activity.id);
                CAPTURE(level.id);
                std::set<std::string> different;
                for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                    const std::string first = text_of_exercise(exercise_of(activity, level, seed));
                    CHECK(first == text_of_exercise(exercise_of(activity, level, seed)));
                    different.insert(first);
                }
                CHECK(different.size() >= 2);
            }
    }
}
