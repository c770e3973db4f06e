// What is special in the games that stand beside older ones: that their answers are the only right ones, and
// that their errors have the name they should have.
#include "engine/sort_text.h"
#include "tests/support/question_scene.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

namespace {

constexpr std::uint64_t seeds = 80;

template <typename Each>
void for_each_question(std::string_view activity, const Each& each) {
    for (const Level& level : real_content().levels(activity))
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            CAPTURE(level.id);
            CAPTURE(seed);
            each(exercise_of(activity_named(activity), level, seed));
        }
}

const Word& word_named(const std::string& text) {
    for (const Word& word : real_content().words())
        if (word.text == text)
            return word;
    FAIL("there is no such word: ", text);
    return real_content().words().front();
}

/// Whether each face is the one two, or three, places before it.
bool repeats(const std::vector<Face>& row) {
    for (std::size_t unit = 2; unit <= 3; ++unit)
        if (std::equal(row.begin() + static_cast<std::ptrdiff_t>(unit), row.end(), row.begin()))
            return true;
    return false;
}

PictureId shown(const Face& face) { return std::get<PictureFace>(face).picture; }

} // namespace

TEST_SUITE("activities/second games") {
    TEST_CASE("a spoilt pattern can be repaired at one place only, with the piece that is right") {
        int repaired = 0;
        for_each_question("patterns", [&](const Exercise& exercise) {
            const auto* task = std::get_if<Choose>(&exercise.task);
            if (task == nullptr)
                return;
            ++repaired;
            const std::vector<Face>& row = task->model.faces;
            CHECK_FALSE(repeats(row));
            int ways = 0;
            for (std::size_t place = 0; place < row.size(); ++place)
                for (std::size_t i = 0; i < exercise.pieces.size(); ++i) {
                    std::vector<Face> other = row;
                    other[place] = PictureFace{shown(exercise.pieces[i].face)};
                    if (other[place] != row[place] && repeats(other)) {
                        ++ways;
                        CHECK(i == task->right);
                        CHECK(place > 0);
                        CHECK(place + 1 < row.size());
                    }
                }
            CHECK(ways == 1);
        });
        CHECK(repaired >= 3 * static_cast<int>(seeds));
    }

    TEST_CASE("the building that is right is the model's, and no other one is") {
        for_each_question("assemblies", [](const Exercise& exercise) {
            const auto& task = std::get<Choose>(exercise.task);
            if (exercise.expected != "same_building")
                return;
            for (std::size_t i = 0; i < exercise.pieces.size(); ++i)
                CHECK((exercise.pieces[i].face == task.model.faces.front()) == (i == task.right));
        });
    }

    TEST_CASE("the missing block fits the hole, in its shape, its turn and its colour") {
        for_each_question("assemblies", [](const Exercise& exercise) {
            const auto& task = std::get<Choose>(exercise.task);
            if (exercise.expected != "missing_block")
                return;
            const auto& whole = std::get<SceneFace>(task.model.faces[0]).pictures;
            const auto& holed = std::get<SceneFace>(task.model.faces[1]).pictures;
            CHECK(whole.size() == holed.size());
            for (const PlacedPicture& block : whole)
                if (block.where == holed.back().where)
                    CHECK(block.picture == shown(exercise.pieces[task.right].face));
        });
    }

    TEST_CASE("only the partners make the whole together") {
        for_each_question("make_ten", [](const Exercise& exercise) {
            const auto& task = std::get<Pairs>(exercise.task);
            const int whole = std::stoi(exercise.item);
            for (std::size_t i = 0; i < exercise.pieces.size(); ++i)
                for (std::size_t j = 0; j < exercise.pieces.size(); ++j)
                    if (i != j)
                        CHECK((std::stoi(exercise.pieces[i].label) + std::stoi(exercise.pieces[j].label) ==
                               whole) == (task.partner[i] == j));
        });
    }

    TEST_CASE("words in one basket begin alike, and like none of another basket") {
        for_each_question("sound_baskets", [](const Exercise& exercise) {
            const auto& task = std::get<Sort>(exercise.task);
            for (const Basket& basket : task.baskets) {
                REQUIRE_FALSE(basket.wanted.empty());
                for (const Basket& other : task.baskets)
                    for (const std::string& a : basket.wanted)
                        for (const std::string& b : other.wanted)
                            CHECK(begin_alike(word_named(a), word_named(b)) == (&basket == &other));
            }
            std::set<std::string> different;
            for (const Piece& piece : exercise.pieces)
                CHECK(different.insert(piece.label).second);
        });
    }

    TEST_CASE("cards in order have ever more, and every number is one of theirs") {
        for_each_question("number_order", [](const Exercise& exercise) {
            int before = 0;
            for (const Slot& slot : std::get<Order>(exercise.task).slots) {
                CHECK(std::stoi(slot.wanted) > before);
                before = std::stoi(slot.wanted);
            }
            CHECK(before <= 10);
        });
    }

    TEST_CASE("what is missing is what guests have more than there is food") {
        for_each_question("how_many_missing", [](const Exercise& exercise) {
            const auto& faces = std::get<Choose>(exercise.task).model.faces;
            std::size_t guests = 0, served = 0;
            const PictureId guest = std::get<SceneFace>(faces.front()).pictures.front().picture;
            for (const Face& face : faces)
                for (const PlacedPicture& placed : std::get<SceneFace>(face).pictures)
                    ++(placed.picture == guest ? guests : served);
            CHECK(std::to_string(guests - served) == exercise.expected);
        });
    }

    TEST_CASE("on plates one too many, one too few and many too few are told apart") {
        const auto error_when = [](int to_left, int to_right) {
            QuestionScene scene("fill_plates", "ms-2", 4);
            scene.wait(500);
            const auto& task = std::get<Sort>(scene.question.exercise().task);
            const std::array wanted{static_cast<int>(task.baskets[0].wanted.size()),
                                    static_cast<int>(task.baskets[1].wanted.size())};
            const std::array given{wanted[0] + to_left, wanted[1] + to_right};
            std::vector<Target> targets = scene.question.mechanic().targets();
            std::size_t next = 3; // after two plates and the bell
            for (std::size_t plate = 0; plate < 2; ++plate)
                for (int i = 0; i < given[plate]; ++i) {
                    Gesture gesture;
                    add_drag(gesture, targets[next++].drawn.centre(), targets[plate].drawn.centre());
                    scene.perform(gesture);
                    scene.wait(300);
                }
            scene.tap(targets[2].drawn.centre());
            scene.wait(100);
            REQUIRE(scene.answers.size() == 1);
            return scene.answers[0].error;
        };
        CHECK(error_when(0, 0).empty());
        CHECK(error_when(1, 0) == "one_more");
        CHECK(error_when(0, -1) == "one_less");
        CHECK(error_when(-1, -2) == "not_enough");
    }
}
