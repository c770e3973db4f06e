#include "engine/writing/joined_cursive.h"

#include "engine/writing/line.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

// In interlines.
constexpr double high_exit = -0.7; // a letter that ends above this goes on at the top
constexpr double dip_join = -0.5;  // where such a letter meets the next one's entry
constexpr double high_gap = 0.22;  // how far it goes to the right meanwhile
constexpr double low_dip = -0.3;   // the same, where that letter leans back over its entry, as e does
constexpr double overhang = 0.1;   // how far it may do so before it is moved to the right
constexpr double word_gap = 0.7;
constexpr double hyphen_gap = 1.3;
constexpr double apostrophe_gap = 0.3;
constexpr double ink_spacing = 0.06;
constexpr int join_points = 8;

/// The letter's strokes in interlines, standing on y = 0.
std::vector<Stroke> on_line(const WritingModel& model) {
    std::vector<Stroke> strokes = model.glyph.strokes;
    for (Stroke& stroke : strokes)
        for (Point& p : stroke)
            p = (p - Point{0, model.base_line}) * (1 / model.interline);
    return strokes;
}

/// A soft line from the end of `line` to the start of `next`, along both.
void join(Stroke& line, const Stroke& next) {
    const Point from = line.back(), to = next.front();
    const double reach = distance(from, to);
    const auto tangent = [&](Point a, Point b) {
        const double size = distance(a, b);
        return size > 0 ? (b - a) * (reach / size) : Point{};
    };
    const Point leaving = tangent(line[line.size() - 2], from), arriving = tangent(to, next[1]);
    for (int i = 1; i < join_points; ++i) { // cubic Hermite
        const double t = static_cast<double>(i) / join_points;
        const double u = 1 - t;
        line.push_back(from * (u * u * (1 + 2 * t)) + leaving * (u * u * t) + to * (t * t * (3 - 2 * t)) +
                       arriving * (-t * t * u));
    }
    line.insert(line.end(), next.begin(), next.end());
}

class Scribe {
  public:
    explicit Scribe(const CursiveModels& models) : models_(models) {}

    void write(const WrittenSign& sign) {
        const auto model = std::find_if(models_.letters.begin(), models_.letters.end(),
                                        [&](const WritingModel& each) { return each.id[0] == sign.letter; });
        if (sign.letter == 0 || model == models_.letters.end()) {
            end_word();
            part_words(sign.mark);
            return;
        }
        const std::vector<Stroke> strokes = on_line(*model);
        const double moved = add_line(strokes.front());
        const Rect small = box_of(std::span(strokes).first(1));
        const bool dot_gives_way = (sign.letter == 'i' || sign.letter == 'j') && !sign.mark.empty();
        for (std::size_t i = 1; i < strokes.size() && !dot_gives_way; ++i)
            add_later(shifted(strokes[i], {moved, 0}));
        add_mark(sign.mark, moved + small.centre().x);
    }

    void end_word() {
        if (!line_.empty())
            strokes_.push_back(std::move(line_));
        line_.clear();
        strokes_.insert(strokes_.end(), after_.begin(), after_.end());
        after_.clear();
    }

    std::vector<Stroke> take() {
        end_word();
        return std::move(strokes_);
    }

  private:
    void part_words(std::string_view sign) {
        const double end = box_of(strokes_).right();
        if (strokes_.empty() || sign.empty())
            return;
        add_mark(sign, end + (sign == "apostrophe" ? apostrophe_gap : hyphen_gap / 2));
        end_word();
    }

    void add_mark(std::string_view id, double middle) {
        for (const WritingMark& mark : models_.marks)
            if (mark.id == id)
                for (const Stroke& stroke : mark.strokes)
                    after_.push_back(shifted(stroke, {middle, 0}));
    }

    /// Dots and bars wait; but where a letter ends with its second stroke, as x does, the word goes on there.
    void add_later(Stroke stroke) {
        if (stroke.back().x <= line_.back().x || stroke.back().y < dip_join) {
            after_.push_back(std::move(stroke));
            return;
        }
        strokes_.push_back(std::move(line_));
        line_ = std::move(stroke);
    }

    static Stroke shifted(Stroke stroke, Point by) {
        for (Point& p : stroke)
            p = p + by;
        return stroke;
    }

    /// Adds the letter's line to the word's; gives how far it was moved to the right.
    double add_line(const Stroke& letter) {
        if (line_.empty()) {
            const Rect all = box_of(strokes_);
            const double at = strokes_.empty() ? 0 : all.right() + word_gap;
            line_ = shifted(letter, {at - letter.front().x, 0});
            return at - letter.front().x;
        }
        const Point end = line_.back();
        const bool high = end.y < high_exit;
        auto entry = risen_to(letter, high ? dip_join : end.y);
        double back = leans_back(letter, entry);
        if (high && back > overhang) {
            entry = risen_to(letter, low_dip);
            back = leans_back(letter, entry);
        }
        const double gap = (high ? high_gap : 0) + std::max(0.0, back - overhang);
        const double moved = end.x + gap - entry->x;
        const Stroke rest = shifted(Stroke(entry, letter.end()), {moved, 0});
        if (gap > 0)
            join(line_, rest);
        else
            line_.insert(line_.end(), rest.begin(), rest.end());
        return moved;
    }

    /// Where the letter's entry has risen so far: what comes before is the end of the letter before.
    static Stroke::const_iterator risen_to(const Stroke& letter, double y) {
        return std::find_if(letter.begin(), letter.end() - 2, [y](Point p) { return p.y <= y; });
    }

    static double leans_back(const Stroke& letter, Stroke::const_iterator entry) {
        const auto most_left =
            std::min_element(entry, letter.end(), [](Point a, Point b) { return a.x < b.x; });
        return entry->x - most_left->x;
    }

    const CursiveModels& models_;
    Stroke line_; ///< of the word so far
    std::vector<Stroke> after_, strokes_;
};

} // namespace

WritingModel joined_cursive(std::string_view word, const CursiveModels& models) {
    Scribe scribe(models);
    for (const WrittenSign& sign : signs_of(word))
        scribe.write(sign);
    WritingModel name;
    name.id = word;
    name.glyph.strokes = scribe.take();
    for (Stroke& stroke : name.glyph.strokes)
        stroke = resampled(stroke, ink_spacing);
    const Rect box = box_of(name.glyph.strokes);
    if (box.height <= 0)
        return name;
    for (Stroke& stroke : name.glyph.strokes)
        for (Point& p : stroke)
            p = (p - Point{box.x, box.y}) * (1 / box.height);
    name.glyph.width = box.width / box.height;
    name.base_line = -box.y / box.height;
    name.interline = 1 / box.height;
    return name;
}

} // namespace mirabelle
