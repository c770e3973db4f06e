// mirabelle judge: judges traces, or recognises them, line by line; no window, no child, no journal.
#include "engine/content/glyph_files.h"
#include "engine/guided_trace.h"
#include "engine/writing/free_judge.h"
#include "platform/commands/judge_line.h"
#include "platform/commands/named_command.h"
#include "platform/paths.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>

namespace mirabelle {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t candidates_told = 3;
constexpr double moves = 0.02;           // of a guided pen, share of the model's height
constexpr double guided_corridor = 0.09; // half-width, share of the model's height: the slate's on a tablet

double rounded(double value) { return std::round(value * 10'000) / 10'000; }

/// Reads the models of an alphabet when they are first asked for.
class Desk {
  public:
    const FreeJudge& judge(Alphabet alphabet) {
        return judges_.try_emplace(alphabet, models(alphabet), alphabet).first->second;
    }

    /// Throws BadLine when there is no such glyph.
    const WritingModel& model(Alphabet alphabet, const std::string& id) {
        for (const WritingModel& model : models(alphabet))
            if (model.id == id)
                return model;
        if (alphabet == Alphabet::cursive && id.size() > 1)
            return word(id);
        throw BadLine(fmt::format("there is no glyph \"{}\" in {}", id, name_of(alphabet)),
                      fmt::format("take one of: {}", known(alphabet)));
    }

  private:
    const std::vector<WritingModel>& models(Alphabet alphabet) {
        auto& kept = models_[alphabet];
        if (kept.empty())
            kept = read_models(glyph_file(bundle_folder(), alphabet));
        return kept;
    }

    const WritingModel& word(const std::string& text) {
        if (marks_.empty())
            marks_ = read_marks(glyph_file(bundle_folder(), Alphabet::cursive));
        word_ = joined_cursive(text, {models(Alphabet::cursive), marks_});
        if (word_.glyph.strokes.empty())
            throw BadLine(fmt::format("nothing of \"{}\" can be written", text), "write a word of letters");
        return word_;
    }

    std::string known(Alphabet alphabet) {
        std::string ids;
        for (const WritingModel& model : models(alphabet))
            ids += (ids.empty() ? "" : " ") + model.id;
        return ids;
    }

    std::map<Alphabet, std::vector<WritingModel>> models_;
    std::map<Alphabet, FreeJudge> judges_;
    std::vector<WritingMark> marks_;
    WritingModel word_; ///< the last one
};

void tell_vector(Json& told, const TraceJudgement& judgement) {
    const TraceVector& vector = judgement.vector;
    told["shape"] = rounded(vector.shape);
    told["least_coverage"] = rounded(vector.least_coverage);
    told["overflow"] = rounded(vector.overflow);
    told["start"] = rounded(vector.start);
    told["direction"] = rounded(vector.direction);
    told["order"] = rounded(vector.order);
    told["lifts"] = vector.lifts;
    told["mirror"] = rounded(vector.mirror);
    told["size"] = vector.size ? Json(rounded(*vector.size)) : Json(nullptr);
    told["confusion"] = vector.confusion;
    told["confusion_margin"] = rounded(vector.confusion_margin);
    told["rank"] = vector.rank;
}

void tell_movement(Json& told, const JudgeLine& line) {
    const Kinematics moved = kinematics_of(line.strokes);
    told["movement"] = {{"duration_ms", moved.duration},
                        {"in_air_ms", moved.in_air},
                        {"lifts", moved.lifts},
                        {"pauses", moved.pauses},
                        {"speed_peaks", moved.speed_peaks},
                        {"length", rounded(moved.length)}};
}

/// The ink in the model's own unit: as it was placed, or else as large as the model and centred on it.
std::vector<Stroke> placed(const JudgeLine& line, const Glyph& glyph) {
    std::vector<Stroke> ink = shapes_of(line.strokes);
    ModelPlace place;
    if (line.place) {
        place = *line.place;
    } else {
        const Rect box = box_of(ink);
        const double share = std::max(box.width / glyph.width, box.height);
        place.height = share > 0 ? share : 1;
        place.corner = box.centre() - Point{glyph.width / 2, 0.5} * place.height;
    }
    for (Stroke& stroke : ink)
        for (Point& p : stroke)
            p = (p - place.corner) * (1 / place.height);
    return ink;
}

/// The same judge that goes along with a finger on the slate.
void tell_guided(Json& told, const JudgeLine& line, const WritingModel& model) {
    GuidedTrace trace(model.glyph.strokes, guided_corridor);
    Json faults = Json::array();
    const auto collect = [&] {
        if (const auto fault = trace.take_fault())
            faults.push_back(name_of(*fault));
    };
    for (const Stroke& stroke : placed(line, model.glyph)) {
        if (stroke.empty())
            continue;
        const Stroke even = resampled(stroke, moves); // a pen may tell of itself only now and then
        trace.pen_down(even.front());
        for (const Point p : std::span(even).subspan(1)) {
            trace.pen_moved(p);
            collect();
        }
        trace.pen_up();
        collect();
    }
    told["accepted"] = trace.finished() && faults.empty();
    told["remark"] = !faults.empty() ? faults.front() : Json(trace.finished() ? "" : "missing_stroke");
    told["strokes_done"] = trace.stroke();
    told["faults"] = std::move(faults);
}

Json judged(const JudgeLine& line, Desk& desk) {
    Json told;
    const WritingModel& model = desk.model(line.alphabet, line.glyph);
    const auto height = line.place ? std::optional(line.place->height) : std::nullopt;
    const TraceJudgement judgement = desk.judge(line.alphabet).judge(model, shapes_of(line.strokes), height);
    told["glyph"] = line.glyph;
    told["script"] = name_of(line.alphabet);
    told["mode"] = line.mode == TraceMode::free ? "free" : "guided";
    if (line.mode == TraceMode::guided) {
        tell_guided(told, line, model);
    } else {
        told["accepted"] = judgement.accepted;
        told["remark"] = name_of(judgement.remark);
    }
    tell_vector(told, judgement);
    tell_movement(told, line);
    return told;
}

Json recognised(const JudgeLine& line, const Recogniser& recogniser) {
    Json best = Json::array();
    for (const Candidate& candidate : recogniser.ranking(shapes_of(line.strokes))) {
        best.push_back({{"glyph", candidate.id}, {"distance", rounded(candidate.distance)}});
        if (best.size() == candidates_told)
            break;
    }
    return Json{{"best", std::move(best)}};
}

/// Hands each line to `answer`; gives how many could not be understood.
template <typename Answer>
int each_line(LineKind kind, Answer answer) {
    int bad = 0;
    std::string text;
    for (int number = 1; std::getline(std::cin, text); ++number) {
        if (text.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        try {
            Json told{{"line", number}};
            told.update(answer(read_judge_line(text, kind)));
            fmt::print("{}\n", told.dump());
        } catch (const BadLine& error) {
            ++bad;
            fmt::print(stderr, "mirabelle: line {}: {}\n", number, error.what());
        }
    }
    return bad;
}

ExitCode ended(int bad_lines) {
    std::fflush(stdout);
    return bad_lines > 0 ? ExitCode::found_problems : ExitCode::fine;
}

ExitCode run_recognise(Alphabet alphabet) {
    const auto models = read_models(glyph_file(bundle_folder(), alphabet));
    const Recogniser recogniser(models, alphabet);
    return ended(
        each_line(LineKind::only_drawn, [&](const JudgeLine& line) { return recognised(line, recogniser); }));
}

ExitCode run_judge() {
    Desk desk;
    return ended(each_line(LineKind::asked, [&](const JudgeLine& line) { return judged(line, desk); }));
}

} // namespace

NamedCommand judge_command(CLI::App& program) {
    const auto recognise = std::make_shared<std::optional<Alphabet>>();
    CLI::App* command = program.add_subcommand(
        "judge",
        "Judges traces of glyphs, one line of JSON each from the standard input, or recognises them");
    std::map<std::string, Alphabet> names;
    for (const Alphabet alphabet : all_alphabets)
        names.emplace(name_of(alphabet), alphabet);
    command
        ->add_option("--recognise", *recognise,
                     "Tell the three nearest of: digits, capitals, script, cursive, patterns")
        ->transform(CLI::CheckedTransformer(names, CLI::ignore_case));
    command->footer(
        R"(A line: {"glyph":"a","script":"cursive","mode":"free","strokes":[[[x,y,t],…],…]}
  script   digits, capitals, script, cursive or patterns; with cursive, glyph may be a whole first name
  mode     free (the default), or guided: along the model, stroke by stroke
  strokes  x to the right, y downwards, any unit; t in milliseconds, may be left out
  box      [x, y, height] of the model in that unit, where it is known; may be left out
With --recognise only strokes are read, and the answer is {"line":1,"best":[{"glyph":"3","distance":0.2},…]}.
The answer to the others, a line of JSON each:
  accepted        written well enough; in cursive, order and direction count, elsewhere they only inform
  remark          no_ink, mirror, missing_stroke, off_path, other_glyph, order, direction, start; "" nothing to say
  shape           0 … 1 as a whole like the model        least_coverage  share of the worst stroke that is there
  overflow        share of ink beside the model          start           1 begun in the right place … 0
  direction       share drawn the right way              order           share of strokes in order
  lifts           of the pen, more or fewer than taught  mirror          0 … 1 it is the mirror image
  size            times the model, null without box      confusion       the other glyph it resembles most
  confusion_margin  how much further that one is         rank            of the glyph among all; 0 for a word
  movement        duration_ms, in_air_ms, lifts, pauses, speed_peaks, length
  strokes_done, faults  guided only
A line that cannot be understood is told on the error output with its number; the others are judged all the same, and
the program then ends with 1. Models and limits are our own drawings and their distortions: no child's data were used.)");
    return {command, [recognise] { return *recognise ? run_recognise(**recognise) : run_judge(); }};
}

} // namespace mirabelle
