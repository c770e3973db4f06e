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

int labelled(const std::vector<Piece>& pieces, const std::string& label) {
    return static_cast<int>(std::count_if(pieces.begin(), pieces.end(),
                                          [&](const Piece& piece) { return piece.label == label; }));
}

struct CheckFace {
    void operator()(const PictureFace& face) const { check(face.picture); }
    void operator()(const WritingFace& face) const { CHECK_FALSE(face.text.empty()); }
    void operator()(const DotsFace& face) const {
        for (const Dot& dot : face.dots) {
            CHECK(dot.radius > 0.02); // of the box: smaller ones melt into one another on a tablet
            CHECK(Rect{0, 0, 1, 1}.contains(square_on(dot.at, 2 * dot.radius)));
        }
    }
    void operator()(const BarFace& face) const {
        CHECK(face.length > 0.1);
        CHECK(face.length <= 1);
    }
    void operator()(const SceneFace& face) const {
        for (const PlacedPicture& placed : face.pictures) {
            check(placed.picture);
            CHECK(Rect{0, 0, 1, 1}.grown(0.001).contains(placed.where));
        }
    }
    static void check(PictureId picture) {
        REQUIRE(static_cast<std::size_t>(picture) < real_content().pictures().size());
    }
};

struct CheckSolution {
    const Exercise& exercise;

    void operator()(const Choose& task) const {
        REQUIRE(task.right < exercise.pieces.size());
        CHECK(exercise.pieces[task.right].label == exercise.expected);
        CHECK(labelled(exercise.pieces, exercise.expected) == 1);
        CHECK(exercise.options == static_cast<int>(exercise.pieces.size()));
        CHECK(exercise.pieces.size() >= 2);
        check_that_all_differ();
    }
    void check_that_all_differ() const {
        for (std::size_t i = 0; i < exercise.pieces.size(); ++i)
            for (std::size_t j = i + 1; j < exercise.pieces.size(); ++j)
                CHECK_MESSAGE(exercise.pieces[i].face != exercise.pieces[j].face, "two pieces look the same");
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
            CHECK(piece.face == exercise.pieces.front().face);
    }
    void operator()(const Drag& task) const {
        CHECK(exercise.expected == std::to_string(task.count));
        CHECK_MESSAGE(labelled(exercise.pieces, task.label) > task.count, "taking all is right too");
        check_that_labels_tell_faces();
    }
    /// Pieces with one label look alike, others do not.
    void check_that_labels_tell_faces() const {
        for (const Piece& a : exercise.pieces)
            for (const Piece& b : exercise.pieces)
                CHECK((a.label == b.label) == (a.face == b.face));
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
    void operator()(const Order& task) const {
        check_that_labels_tell_faces();
        std::map<std::string, int> missing;
        std::string built;
        int to_fill = 0;
        for (const Slot& slot : task.slots) {
            built += (built.empty() ? "" : " ") + slot.wanted;
            CHECK_FALSE(slot.wanted.empty());
            if (!slot.given) {
                ++missing[slot.wanted];
                ++to_fill;
            }
        }
        CHECK(to_fill >= 1);
        CHECK(built == exercise.expected);
        for (const auto& [label, count] : missing)
            CHECK_MESSAGE(labelled(exercise.pieces, label) >= count, "a place has no piece: ", label);
    }
    void operator()(const Sort& task) const {
        CHECK(task.baskets.size() >=
              (task.check == SortCheck::at_bell ? 1U : 2U)); // one to fill, or to choose
        CHECK(task.baskets.size() <= 4);
        std::map<std::string, int> wanted;
        for (const Basket& basket : task.baskets) {
            CHECK_FALSE(basket.label.empty());
            for (const std::string& label : basket.wanted)
                ++wanted[label];
        }
        for (const auto& [label, count] : wanted)
            CHECK_MESSAGE(labelled(exercise.pieces, label) >= count,
                          "a basket wants what is not there: ", label);
        CHECK_FALSE(wanted.empty());
    }
    void operator()(const Pairs& task) const {
        REQUIRE(task.partner.size() == exercise.pieces.size());
        CHECK(task.partner.size() >= 4);
        check_that_all_differ();
        for (std::size_t i = 0; i < task.partner.size(); ++i) {
            REQUIRE(task.partner[i] < task.partner.size());
            CHECK(task.partner[i] != i);
            CHECK(task.partner[task.partner[i]] == i);
        }
    }
    void operator()(const Strip& task) const {
        CHECK(task.first < task.last);
        CHECK(task.target >= task.first);
        CHECK(task.target <= task.last);
        CHECK(task.tolerance > 0);
        CHECK_MESSAGE(task.tolerance < (task.last - task.first) / 4.0, "nearly everything is right");
    }
    void operator()(const Rhythm& task) const {
        CHECK(task.beats >= 1);
        CHECK(task.beats <= 6);
        if (task.odd)
            CHECK(*task.odd < task.lines.size());
    }
    void operator()(const Story& task) const {
        CHECK(task.pages.size() >= 3);
        REQUIRE(task.right < exercise.pieces.size());
        CHECK(exercise.pieces[task.right].label == exercise.expected);
        CHECK(labelled(exercise.pieces, exercise.expected) == 1);
        check_that_all_differ();
        for (const StoryPage& page : task.pages) {
            CHECK_FALSE(page.scene.pictures.empty());
            CHECK_FALSE(page.told.empty());
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
            CHECK(exercise.expected.empty() == (exercise.scoring == Scoring::never));
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
            for (const Piece& piece : exercise.pieces)
                CHECK_FALSE(piece.label.empty());
            for (const Face& face : faces_shown(exercise))
                std::visit(CheckFace{}, face);
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
            if (exercise.scoring == Scoring::counts)
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
            if (exercise.scoring == Scoring::never)
                CHECK_MESSAGE(exercise.errors.empty(), "nothing is wrong there");
            else if (const auto* choose = std::get_if<Choose>(&exercise.task))
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
