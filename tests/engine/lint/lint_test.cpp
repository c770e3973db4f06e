// The linter: every defect that is planted is found, by its own rule, and the shipped content has none.
#include "engine/content/content_error.h"
#include "engine/content/pack.h"
#include "engine/lint/lint.h"
#include "engine/lint/programme.h"
#include "platform/font_files.h"
#include "tests/support/pack_files.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <set>

using namespace mirabelle;

namespace {

const Fonts& real_fonts() {
    static const FontFiles fonts(real_content().folder() / "fonts");
    return fonts;
}

constexpr LintOptions quick{30, 4, 2};

/// What is done to every exercise of a sound activity.
using Spoil = void (*)(Exercise& exercise);
Spoil spoil_with = nullptr;
const Activity* spoilt = nullptr;

Exercise make_spoilt(const Level& level, const Content& content, Random& random) {
    Exercise exercise = spoilt->make_exercise(level, content, random);
    spoil_with(exercise);
    return exercise;
}

/// The rules that complain once `spoil` has been at the exercises of `activity`; what is wrong with all
/// others is none of its business.
std::set<std::string> found_after(std::string_view activity, Spoil spoil) {
    spoilt = &activity_named(activity);
    spoil_with = spoil;
    const std::array planted{Activity{spoilt->id, spoilt->rules, make_spoilt}};
    std::set<std::string> rules;
    for (const LintFinding& finding :
         lint(real_content(), planted, real_fonts(), make_mechanic, quick).findings) {
        rules.insert(std::string(name_of(finding.rule)));
        CHECK(finding.activity == activity);
        CHECK_FALSE(finding.level.empty());
        CHECK(finding.seed >= 1);
        CHECK_FALSE(finding.reason.empty());
    }
    return rules;
}

bool finds(std::string_view rule, std::string_view activity, Spoil spoil) {
    CHECK(found_after(activity, [](Exercise&) {}).empty()); // it was sound before
    return found_after(activity, spoil).count(std::string(rule)) == 1;
}

std::string told(const LintReport& report) {
    std::vector<std::string> sentences;
    for (const LintFinding& finding : report.findings)
        sentences.push_back(fmt::format("{} {} seed {}: {}: {}", finding.activity, finding.level,
                                        finding.seed, name_of(finding.rule), finding.reason));
    return fmt::format("{}", fmt::join(sentences, "\n"));
}

Choose& choose_of(Exercise& exercise) { return std::get<Choose>(exercise.task); }
std::size_t a_foil(Exercise& exercise) { return choose_of(exercise).right == 0 ? 1 : 0; }

const Word& word_where(bool (*fits)(const Word&)) {
    for (const Word& word : real_content().words())
        if (fits(word))
            return word;
    FAIL("there is no such word");
    return real_content().words().front();
}
/// Lays `word` where a foil was.
void show_as_foil(Exercise& exercise, const Word& word) {
    exercise.pieces[a_foil(exercise)] = {word.text, PictureFace{word.picture}};
}
const Word& shown(const Exercise& exercise, std::size_t piece) {
    for (const Word& word : real_content().words())
        if (word.text == exercise.pieces[piece].label)
            return word;
    FAIL("no word: ", exercise.pieces[piece].label);
    return real_content().words().front();
}

} // namespace

TEST_SUITE("engine/lint") {
    TEST_CASE("no shipped level has a flaw") {
        // Fewer seeds than the program asks by itself: this build is slow. `mirabelle lint` runs beside it.
        const LintReport report =
            lint(real_content(), all_activities(), real_fonts(), make_mechanic, {40, 4, 2});
        CHECK_MESSAGE(report.findings.empty(), told(report));
        CHECK(report.variety.size() >= all_activities().size() * 4);
    }

    TEST_CASE("no shipped level has a flaw for children who hear the final e") {
        Content south = real_content();
        south.set_accent(Accent::southern);
        const auto other = asked_otherwise(real_content(), Accent::southern, all_activities());
        CHECK(other.size() >= 8);                          // whatever says words
        CHECK(other.size() < all_activities().size() / 2); // and nothing else
        const LintReport report = lint(south, other, real_fonts(), make_mechanic, {60, 4, 2});
        CHECK_MESSAGE(report.findings.empty(), told(report));
    }

    TEST_CASE("the right answer among the foils is found") {
        CHECK(finds("right_among_foils", "touch_picture",
                    [](Exercise& exercise) { exercise.pieces[a_foil(exercise)].label = exercise.expected; }));
    }

    TEST_CASE("the same foil twice is found, by its name or by its look") {
        const auto add_foil = [](Exercise& exercise) {
            exercise.pieces.push_back(exercise.pieces[a_foil(exercise)]);
        };
        CHECK(finds("same_foil_twice", "listen_and_touch", add_foil));
        CHECK(finds("same_foil_twice", "listen_and_touch", [](Exercise& exercise) {
            exercise.pieces[a_foil(exercise)].face = exercise.pieces[choose_of(exercise).right].face;
        }));
    }

    TEST_CASE("a foil that rhymes, begins alike, or goes with the others is found") {
        CHECK(finds("foil_also_right", "rhymes", [](Exercise& exercise) {
            const Word& right = shown(exercise, choose_of(exercise).right);
            for (const Word& word : real_content().words())
                if (rhyme(word, right) && word.text != right.text && exercise.item.find(word.text) != 0)
                    return show_as_foil(exercise, word);
        }));
        CHECK(finds("foil_also_right", "same_beginning", [](Exercise& exercise) {
            const Word& right = shown(exercise, choose_of(exercise).right);
            for (const Word& word : real_content().words())
                if (begin_with_same_syllable(word, right) && word.text != right.text &&
                    exercise.item.find(word.text) != 0)
                    return show_as_foil(exercise, word);
        }));
        CHECK(finds("foil_also_right", "give_me", [](Exercise& exercise) {
            auto& task = std::get<Drag>(exercise.task);
            task.count = static_cast<int>(exercise.pieces.size());
        }));
    }

    TEST_CASE("an answer that counts as right but is not is found") {
        CHECK(finds("wrong_answer", "rhymes", [](Exercise& exercise) {
            choose_of(exercise).right = a_foil(exercise);
            exercise.expected = exercise.pieces[choose_of(exercise).right].label;
        }));
        CHECK(finds("wrong_answer", "count_objects",
                    [](Exercise& exercise) { exercise.pieces.push_back(exercise.pieces.front()); }));
    }

    TEST_CASE("words that sound the same are found") {
        // The bundle has none, so a pack brings one: the eye of a needle, said like the cat.
        const ScratchFolder scratch("homophones");
        Files files = sound_pack();
        files["words.csv"] = std::string(word_columns) + "chas,le,1,chas,ʃa,ʃ,a,fern,thing,GS\n";
        folder_with(scratch.path(), files);
        const std::array packs{read_pack_info(scratch.path())};
        const Content content = load_content(real_content().folder(), every_activity(), packs);
        spoilt = &activity_named("touch_picture");
        spoil_with = [](Exercise& exercise) {
            const std::size_t right = choose_of(exercise).right;
            exercise.pieces[a_foil(exercise)].label = "chas";
            exercise.pieces[right].label = exercise.expected = "chat";
        };
        const std::array planted{Activity{spoilt->id, spoilt->rules, make_spoilt}};
        std::set<std::string_view> rules;
        for (const LintFinding& finding : lint(content, planted, real_fonts(), make_mechanic, quick).findings)
            rules.insert(name_of(finding.rule));
        CHECK(rules.count("homophones") == 1);
    }

    TEST_CASE("a letter that nobody has taught yet is found") {
        CHECK(finds("untaught_grapheme", "listen_and_touch", [](Exercise& exercise) {
            const Letter& last = real_content().letters().back();
            exercise.pieces[a_foil(exercise)] = {last.id, WritingFace{last.lower, Script::script}};
        }));
    }

    TEST_CASE("a letter's name for a sound, and a sound nobody can hold, are found") {
        CHECK(finds("name_for_sound", "listen_and_touch", [](Exercise& exercise) {
            if (exercise.skill.starts_with("letter_sound_"))
                exercise.prompt.push_back(real_content().voice("letter_a"));
        }));
        CHECK(finds("sound_of_stop", "listen_and_touch", [](Exercise& exercise) {
            if (exercise.skill.starts_with("letter_sound_"))
                exercise.pieces[a_foil(exercise)] = {"t", WritingFace{"t", Script::script}};
        }));
    }

    TEST_CASE("a word of which not everybody hears the same syllables is found where they are compared") {
        CHECK(finds("unstable_word", "same_beginning", [](Exercise& exercise) {
            if (exercise.skill.starts_with("first_syllable_"))
                show_as_foil(exercise, word_where([](const Word& word) { return !word.counts_alike; }));
        }));
    }

    TEST_CASE("a picture of something else, one with another name, and one that is not there are found") {
        CHECK(finds("picture_mismatch", "touch_picture", [](Exercise& exercise) {
            const Word& other = word_where([](const Word& word) { return word.text == "soleil"; });
            exercise.pieces[a_foil(exercise)].face = PictureFace{other.picture};
        }));
        CHECK(finds("picture_missing", "touch_picture", [](Exercise& exercise) {
            show_as_foil(exercise, word_where([](const Word& word) { return !word.named_alike; }));
        }));
        CHECK(finds("picture_missing", "touch_picture", [](Exercise& exercise) {
            exercise.pieces[a_foil(exercise)].face = PictureFace{static_cast<PictureId>(0xFFFF)};
        }));
    }

    TEST_CASE("a line that does not exist, and a name that is never said, are found") {
        CHECK(finds("voice_missing", "count_objects",
                    [](Exercise& exercise) { exercise.praise.push_back(VoiceId{}); }));
        CHECK(finds("voice_mismatch", "sound_pairs", [](Exercise& exercise) {
            for (VoiceId& line : exercise.prompt)
                line = real_content().voice("yes");
        }));
    }

    TEST_CASE("another noise than the one that is right, and noises in another order, are found") {
        CHECK(finds("voice_mismatch", "familiar_sounds", [](Exercise& exercise) {
            exercise.prompt.back() = exercise.pieces[a_foil(exercise)].said;
        }));
        CHECK(finds("voice_mismatch", "orchestra",
                    [](Exercise& exercise) { std::swap(exercise.prompt[1], exercise.prompt[2]); }));
        CHECK(finds("voice_mismatch", "orchestra",
                    [](Exercise& exercise) { std::swap(exercise.pieces[0].said, exercise.pieces[1].said); }));
    }

    TEST_CASE("a character without a glyph, and a word too long for its piece, are found") {
        CHECK(finds("glyph_missing", "listen_and_touch", [](Exercise& exercise) {
            exercise.pieces[a_foil(exercise)].face = WritingFace{"\xE6\xBC\xA2", Script::cursive};
        }));
        CHECK(finds("text_too_small", "listen_and_touch", [](Exercise& exercise) {
            exercise.pieces[a_foil(exercise)].face = WritingFace{"anticonstitutionnellement", Script::script};
        }));
    }

    TEST_CASE("pieces too many for small hands on a small tablet are found") {
        CHECK(finds("target_too_small", "touch_picture", [](Exercise& exercise) {
            for (const Word& word : real_content().words().first(30))
                if (word.named_alike && word.text != exercise.expected)
                    exercise.pieces.push_back({word.text, PictureFace{word.picture}});
        }));
    }

    TEST_CASE("a level that asks the same again and again is found") {
        CHECK(finds("few_questions", "trace_digit",
                    [](Exercise& exercise) { exercise.item = exercise.expected = "1"; }));
    }

    TEST_CASE("a task that contradicts its pieces is found") {
        CHECK(finds("malformed", "touch_picture", [](Exercise& exercise) { exercise.expected = "rien"; }));
        CHECK(finds("malformed", "touch_picture", [](Exercise& exercise) {
            exercise.task = Order{{{"nowhere", std::nullopt}}};
        }));
        CHECK(finds("malformed", "touch_picture", [](Exercise& exercise) { exercise.task = Pairs{{0, 0}}; }));
    }

    TEST_CASE("a finding is told once for a level, with its first seed and how many seeds show it") {
        spoilt = &activity_named("touch_picture");
        spoil_with = [](Exercise& exercise) { exercise.praise.push_back(VoiceId{}); };
        const std::array planted{Activity{spoilt->id, spoilt->rules, make_spoilt}};
        const LintReport report = lint(real_content(), planted, real_fonts(), make_mechanic, quick);
        CHECK(report.findings.size() == real_content().levels("touch_picture").size());
        for (const LintFinding& finding : report.findings) {
            CHECK(finding.seed == 1);
            CHECK(finding.seeds == 30);
        }
    }
}

TEST_SUITE("engine/programme") {
    TEST_CASE("every skill has its place in the programme, and every line says what a screen can serve") {
        const auto lines =
            read_programme(real_content().folder() / "content" / "programme.toml", real_content().skills());
        CHECK(lines.size() >= 25);
        for (const ProgrammeLine& line : lines)
            for (const Band band : all_bands)
                if (line.cell(band).exists)
                    CHECK((!line.cell(band).skills.empty() || !line.cell(band).reason.empty()));
    }

    TEST_CASE("a skill that is unknown, of another column or forgotten is told with file and line") {
        const ScratchFolder scratch("programme");
        const auto file = scratch.path() / "programme.toml";
        const auto refused = [&](const std::string& text) {
            std::ofstream(file) << text;
            try {
                static_cast<void>(read_programme(file, real_content().skills()));
            } catch (const ContentError& error) {
                return std::string(error.what());
            }
            return std::string("accepted");
        };
        const std::string head = "[[line]]\ndomain = \"D\"\nname = \"N\"\n";
        CHECK(refused(head + "PS = [\"no_such_skill\"]\n").find("programme.toml:4") != std::string::npos);
        CHECK(refused(head + "MS = [\"count_ps\"]\n").find("another age column") != std::string::npos);
        CHECK(refused(head + "PS = [\"count_ps\"]\n").find("has no place") != std::string::npos);
    }

    TEST_CASE("what trains a skill is found, and what nothing trains is told") {
        ProgrammeCell cell;
        cell.skills = {"count_ps", "letter_name_ps"};
        const std::vector<Activity> only{activity_named("count_objects")};
        const auto by = covering(cell, real_content(), only);
        REQUIRE(by.size() == 1);
        CHECK(by[0].activity == "count_objects");
        CHECK(by[0].levels.size() >= 4);
        CHECK(uncovered(cell, real_content(), only) == std::vector<std::string>{"letter_name_ps"});
    }
}
