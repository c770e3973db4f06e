#include "activities/activities.h"
#include "tests/support/real_content.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace mirabelle;

namespace {

const Word& word_named(std::string_view text) {
    const auto words = real_content().words();
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.text == text; });
    REQUIRE_MESSAGE(found != words.end(), std::string(text));
    return *found;
}

struct Asked {
    const Level& level;
    Exercise exercise;
    std::vector<const Word*> shown;
    const Word& right;

    bool odd() const { return level.settings.word("ask") == "odd_one_out"; }
    /// The word that is said first, where one is looked for that goes with it.
    const Word& model() const { return word_named(exercise.item.substr(0, exercise.item.find(' '))); }
};

/// Every level of an activity with many seeds.
template <typename Check>
void each_question(std::string_view activity, Check check) {
    for (const Level& level : real_content().levels(activity))
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            Random random(seed);
            Exercise exercise = activity_named(activity).make_exercise(level, real_content(), random);
            CAPTURE(level.id);
            CAPTURE(seed);
            CAPTURE(exercise.item);
            std::vector<const Word*> shown;
            std::set<std::vector<std::string>> sounds;
            for (const Piece& piece : exercise.pieces) {
                shown.push_back(&word_named(piece.label));
                sounds.insert(shown.back()->phonemes);
                REQUIRE(shown.back()->named_alike);
                REQUIRE(shown.back()->band <= level.band);
            }
            REQUIRE(sounds.size() == shown.size()); // no homophones, nothing twice
            REQUIRE(static_cast<int>(shown.size()) == level.settings.number("choices"));
            const Word& right = *shown[std::get<Choose>(exercise.task).right];
            check(Asked{level, std::move(exercise), shown, right});
        }
}

/// Of the shown words exactly the right one is, or is not, related to what the question names.
template <typename Related>
void check_only_answer(const Asked& asked, Related related) {
    if (asked.odd()) {
        for (const Word* word : asked.shown)
            for (const Word* other : asked.shown)
                if (word != other)
                    REQUIRE(related(*word, *other) == (word != &asked.right && other != &asked.right));
        return;
    }
    const Word& model = asked.model();
    REQUIRE_FALSE(sound_alike(model, asked.right));
    for (const Word* word : asked.shown)
        REQUIRE(related(*word, model) == (word == &asked.right));
}

std::size_t different_questions(std::string_view activity, const Level& level) {
    std::set<std::string> items;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        Random random(seed);
        items.insert(activity_named(activity).make_exercise(level, real_content(), random).item);
    }
    return items.size();
}

} // namespace

TEST_SUITE("activities/words") {
    TEST_CASE("words are heard as they are said, not as they are written") {
        CHECK(rhyme(word_named("chapeau"), word_named("vélo")));
        CHECK(rhyme(word_named("lait"), word_named("nez"))); // mid vowels are one
        CHECK_FALSE(rhyme(word_named("chat"), word_named("vache")));
        CHECK(begin_alike(word_named("chat"), word_named("chaise")));
        CHECK_FALSE(begin_alike(word_named("cerise"), word_named("carotte")));
        CHECK(begin_with_same_syllable(word_named("chapeau"), word_named("château")));
        CHECK_FALSE(begin_with_same_syllable(word_named("chat"), word_named("chaussette")));
        CHECK(is_minimal_pair(word_named("lapin"), word_named("sapin")));
        CHECK_FALSE(is_minimal_pair(word_named("lapin"), word_named("pain")));
        CHECK(word_named("papillon").syllables == 3);
        CHECK_FALSE(word_named("lion").counts_alike);
        CHECK_FALSE(word_named("taureau").named_alike);
    }

    TEST_CASE("what rhymes is the only thing that rhymes") {
        each_question("rhymes", [](const Asked& asked) { check_only_answer(asked, rhyme); });
    }

    TEST_CASE("what begins alike is the only thing that does") {
        each_question("same_beginning", [](const Asked& asked) {
            const bool syllable = asked.level.settings.word("unit") == "syllable";
            check_only_answer(asked, syllable ? begin_with_same_syllable : begin_alike);
            if (syllable)
                for (const Word* word : asked.shown)
                    REQUIRE(word->counts_alike);
        });
    }

    TEST_CASE("the odd one is of another family, and the others are of one") {
        each_question("touch_picture", [](const Asked& asked) {
            if (asked.odd())
                check_only_answer(asked,
                                  [](const Word& a, const Word& b) { return a.category == b.category; });
        });
    }

    TEST_CASE("a pair of sounds differs by one sound") {
        for (const Level& level : real_content().levels("sound_pairs"))
            for (std::uint64_t seed = 0; seed < 300; ++seed) {
                Random random(seed);
                const Exercise exercise =
                    activity_named("sound_pairs").make_exercise(level, real_content(), random);
                const Word& right = word_named(exercise.item);
                CAPTURE(level.id);
                CAPTURE(exercise.item);
                REQUIRE(std::any_of(exercise.pieces.begin(), exercise.pieces.end(), [&](const Piece& piece) {
                    return is_minimal_pair(word_named(piece.label), right);
                }));
            }
    }

    TEST_CASE("a level has more questions than a round") {
        for (const std::string_view activity : {"rhymes", "same_beginning", "touch_picture", "sound_pairs"})
            for (const Level& level : real_content().levels(activity)) {
                CAPTURE(activity);
                CAPTURE(level.id);
                CHECK(static_cast<int>(different_questions(activity, level)) >
                      real_content().sizes(level.band).questions_most);
            }
    }
}
