#include "engine/content/glyph_files.h"

#include "engine/content/toml_file.h"
#include "engine/writing/line.h"

#include <fmt/format.h>

namespace mirabelle {

namespace {

constexpr double glyph_spacing = 0.02; // of the height
constexpr double swing_tolerance =
    0.001; // that a curve may swing out of the box of a glyph given by its height

/// How the numbers of a file are meant.
enum class Unit : std::uint8_t {
    height,   ///< the glyph is 1 high and begins at (0, 0)
    interline ///< a small letter is 1 high and stands on y = 0
};

Unit read_unit(const TomlTable& file) {
    const std::string unit = file.text("unit");
    if (unit == "height")
        return Unit::height;
    if (unit != "interline")
        file.fail("unit", fmt::format("is '{}'", unit), "write height or interline");
    return Unit::interline;
}

std::vector<Stroke> read_strokes(const TomlTable& table) {
    std::vector<Stroke> strokes;
    for (const auto& list : table.point_lists("strokes")) {
        std::vector<Point> points;
        for (const auto& [x, y] : list)
            points.push_back({x, y});
        Stroke stroke = smooth_stroke(points, glyph_spacing);
        if (stroke.size() < 2)
            table.fail("strokes", "has a stroke with fewer than two different points",
                       "write where the pen starts and where it goes");
        strokes.push_back(std::move(stroke));
    }
    if (strokes.empty())
        table.fail("strokes", "is empty", "write at least one stroke");
    return strokes;
}

/// A glyph given in interlines, put into a box 1 high.
void put_into_box(WritingModel& model) {
    const Rect box = box_of(model.glyph.strokes);
    for (Stroke& stroke : model.glyph.strokes) {
        for (Point& p : stroke)
            p = (p - Point{box.x, box.y}) * (1 / box.height);
        stroke = resampled(stroke, glyph_spacing);
    }
    model.glyph.width = box.width / box.height;
    model.base_line = -box.y / box.height;
    model.interline = 1 / box.height;
}

void check_box(const TomlTable& table, const WritingModel& model) {
    const Rect box = box_of(model.glyph.strokes);
    if (model.glyph.width <= 0 || box.height <= 0)
        table.fail("strokes", "has no height or no width", "write a glyph that can be traced");
    if (!Rect{0, 0, model.glyph.width, 1}.grown(swing_tolerance).contains(box))
        table.fail("strokes", "reaches out of its box",
                   "keep x from 0 to its width and y from 0 to 1; a curve swings out beside its points");
}

WritingModel read_model(const TomlTable& table, Unit unit) {
    WritingModel model;
    model.id = table.text("id");
    model.glyph.strokes = read_strokes(table);
    if (unit == Unit::height)
        model.glyph.width = table.decimal("width", 0.05, 5);
    else
        put_into_box(model);
    check_box(table, model);
    if (table.has("variant"))
        for (const TomlTable& variant : table.tables("variant")) {
            variant.text("as"); // says to people what it is
            model.variants.push_back(read_strokes(variant));
        }
    return model;
}

} // namespace

std::filesystem::path glyph_file(const std::filesystem::path& bundle, Alphabet alphabet) {
    return bundle / "content" / "glyphs" / fmt::format("{}.toml", name_of(alphabet));
}

std::vector<WritingModel> read_models(const std::filesystem::path& file) {
    const TomlTable root = TomlTable::open(file);
    const Unit unit = read_unit(root);
    std::vector<WritingModel> models;
    for (const TomlTable& table : root.tables("glyph")) {
        WritingModel model = read_model(table, unit);
        for (const WritingModel& other : models)
            if (other.id == model.id)
                table.fail("id", fmt::format("'{}' is there twice", model.id),
                           "give each entry an id of its own");
        models.push_back(std::move(model));
    }
    return models;
}

std::vector<WritingMark> read_marks(const std::filesystem::path& file) {
    std::vector<WritingMark> marks;
    for (const TomlTable& table : TomlTable::open(file).tables("mark"))
        marks.push_back({table.text("id"), read_strokes(table)});
    return marks;
}

} // namespace mirabelle
