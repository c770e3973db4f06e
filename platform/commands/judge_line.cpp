#include "platform/commands/judge_line.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace mirabelle {

namespace {

using PlainJson = nlohmann::json;

constexpr double largest = 1e9;              // of a coordinate; more is no screen's
constexpr std::size_t most_points = 100'000; // an hour of a finger that never rests
const std::string strokes_remedy = "write \"strokes\": [[[x, y, t], …], …], one list for each stroke";

std::string text_of(const PlainJson& line, const char* key, const std::string& remedy) {
    const auto found = line.find(key);
    if (found == line.end() || !found->is_string())
        throw BadLine(fmt::format("\"{}\" is {}", key, found == line.end() ? "missing" : "not a text"),
                      remedy);
    return found->get<std::string>();
}

double number_of(const PlainJson& value) {
    if (!value.is_number())
        throw BadLine("a point has something that is not a number", strokes_remedy);
    const double number = value.get<double>();
    if (!std::isfinite(number) || std::abs(number) > largest)
        throw BadLine("a point is too far away", "keep x, y and t below a thousand million");
    return number;
}

TimedStroke stroke_of(const PlainJson& list) {
    if (!list.is_array())
        throw BadLine("a stroke is not a list of points", strokes_remedy);
    TimedStroke stroke;
    for (const PlainJson& point : list) {
        if (!point.is_array() || point.size() < 2 || point.size() > 3)
            throw BadLine("a point is not [x, y] or [x, y, t]", strokes_remedy);
        InkPoint& read = stroke.emplace_back();
        read.at = {number_of(point[0]), number_of(point[1])};
        read.time = point.size() == 3 ? std::llround(number_of(point[2])) : 0;
    }
    return stroke;
}

std::vector<TimedStroke> strokes_of(const PlainJson& line) {
    const auto found = line.find("strokes");
    if (found == line.end() || !found->is_array())
        throw BadLine(found == line.end() ? "\"strokes\" is missing" : "\"strokes\" is not a list",
                      strokes_remedy);
    std::vector<TimedStroke> strokes;
    std::size_t points = 0;
    for (const PlainJson& list : *found) {
        strokes.push_back(stroke_of(list));
        points += strokes.back().size();
    }
    if (points == 0)
        throw BadLine("there is not a single point in \"strokes\"",
                      "leave the line out, or write the points");
    if (points > most_points)
        throw BadLine(fmt::format("{} points are too many", points),
                      fmt::format("keep a trace below {} points", most_points));
    return strokes;
}

Alphabet alphabet_of(const PlainJson& line) {
    const std::string remedy =
        "write \"script\": \"digits\", \"capitals\", \"script\", \"cursive\" or \"patterns\"";
    const std::string name = text_of(line, "script", remedy);
    if (const auto alphabet = alphabet_named(name))
        return *alphabet;
    if (const auto alphabet = alphabet_named(name + "s")) // "capital"
        return *alphabet;
    throw BadLine(fmt::format("the script \"{}\" is unknown", name), remedy);
}

std::optional<ModelPlace> place_of(const PlainJson& line) {
    const auto found = line.find("box");
    if (found == line.end())
        return std::nullopt;
    const std::string remedy = "write \"box\": [x, y, height] of the model, or leave it out";
    if (!found->is_array() || found->size() != 3)
        throw BadLine("\"box\" is not a list of three numbers", remedy);
    const ModelPlace place{{number_of((*found)[0]), number_of((*found)[1])}, number_of((*found)[2])};
    if (place.height <= 0)
        throw BadLine("the height of \"box\" is not above 0", remedy);
    return place;
}

} // namespace

JudgeLine read_judge_line(std::string_view text, LineKind kind) {
    const PlainJson line = PlainJson::parse(text, nullptr, false);
    if (line.is_discarded())
        throw BadLine("this is not JSON", "write one object a line, its keys and texts in double quotes");
    if (!line.is_object())
        throw BadLine("this is not an object", R"(write {"glyph": …, "script": …, "strokes": …})");
    JudgeLine read;
    read.strokes = strokes_of(line);
    if (kind == LineKind::only_drawn)
        return read;
    read.glyph = text_of(line, "glyph", R"(write "glyph": "a")");
    read.alphabet = alphabet_of(line);
    const std::string mode =
        line.contains("mode") ? text_of(line, "mode", R"(write "free" or "guided")") : "free";
    if (mode != "free" && mode != "guided")
        throw BadLine(fmt::format("the mode \"{}\" is unknown", mode), R"(write "free" or "guided")");
    read.mode = mode == "guided" ? TraceMode::guided : TraceMode::free;
    read.place = place_of(line);
    return read;
}

} // namespace mirabelle
