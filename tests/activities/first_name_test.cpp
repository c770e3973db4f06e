// A child is asked about its own name, and nothing that is written down or exported says which one it is.
#include "engine/french.h"
#include "engine/utf8.h"
#include "platform/font_files.h"
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

#include <set>
#include <sstream>

using namespace mirabelle;

namespace {

constexpr std::uint64_t seeds = 25;

const std::vector<std::string>& canaries() {
    static const std::vector<std::string> names{"Lo",
                                                "Zoé",
                                                "Emma",
                                                "Anna",
                                                "Jean-Baptiste",
                                                "Anne Sophie",
                                                "N'Golo",
                                                "D’Artagnan",
                                                "Gaëlle",
                                                "François",
                                                "Maëlys",
                                                "Mañana",
                                                "Łukasz",
                                                "Abdourrahmanesalihou",
                                                "Marie-Antoinette-Louise",
                                                "Ælfric",
                                                "Cœurine",
                                                "  Noé  ",
                                                "Noe\u0301mie",
                                                "-Éli"};
    return names;
}

FirstNames of(const std::string& own,
              std::vector<std::string> others = {"Chloé", "Malo", "Zinedine", "Emmi"}) {
    return {own, std::move(others)};
}

/// Every question about that name: each(exercise, level).
template <typename Each>
void for_each_question(const FirstNames& names, const Each& each) {
    const Activity& activity = activity_named("first_name");
    for (const Level& level : real_content().levels(activity.id)) {
        CAPTURE(level.id);
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            Random chance(seed);
            each(activity.ask(level, real_content(), names, chance), level);
        }
    }
}

/// Words of which all that is written down consists, whatever the name.
bool is_neutral(const std::string& word) {
    static const std::set<std::string> known{"own",     "letters", "rest",   "other_1",
                                             "other_2", "other_3", "other_4"};
    return known.count(word) > 0 ||
           (word.find_first_not_of("0123456789") == std::string::npos && word.size() < 3);
}

void check_neutral(const std::string& text) {
    std::istringstream words(text);
    for (std::string word; words >> word;)
        CHECK_MESSAGE(is_neutral(word), text);
}

std::string text_of(const Face& face) { return std::get<WritingFace>(face).text; }

/// What stands on the slate once it is right.
std::string built(const Exercise& exercise) {
    std::string word;
    for (const Slot& slot : std::get<Order>(exercise.task).slots) {
        const auto piece = std::find_if(exercise.pieces.begin(), exercise.pieces.end(),
                                        [&](const Piece& one) { return one.label == slot.wanted; });
        word += text_of(slot.given ? *slot.given : piece->face);
    }
    return word;
}

bool builds(const Exercise& exercise) { return std::holds_alternative<Order>(exercise.task); }

} // namespace

TEST_SUITE("activities/first_name") {
    TEST_CASE("nothing that is written down says anything of the name") {
        for (const std::string& name : canaries()) {
            CAPTURE(name);
            for_each_question(of(name), [](const Exercise& exercise, const Level&) {
                check_neutral(exercise.item);
                check_neutral(exercise.expected);
                for (const Piece& piece : exercise.pieces)
                    check_neutral(piece.label);
                for (const std::string& option : options_shown(exercise))
                    check_neutral(option);
                for (const NamedError& error : exercise.errors)
                    check_neutral(error.response);
                if (const auto* order = std::get_if<Order>(&exercise.task))
                    for (const Slot& slot : order->slots)
                        check_neutral(slot.wanted);
            });
        }
    }

    TEST_CASE("every name can be found and built, letter by letter, in letters that the fonts have") {
        const FontFiles fonts(real_content().folder() / "fonts");
        for (const std::string& name : canaries()) {
            CAPTURE(name);
            for_each_question(of(name), [&](const Exercise& exercise, const Level& level) {
                for (const Face& face : faces_shown(exercise)) {
                    const auto& writing = std::get<WritingFace>(face);
                    CHECK_FALSE(writing.text.empty());
                    for (std::string_view rest = writing.text; !rest.empty();)
                        CHECK_MESSAGE(fonts.has(writing.script, take_character(rest)), writing.text);
                }
                if (builds(exercise)) {
                    const auto& slots = std::get<Order>(exercise.task).slots;
                    CHECK(slots.size() <= 6);
                    CHECK(std::any_of(slots.begin(), slots.end(),
                                      [](const Slot& slot) { return !slot.given; }));
                } else {
                    CHECK(exercise.pieces.size() ==
                          static_cast<std::size_t>(level.settings.number("choices")));
                }
            });
        }
    }

    TEST_CASE("the right one is the child's own name, as the level writes it") {
        for_each_question(of("Zoé"), [](const Exercise& exercise, const Level& level) {
            const std::string shown = level.settings.word("script") == "capital" ? "ZOÉ" : "Zoé";
            if (builds(exercise))
                CHECK(built(exercise) == shown);
            else
                CHECK(text_of(exercise.pieces[std::get<Choose>(exercise.task).right].face) == shown);
        });
        const auto built_of = [](const std::string& name) {
            std::string word;
            for_each_question(of(name), [&](const Exercise& exercise, const Level& level) {
                if (level.id == "ms-2")
                    word = built(exercise);
            });
            return word;
        };
        CHECK(built_of("Emma") == "EMMA");
        CHECK(built_of("Jean-Baptiste") == "JEAN");
        CHECK(built_of("Anne Sophie") == "ANNE");
        CHECK(built_of("N'Golo") == "N'GOLO");
        CHECK(built_of("  Noé  ") == "NOÉ");
        CHECK(built_of("Abdourrahmanesalihou") == "ABDOURRAHMANESALIHOU");
    }

    TEST_CASE("who has no name, or one in other letters, is asked about an example") {
        for (const char* const name : {"", "   ", "7", "محمد"})
            for_each_question(of(name, {}), [](const Exercise& exercise, const Level&) {
                const Model& model = builds(exercise) ? std::get<Order>(exercise.task).model
                                                      : std::get<Choose>(exercise.task).model;
                CHECK_FALSE(model.faces.empty()); // nobody knows it by heart
                CHECK(model.shown_for == 0);
            });
    }

    TEST_CASE("alone in its class, or among children of the same name, a child finds other names too") {
        for (const auto& others : {std::vector<std::string>{}, {"Léa", "Léa", "léa", "LÉA"}, {"Léa-Lou"}})
            for_each_question(of("Léa", others), [](const Exercise& exercise, const Level&) {
                std::set<std::string> texts;
                for (const Piece& piece : exercise.pieces)
                    CHECK((builds(exercise) || texts.insert(text_of(piece.face)).second));
            });
    }

    TEST_CASE("names of the class come before examples") {
        std::set<std::string> met;
        for_each_question(of("Zoé", {"Zack", "Zia"}), [&](const Exercise& exercise, const Level& level) {
            if (level.id == "ps-3")
                for (const Piece& piece : exercise.pieces)
                    met.insert(text_of(piece.face));
        });
        CHECK(met == std::set<std::string>{"ZOÉ", "ZIA"}); // as long, and it begins alike
    }

    TEST_CASE("a seated child is asked about its own name, and the journal does not tell which") {
        AppScene scene(settings_for(1, 4));
        const Child& child = scene.app.class_room().children()[1];
        const Activity& activity = activity_named("first_name");
        scene.app.launch({&activity, &level_named("first_name", "ps-2"), {std::size_t{1}}});
        int asked = 0;
        while (scene.wait_for_question()) {
            const Exercise& exercise = scene.play()->question().exercise();
            CHECK(text_of(exercise.pieces[std::get<Choose>(exercise.task).right].face) ==
                  in_capitals(child.first_name));
            CHECK(scene.play()->question().exercise().expected == "own");
            scene.perform(scene.screen().answer());
            scene.wait(400);
            ++asked;
        }
        CHECK(asked >= 3);
        const auto attempts = scene.school.attempts();
        CHECK(attempts.size() == static_cast<std::size_t>(asked));
        for (const Attempt& attempt : attempts) {
            CHECK(attempt.correct);
            for (const std::string& text : {attempt.item, attempt.expected, attempt.response})
                check_neutral(text);
            for (const std::string& option : attempt.options)
                check_neutral(option);
        }
    }
}
