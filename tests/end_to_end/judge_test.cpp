// The judge as a program: a line in, a line out, and a sentence for each line that cannot be understood.
#include "engine/writing/recogniser.h"
#include "tests/support/handwriting.h"
#include "tests/support/models.h"
#include "tests/support/process.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace mirabelle;

namespace {

using Json = nlohmann::json;

Json strokes_of(const std::vector<Stroke>& ink) {
    Json strokes = Json::array();
    int time = 0;
    for (const Stroke& stroke : ink) {
        Json line = Json::array();
        for (const Point p : stroke)
            line.push_back({p.x, p.y, time += 10});
        strokes.push_back(std::move(line));
        time += 200;
    }
    return strokes;
}

ProcessStory judge(const std::string& lines, std::vector<std::string> words = {}) {
    const ScratchFolder scratch("mirabelle_judge");
    ProcessStart start{{std::string(MIRABELLE_BUILD_FOLDER) + "/mirabelle", "judge"}, {}, {}};
    start.words.insert(start.words.end(), words.begin(), words.end());
    Process process(start, scratch.path());
    process.write(lines);
    process.close_input();
    const auto end = process.wait(std::chrono::seconds(60));
    return {end.value_or(ProcessEnd{}), process.output(), process.errors()};
}

} // namespace

TEST_SUITE("end to end/judge") {
    TEST_CASE("each line is judged, and the answer has every part of the vector") {
        const auto letters = models_of(Alphabet::cursive);
        const WritingModel& a = model_named(letters, "a");
        const Json line{{"glyph", "a"},
                        {"script", "cursive"},
                        {"mode", "free"},
                        {"strokes", strokes_of(a.glyph.strokes)}};
        Json guided = line;
        guided["mode"] = "guided";
        Json wrong = line;
        wrong["glyph"] = "l";
        const ProcessStory story = judge(line.dump() + "\n\n" + guided.dump() + "\n" + wrong.dump() + "\n");
        CHECK(story.end.exit_code == 0);
        CHECK(story.errors.empty());
        const auto lines = lines_of(story.output);
        REQUIRE(lines.size() == 3);
        const Json told = Json::parse(lines[0]);
        for (const char* part : {"line", "glyph", "script", "mode", "accepted", "remark", "shape",
                                 "least_coverage", "overflow", "start", "direction", "order", "lifts",
                                 "mirror", "size", "confusion", "confusion_margin", "rank", "movement"})
            CHECK_MESSAGE(told.contains(part), part);
        CHECK(told["line"] == 1);
        CHECK(told["accepted"] == true);
        CHECK(told["size"].is_null());
        CHECK(Json::parse(lines[1])["line"] == 3);
        CHECK(Json::parse(lines[1])["accepted"] == true);
        CHECK(Json::parse(lines[2])["accepted"] == false);
    }

    TEST_CASE("digits are recognised: the best three with their distances") {
        std::string lines;
        const auto digits = models_of(Alphabet::digits);
        for (const WritingModel& model : digits)
            if (model.id.size() == 1)
                lines += Json{{"strokes", strokes_of(model.glyph.strokes)}}.dump() + "\n";
        const ProcessStory story = judge(lines, {"--recognise", "digits"});
        CHECK(story.end.exit_code == 0);
        const auto answers = lines_of(story.output);
        REQUIRE(answers.size() == 10);
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const Json best = Json::parse(answers[i])["best"];
            REQUIRE(best.size() == 3);
            CHECK(best[0]["glyph"] == digits[i].id);
            CHECK(best[0]["distance"] <= best[1]["distance"]);
        }
    }

    TEST_CASE(
        "a line that cannot be understood is told with its number and a remedy; the others are judged") {
        const std::string good =
            R"({"glyph":"I","script":"capitals","strokes":[[[0,0,0],[0,50,90],[0,100,200]]]})";
        struct Bad {
            std::string line, what;
        };
        const std::vector<Bad> bad{
            {"{\"glyph\":", "this is not JSON"},
            {"[1,2]", "this is not an object"},
            {R"({"glyph":"I","script":"capitals"})", "\"strokes\" is missing"},
            {R"({"glyph":"I","script":"capitals","strokes":[]})", "not a single point"},
            {R"({"glyph":"I","script":"capitals","strokes":[[[0,"a"]]]})", "not a number"},
            {R"({"glyph":"I","script":"capitals","strokes":[[[0,1e300]]]})", "too far away"},
            {R"({"glyph":"I","script":"runes","strokes":[[[0,0],[0,9]]]})",
             "the script \"runes\" is unknown"},
            {R"({"glyph":"é","script":"script","strokes":[[[0,0],[0,9]]]})",
             "there is no glyph \"é\" in script"},
            {R"({"glyph":"I","script":"capitals","mode":"blind","strokes":[[[0,0],[0,9]]]})",
             "the mode \"blind\" is unknown"},
            {R"({"glyph":"I","script":"capitals","box":[0,0,0],"strokes":[[[0,0],[0,9]]]})",
             "is not above 0"},
        };
        std::string lines = good + "\n";
        for (const Bad& each : bad)
            lines += each.line + "\n";
        const ProcessStory story = judge(lines + good);
        CHECK(story.end.exit_code == 1);
        CHECK(lines_of(story.output).size() == 2);
        const auto told = lines_of(story.errors);
        REQUIRE(told.size() == bad.size());
        for (std::size_t i = 0; i < bad.size(); ++i) {
            CAPTURE(told[i]);
            CHECK(told[i].rfind("mirabelle: line " + std::to_string(i + 2) + ": ", 0) == 0);
            CHECK(told[i].find(bad[i].what) != std::string::npos);
            CHECK(told[i].find(" — ") != std::string::npos);
        }
    }

    TEST_CASE("a whole first name is judged in cursive") {
        const auto letters = models_of(Alphabet::cursive);
        const auto marks = read_marks(glyph_file(MIRABELLE_BUNDLE_FOLDER, Alphabet::cursive));
        const WritingModel name = joined_cursive("Léo", {letters, marks});
        const Json line{{"glyph", "Léo"}, {"script", "cursive"}, {"strokes", strokes_of(name.glyph.strokes)}};
        const ProcessStory story = judge(line.dump() + "\n");
        CHECK(story.end.exit_code == 0);
        REQUIRE(lines_of(story.output).size() == 1);
        CHECK(Json::parse(story.output)["accepted"] == true);
    }

    TEST_CASE("an unknown alphabet to recognise is a mistake of the command line") {
        CHECK(judge("", {"--recognise", "runes"}).end.exit_code == 2);
        const ProcessStory help = judge("", {"--help"});
        CHECK(help.end.exit_code == 0);
        CHECK(help.output.find("least_coverage") != std::string::npos);
        CHECK(help.output.find("no child's data were used") != std::string::npos);
    }
}
