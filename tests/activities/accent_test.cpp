// Words as the south of France says them: with the final e that the north leaves out.
#include "engine/content/accent.h"
#include "engine/pretend_class.h"
#include "tests/support/app_scene.h"
#include "tests/support/replay_all.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

using namespace mirabelle;

namespace {

const Content& southern_content() {
    static const Content content = [] {
        Content south = real_content();
        south.set_accent(Accent::southern);
        return south;
    }();
    return content;
}

const Word& word_named(std::string_view text, const Content& content) {
    const auto words = content.words();
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.text == text; });
    REQUIRE_MESSAGE(found != words.end(), std::string(text));
    return *found;
}
const Word& northern(std::string_view text) { return word_named(text, real_content()); }
const Word& southern(std::string_view text) { return word_named(text, southern_content()); }

/// The table as anybody can read it: what is written, and what the north hears.
struct TableRow {
    std::string text, ipa;
};
std::vector<TableRow> table_rows() {
    std::ifstream in(real_content().folder() / "content" / "words_fr.csv");
    std::vector<TableRow> rows;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::vector<std::string> cells(1);
        for (const char letter : line)
            if (letter == ',')
                cells.emplace_back();
            else
                cells.back() += letter;
        rows.push_back({cells[0], cells[4]});
    }
    return rows;
}

const Voice& voice_of(VoiceId line) { return real_content().voices()[static_cast<std::size_t>(line)]; }

Exercise clapped(std::string_view word, const Content& content) {
    const Activity& activity = activity_named("clap_syllables");
    for (const Level& level : content.levels(activity.id))
        for (std::uint64_t seed = 0; seed < 2000; ++seed) {
            Random random(seed);
            Exercise exercise = activity.make_exercise(level, content, random);
            if (exercise.item == word)
                return exercise;
        }
    FAIL("nobody claps this word");
    return {};
}

std::string error_name(const Exercise& exercise, std::string_view beats) {
    const NamedError* error = error_for(exercise, beats);
    return error == nullptr ? "" : error->name;
}

std::string first_syllable(const Word& word) {
    std::string heard;
    for (std::size_t i = 0; i < word.first_syllable; ++i)
        heard += word.phonemes[i];
    return heard;
}

} // namespace

TEST_SUITE("activities/accent") {
    TEST_CASE("of all words those have one syllable more whose written e follows a consonant that is heard") {
        constexpr std::array<std::string_view, 18> consonants{"b", "d", "f", "ɡ", "j", "k", "l", "m", "n",
                                                              "p", "ʁ", "s", "ʃ", "t", "v", "z", "ʒ", "ɲ"};
        const auto rows = table_rows();
        REQUIRE(rows.size() == 322);
        REQUIRE(southern_content().words().size() == rows.size());
        int longer = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Word& word = southern_content().words()[i];
            CAPTURE(word.text);
            REQUIRE(word.text == rows[i].text);
            const bool written = word.text.ends_with("e") || word.text.ends_with("es");
            const bool heard = std::any_of(consonants.begin(), consonants.end(),
                                           [&](std::string_view one) { return rows[i].ipa.ends_with(one); });
            const int more = word.syllables - real_content().words()[i].syllables;
            CHECK(more == (written && heard ? 1 : 0));
            CHECK(word.sounds_final_e == (more == 1));
            longer += more;
        }
        CHECK(longer == 144);
    }

    TEST_CASE("lu-ne, ba-na-ne, lu-nettes-e; but vie, chat and tortue stay as they are") {
        for (const auto& [text, north, south] : {std::tuple{"lune", 1, 2},
                                                 {"banane", 2, 3},
                                                 {"lunettes", 2, 3},
                                                 {"chèvre", 1, 2},
                                                 {"hippopotame", 4, 5},
                                                 {"feuille", 1, 2},
                                                 {"tortue", 2, 2},
                                                 {"fée", 1, 1},
                                                 {"chat", 1, 1},
                                                 {"cheval", 2, 2},
                                                 {"soleil", 2, 2}}) {
            CAPTURE(text);
            CHECK(northern(text).syllables == north);
            CHECK(southern(text).syllables == south);
        }
    }

    TEST_CASE("the e takes the last consonant to its syllable, and two that are never parted") {
        CHECK(first_syllable(southern("lune")) == "ly");
        CHECK(first_syllable(southern("chèvre")) == "ʃe");
        CHECK(first_syllable(southern("carte")) == "kaʁ");
        CHECK(first_syllable(southern("masque")) == "mas");
        CHECK(first_syllable(southern("aigle")) == "e");
        CHECK(first_syllable(southern("banane")) == "ba");
        CHECK(begin_with_same_syllable(southern("lune"), southern("lunettes")));
        CHECK_FALSE(begin_with_same_syllable(northern("lune"), northern("lunettes")));
    }

    TEST_CASE("a word parted from another by the final e alone neither rhymes nor is a foil") {
        CHECK(rhyme(northern("bol"), northern("école")));
        CHECK_FALSE(rhyme(southern("bol"), southern("école")));
        CHECK(may_rhyme(southern("bol"), southern("école")));
        CHECK(rhyme(southern("lune"), southern("plume")) == rhyme(northern("lune"), northern("plume")));
        CHECK(rhyme(southern("fraise"), southern("chaise")));
    }

    TEST_CASE("a compound with an e inside counts alike for nobody there") {
        CHECK(northern("chauve-souris").counts_alike);
        CHECK_FALSE(southern("chauve-souris").counts_alike);
        CHECK(southern("tee-shirt").counts_alike);
    }

    TEST_CASE("every word with an e that is heard has voices of its own, and its pieces last longer") {
        for (std::size_t i = 0; i < real_content().words().size(); ++i) {
            const Word &north = real_content().words()[i], &south = southern_content().words()[i];
            CAPTURE(north.text);
            if (!south.sounds_final_e) {
                CHECK(south.voice == north.voice);
                CHECK(south.in_pieces == north.in_pieces);
                continue;
            }
            CHECK(voice_of(south.voice).id == "south_" + voice_of(north.voice).id);
            REQUIRE((south.in_pieces != VoiceId{}) == south.counts_alike);
            if (!south.counts_alike)
                continue; // never cut
            const VoiceId before = north.in_pieces != VoiceId{} ? north.in_pieces : north.voice;
            CHECK(voice_of(south.in_pieces).built_in_duration > voice_of(before).built_in_duration + 100);
        }
    }

    TEST_CASE("a child claps ba-na-ne three times in the south and ba-nan' twice in the north") {
        const Exercise north = clapped("banane", real_content());
        CHECK(north.expected == "2");
        CHECK(error_name(north, "3") == "mute_e_beaten");
        CHECK(error_name(north, "1") == "too_few_beats");
        const Exercise south = clapped("banane", southern_content());
        CHECK(south.expected == "3");
        CHECK(std::get<Rhythm>(south.task).beats == 3);
        CHECK(error_name(south, "2") == "final_e_left_out");
        CHECK(error_name(south, "4") == "too_many_beats");
        CHECK(south.prompt.back() == southern("banane").voice);
        CHECK(south.praise[1] == southern("banane").in_pieces);
    }

    TEST_CASE("the robot says the final e, and no two of its pictures are right") {
        const Activity& robot = activity_named("robot");
        bool said = false;
        for (const Level& level : southern_content().levels("robot"))
            for (std::uint64_t seed = 0; seed < 200; ++seed) {
                Random random(seed);
                const Exercise exercise = robot.make_exercise(level, southern_content(), random);
                const Word& right = southern(exercise.expected);
                REQUIRE(exercise.prompt[1] == right.in_pieces);
                said = said || right.sounds_final_e;
            }
        CHECK(said);
    }

    TEST_CASE("which accent a session had is read from the version of its content") {
        CHECK(real_content().version() != southern_content().version());
        CHECK(accent_of(real_content().version()) == Accent::northern);
        CHECK(accent_of(southern_content().version()) == Accent::southern);
        CHECK(accent_of("") == Accent::northern);
    }

    TEST_CASE("what was played in one accent is played again exactly once the class has another") {
        SchoolJournal school(6);
        InlineJournalWriter writer(school.journal);
        SilentAudio silence;
        std::uint64_t seed = 31; // of ids, too: no two sessions have the same
        for (const Content* content : {&southern_content(), &real_content()}) {
            App app({*content, all_activities(), make_mechanic, school.journal, writer, silence},
                    settings_for(1, seed++));
            PretendClass pretend(32);
            for (const char* id : {"clap_syllables", "robot", "rhymes", "same_beginning"}) {
                const auto levels = content->levels(id);
                app.launch({&activity_named(id), &levels[levels.size() / 2], {0}});
                pretend.play(app, 2 * 60'000, [] {});
            }
        }
        CHECK(replay_all(school.journal) > 40); // the content of the north plays both
        std::size_t otherwise = 0;
        for (auto& question : kept_questions(school.journal)) {
            const bool south = accent_of(question.front().content_version) == Accent::southern;
            question.front().content_version.clear();
            otherwise += south && !rebuild(question, real_content(), all_activities(), make_mechanic) ? 1 : 0;
        }
        CHECK(otherwise > 0); // and would not know what was asked, had it not been written down
    }
}
