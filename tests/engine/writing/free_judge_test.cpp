// Free writing is judged as a teacher would: what is that letter is accepted from wobbling hands, what is not
// is refused with its reason. Distortions of our own models; no data of children.
#include "engine/writing/capital_row.h"
#include "engine/writing/free_judge.h"
#include "engine/writing/kinematics.h"
#include "tests/support/handwriting.h"
#include "tests/support/models.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr std::array judged{Alphabet::digits, Alphabet::capitals, Alphabet::script, Alphabet::cursive,
                            Alphabet::patterns};
const Hand steady{0.02, 0.005, 0.2};

struct Bench {
    explicit Bench(Alphabet which) : alphabet(which), models(models_of(which)), judge(models, which) {
        std::erase_if(models, [](const WritingModel& model) { return model.id == "10"; });
    }
    bool accepts(const WritingModel& model, std::span<const Stroke> ink) const {
        return judge.judge(model, ink).accepted;
    }
    /// Share of `tries` hands for each model for which `ink_of(model, random)` is accepted.
    template <typename InkOf>
    double accepted(int tries, InkOf ink_of) const {
        Random random(77);
        int yes = 0, all = 0;
        for (const WritingModel& model : models)
            for (int i = 0; i < tries; ++i) {
                const std::vector<Stroke> ink = ink_of(model, random);
                if (ink.empty())
                    continue;
                ++all;
                yes += accepts(model, ink) ? 1 : 0;
            }
        return all > 0 ? static_cast<double>(yes) / all : 0;
    }

    Alphabet alphabet;
    std::vector<WritingModel> models;
    FreeJudge judge;
};

/// Glyphs that are, or nearly are, their own mirror image.
bool is_symmetric(Alphabet alphabet, const std::string& id) {
    if (alphabet == Alphabet::patterns)
        return id != "slopes" && id != "spiral";
    const std::string_view like = alphabet == Alphabet::capitals ? "AHIMOTUVWXY"
                                  : alphabet == Alphabet::digits ? "018"
                                  : alphabet == Alphabet::script ? "ilmnotuvwx"
                                                                 : "";
    return like.find(id) != std::string_view::npos;
}

bool is_one_line(const std::string& id) { return id == "I" || id == "l" || id == "1"; }

} // namespace

TEST_SUITE("engine/writing") {
    TEST_CASE("wobble up to 4 % of the size is accepted in 95 % or more, 8 % mostly") {
        for (const Alphabet alphabet : judged) {
            CAPTURE(name_of(alphabet));
            const Bench bench(alphabet);
            for (const double wobble : {0.0, 0.02, 0.04, 0.08}) {
                CAPTURE(wobble);
                const double share = bench.accepted(6, [&](const WritingModel& model, Random& random) {
                    return written(model.glyph.strokes, {wobble, 0.005, 0.2}, random);
                });
                CHECK(share >= (wobble > 0.05 ? 0.8 : 0.95));
            }
        }
    }

    TEST_CASE("another letter is refused in 95 % or more") {
        for (const Alphabet alphabet : judged) {
            CAPTURE(name_of(alphabet));
            const Bench bench(alphabet);
            Random random(5);
            int yes = 0, all = 0;
            for (const WritingModel& asked : bench.models)
                for (const WritingModel& other : bench.models)
                    if (&asked != &other) {
                        ++all;
                        yes += bench.accepts(asked, written(other.glyph.strokes, steady, random)) ? 1 : 0;
                    }
            CHECK(yes <= all * 0.05);
        }
    }

    TEST_CASE(
        "a missing stroke, the mirror image, a scribble, a dot and a line are refused in 95 % or more") {
        int accepted_missing = 0, all_missing = 0, accepted_mirrored = 0, all_mirrored = 0;
        for (const Alphabet alphabet : judged) {
            CAPTURE(name_of(alphabet));
            const Bench bench(alphabet);
            Random random(6);
            for (const WritingModel& model : bench.models)
                for (std::size_t gone = 0;
                     model.glyph.strokes.size() > 1 && gone < model.glyph.strokes.size(); ++gone) {
                    if (model.id == "7" && gone == 1)
                        continue; // without its bar it is a 7 all the same
                    std::vector<Stroke> rest = model.glyph.strokes;
                    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(gone));
                    ++all_missing;
                    accepted_missing += bench.accepts(model, written(rest, steady, random)) ? 1 : 0;
                }
            for (const WritingModel& model : bench.models)
                for (int hand = 0; hand < 3 && !is_symmetric(alphabet, model.id); ++hand) {
                    ++all_mirrored;
                    accepted_mirrored +=
                        bench.accepts(model, written(mirrored(model.glyph.strokes), steady, random)) ? 1 : 0;
                }
            CHECK(bench.accepted(3, [](const WritingModel&, Random& chance) { return scribble(chance); }) <=
                  0.05);
            const auto unless_line = [](auto make) {
                return [make](const WritingModel& model, Random& chance) {
                    return is_one_line(model.id) ? std::vector<Stroke>{} : make(chance);
                };
            };
            CHECK(bench.accepted(3, unless_line(dot)) <= 0.05);
            CHECK(bench.accepted(3, unless_line(straight_line)) <= 0.05);
        }
        CHECK(accepted_missing <= all_missing * 0.05);
        CHECK(accepted_mirrored <= all_mirrored * 0.05);
    }

    TEST_CASE("the vector tells what is wrong, by name") {
        const Bench capitals(Alphabet::capitals);
        const WritingModel& e = model_named(capitals.models, "E");
        std::vector<Stroke> ink = e.glyph.strokes;
        TraceJudgement whole = capitals.judge.judge(e, ink, 2.0);
        CHECK(whole.accepted);
        CHECK(whole.remark == TraceRemark::nothing);
        CHECK(whole.vector.rank == 1);
        CHECK(whole.vector.lifts == 0);
        CHECK(whole.vector.shape > 0.9);
        CHECK(whole.vector.size.value() == doctest::Approx(0.5).epsilon(0.05));
        ink.pop_back();
        CHECK(capitals.judge.judge(e, ink).vector.least_coverage < 0.8);
        CHECK_FALSE(capitals.judge.judge(e, ink).accepted);
        CHECK(capitals.judge.judge(e, mirrored(e.glyph.strokes)).remark == TraceRemark::mirror);
        CHECK(capitals.judge.judge(e, {}).remark == TraceRemark::no_ink);
        CHECK(name_of(TraceRemark::missing_stroke) == "missing_stroke");
    }

    TEST_CASE("order and direction inform for capitals and count for cursive") {
        const Bench capitals(Alphabet::capitals);
        const WritingModel& h = model_named(capitals.models, "H");
        const std::vector<Stroke> other_order{h.glyph.strokes[2], h.glyph.strokes[1], h.glyph.strokes[0]};
        const TraceJudgement judgement = capitals.judge.judge(h, other_order);
        CHECK(judgement.accepted);
        CHECK(judgement.vector.order < 0.5);

        const Bench cursive(Alphabet::cursive);
        for (const char* id : {"e", "l", "m", "u"}) {
            CAPTURE(id);
            const WritingModel& letter = model_named(cursive.models, id);
            std::vector<Stroke> backwards = letter.glyph.strokes;
            for (Stroke& stroke : backwards)
                std::reverse(stroke.begin(), stroke.end());
            const TraceJudgement reversed = cursive.judge.judge(letter, backwards);
            CHECK_FALSE(reversed.accepted);
            CHECK(reversed.vector.direction < 0.5);
        }
    }

    TEST_CASE("a cursive letter without the stroke that enters it is accepted, too") {
        const Bench cursive(Alphabet::cursive);
        for (const WritingModel& letter : cursive.models)
            for (const std::vector<Stroke>& variant : letter.variants)
                CHECK_MESSAGE(cursive.accepts(letter, variant), letter.id);
    }

    TEST_CASE("movement is told: time, lifts, rests and peaks of speed") {
        TimedStroke first, second;
        for (int i = 0; i <= 20; ++i)
            first.push_back({{static_cast<double>(i), 0}, i * 20});
        for (int i = 0; i <= 10; ++i) // it rests for 200 ms in the middle
            second.push_back({{static_cast<double>(i), 5}, 600 + i * 20 + (i > 5 ? 200 : 0)});
        const std::vector<TimedStroke> both{first, second};
        const Kinematics moved = kinematics_of(both);
        CHECK(moved.duration == 1000);
        CHECK(moved.in_air == 200);
        CHECK(moved.lifts == 1);
        CHECK(moved.length == doctest::Approx(30));
        CHECK(moved.pauses == 1);
        CHECK(moved.speed_peaks == 3);
        CHECK(kinematics_of({}).duration == 0);
    }

    TEST_CASE("a whole name is accepted from wobbling hands; another name, half of it and a zigzag are not") {
        const Bench cursive(Alphabet::cursive), capitals(Alphabet::capitals);
        const auto marks = read_marks(glyph_file(MIRABELLE_BUNDLE_FOLDER, Alphabet::cursive));
        const std::array<std::string_view, 8> names{"Emma",     "Zoé",    "Chloé", "Malo",
                                                    "Baptiste", "Gaëlle", "Inaya", "Djibril"};
        Random random(5);
        for (const Bench* bench : {&cursive, &capitals}) {
            const auto write = [&](std::string_view name) {
                return bench == &cursive ? joined_cursive(name, {cursive.models, marks})
                                         : capital_row(name, {capitals.models, marks});
            };
            int well = 0, other = 0, half = 0, zigzag = 0, tries = 0;
            for (std::size_t i = 0; i < names.size(); ++i) {
                WritingModel name = write(names[i]);
                name.id.clear(); // it is no letter of the alphabet
                const WritingModel next = write(names[(i + 1) % names.size()]);
                for (int hand = 0; hand < 10; ++hand, ++tries) {
                    const auto& strokes = name.glyph.strokes;
                    well += bench->accepts(name, written(strokes, {0.008, 0.002, 0.1}, random)) ? 1 : 0;
                    other += bench->accepts(name, written(next.glyph.strokes, steady, random)) ? 1 : 0;
                    std::vector<Stroke> begun = strokes;
                    for (Stroke& stroke : begun)
                        std::erase_if(stroke, [&](Point p) { return p.x > name.glyph.width * 0.6; });
                    std::erase_if(begun, [](const Stroke& stroke) { return stroke.size() < 2; });
                    half += bench->accepts(name, written(begun, steady, random)) ? 1 : 0;
                    Stroke saw;
                    const Rect box = box_of(strokes);
                    for (int tooth = 0; tooth <= 6; ++tooth)
                        saw.push_back({box.x + box.width * tooth / 6, tooth % 2 == 0 ? box.y : box.bottom()});
                    zigzag += bench->accepts(name, std::vector<Stroke>{resampled(saw, 0.02)}) ? 1 : 0;
                }
            }
            MESSAGE("accepted of ", tries, ": well ", well, ", other ", other, ", half ", half, ", zigzag ",
                    zigzag);
            CHECK(well >= tries * 17 / 20);
            CHECK(other <= tries / 20);
            CHECK(half <= tries * 3 / 20);
            CHECK(zigzag == 0);
        }
    }

    TEST_CASE("a name written letter by letter, each with its dot at once, is well written; from behind it "
              "is not") {
        const Bench cursive(Alphabet::cursive);
        const auto marks = read_marks(glyph_file(MIRABELLE_BUNDLE_FOLDER, Alphabet::cursive));
        WritingModel name = joined_cursive("Lina", {cursive.models, marks});
        name.id.clear();
        REQUIRE(name.glyph.strokes.size() == 2);
        const Stroke& line = name.glyph.strokes[0];
        std::vector<Stroke> letters(4);
        for (std::size_t i = 0; i < line.size(); ++i)
            letters[i * 4 / line.size()].push_back(line[i]);
        letters.insert(letters.begin() + 2, name.glyph.strokes[1]);
        CHECK(cursive.judge.judge(name, letters).accepted);
        std::vector<Stroke> backwards = name.glyph.strokes;
        std::reverse(backwards[0].begin(), backwards[0].end());
        const TraceJudgement judged = cursive.judge.judge(name, backwards);
        CHECK_FALSE(judged.accepted);
        CHECK(judged.remark == TraceRemark::direction);
    }
}
