#include "engine/writing/free_judge.h"

#include "engine/writing/fit.h"
#include "engine/writing/stroke_match.h"

namespace mirabelle {

namespace {

// Accept when every stroke is ≥ .8 covered, precision is ≥ .75 and the target is among the top two.
constexpr double least_coverage = 0.8;
constexpr double least_precision = 0.75;
constexpr int worst_rank = 2;
// Another way of writing it must be met more closely, or a 5 without its bar would be one.
constexpr double variant_coverage = 0.9;
constexpr double variant_precision = 0.85;
// Chosen on distortions of our own models.
constexpr double near_share = 0.105;   // of the model's larger side
constexpr double near_joined = 0.3;    // in a word, of its small letters' height
constexpr double near_in_row = 0.2;    // the same, of its capitals' height
constexpr double part_of_word = 4;     // small letters' heights: as long as the line of a letter
constexpr double word_coverage = 0.7;  // of each such part
constexpr double clearly_other = 1.3;  // times nearer than the glyph asked: it is the other one
constexpr double mirror_share = 0.72;  // of the distance that is left when the ink is mirrored
constexpr double alike_mirrored = 0.3; // distance of a glyph to its own mirror image: H, O have none
constexpr double worst_distance = 1.0; // no shape at all
constexpr double start_reach = 0.5;    // of the model's height: where the start is worth nothing
constexpr double start_near = 0.6;     // what of it is still where it should be
constexpr double least_direction = 0.6;
constexpr double least_order = 0.99;
constexpr double word_order = 0.8; // a dot may come at once, or when the word is written

double distance_to(const std::vector<Candidate>& ranking, std::string_view id) {
    for (const Candidate& candidate : ranking)
        if (candidate.id == id)
            return candidate.distance;
    return worst_distance;
}

void look_for_confusion(const std::vector<Candidate>& ranking, std::string_view id, TraceVector& vector) {
    const double own = distance_to(ranking, id);
    vector.shape = std::clamp(1 - own / worst_distance, 0.0, 1.0);
    for (std::size_t i = 0; i < ranking.size(); ++i) {
        if (ranking[i].id == id)
            vector.rank = static_cast<int>(i) + 1;
        else if (vector.confusion.empty()) {
            vector.confusion = ranking[i].id;
            vector.confusion_margin = ranking[i].distance - own;
        }
    }
    if (vector.rank == 0) {
        vector.confusion = {};
        vector.confusion_margin = 0;
    }
}

/// Share of pairs of drawn strokes that came in the model's order.
double order_share(const GlyphMatch& found) {
    double pairs = 0, right = 0;
    for (std::size_t i = 0; i < found.strokes.size(); ++i)
        for (std::size_t j = i + 1; j < found.strokes.size(); ++j)
            if (found.strokes[i].drawn && found.strokes[j].drawn) {
                ++pairs;
                right += found.strokes[i].when <= found.strokes[j].when ? 1 : 0;
            }
    return pairs > 0 ? right / pairs : 1;
}

double direction_share(const GlyphMatch& found, std::span<const Stroke> model) {
    double all = 0, right = 0;
    for (std::size_t i = 0; i < model.size(); ++i) {
        const double way = length(std::span<const Point>(model[i]));
        all += way;
        right += found.strokes[i].forward > 0 ? way : 0;
    }
    return all > 0 ? right / all : 0;
}

double larger_side(std::span<const Stroke> strokes) {
    const Rect box = box_of(strokes);
    return std::max(box.width, box.height);
}

GlyphMatch match_with(std::span<const Stroke> ink, std::span<const Stroke> model, double near) {
    return match(fitted(ink, model), model, near);
}

/// A word is judged letter by letter, though it may be one line: averages would hide a missing letter.
std::vector<Stroke> in_parts(std::span<const Stroke> strokes, double longest) {
    std::vector<Stroke> parts;
    for (const Stroke& stroke : strokes) {
        const double count = std::max(1.0, std::round(length(std::span<const Point>(stroke)) / longest));
        const double share = static_cast<double>(stroke.size() - 1) / count;
        for (double part = 0; part < count; ++part)
            parts.emplace_back(stroke.begin() + std::lround(part * share),
                               stroke.begin() + std::lround((part + 1) * share) + 1);
    }
    return parts;
}

bool covers(const GlyphMatch& found, double coverage, double precision) {
    return found.least_coverage() >= coverage && found.precision >= precision;
}

TraceRemark why_refused(const TraceVector& vector, double own_distance, double other_distance) {
    if (vector.mirror > 0)
        return TraceRemark::mirror;
    if (vector.least_coverage < (vector.rank == 0 ? word_coverage : least_coverage))
        return TraceRemark::missing_stroke;
    if (1 - vector.overflow < least_precision)
        return TraceRemark::off_path;
    if (vector.rank == 0)
        return TraceRemark::nothing; // a word is no letter of the alphabet: nothing to be confused with
    if (vector.rank > worst_rank || own_distance > clearly_other * other_distance)
        return TraceRemark::other_glyph;
    return TraceRemark::nothing;
}

TraceRemark how_written(const TraceVector& vector) {
    if (vector.direction < least_direction)
        return TraceRemark::direction;
    if (vector.order < (vector.rank == 0 ? word_order : least_order))
        return TraceRemark::order;
    if (vector.start < 1 - start_near)
        return TraceRemark::start;
    return TraceRemark::nothing;
}

void tell(const GlyphMatch& found, std::span<const Stroke> strokes, TraceVector& vector) {
    vector.least_coverage = found.least_coverage();
    vector.overflow = 1 - found.precision;
    vector.start = std::clamp(1 - found.start_apart / (start_reach * larger_side(strokes)), 0.0, 1.0);
    vector.direction = direction_share(found, strokes);
    vector.order = order_share(found);
}

} // namespace

std::string_view name_of(TraceRemark remark) {
    constexpr std::array<std::string_view, 9> names{
        "", "no_ink", "mirror", "missing_stroke", "off_path", "other_glyph", "order", "direction", "start"};
    return names[static_cast<std::size_t>(remark)];
}

FreeJudge::FreeJudge(std::span<const WritingModel> models, Alphabet alphabet)
    : alphabet_(alphabet), recogniser_(models, alphabet) {}

TraceJudgement FreeJudge::judge(const WritingModel& glyph, std::span<const Stroke> raw,
                                std::optional<double> model_height) const {
    TraceJudgement judgement;
    const std::vector<Stroke> ink = cleaned(raw, Dots::keep);
    if (ink.empty())
        return judgement;
    TraceVector& vector = judgement.vector;
    const std::vector<Candidate> ranking = recogniser_.ranking(ink);
    look_for_confusion(ranking, glyph.id, vector);
    const double own = distance_to(ranking, glyph.id);

    // Another accepted way of writing it counts where the taught one is not met as it should be.
    const bool word = vector.rank == 0; // no letter of the alphabet
    const std::vector<Stroke> model =
        word ? in_parts(glyph.glyph.strokes, part_of_word * glyph.interline) : glyph.glyph.strokes;
    const GlyphMatch taught =
        match_with(ink, model,
                   !word ? near_share * larger_side(model)
                         : glyph.interline * (order_counts(alphabet_) ? near_joined : near_in_row));
    tell(taught, model, vector);
    bool met = covers(taught, word ? word_coverage : least_coverage, least_precision);
    for (const std::vector<Stroke>& variant : glyph.variants) {
        if (vector.rank > worst_rank || (met && how_written(vector) == TraceRemark::nothing))
            break;
        const GlyphMatch other = match_with(ink, variant, near_share * larger_side(variant));
        TraceVector told = vector;
        tell(other, variant, told);
        if (!covers(other, variant_coverage, variant_precision) ||
            (met && how_written(told) != TraceRemark::nothing))
            continue;
        vector = told;
        met = true;
    }
    if (vector.rank == 0)
        vector.shape = std::min(vector.least_coverage, 1 - vector.overflow);
    vector.lifts = static_cast<int>(ink.size()) - static_cast<int>(glyph.glyph.strokes.size());
    if (model_height && *model_height > 0)
        vector.size = box_of(ink).height / *model_height;
    const double in_mirror = distance_to(recogniser_.ranking(mirrored(ink)), glyph.id);
    if (in_mirror < mirror_share * own && own > alike_mirrored)
        vector.mirror = 1 - in_mirror / own;

    judgement.remark = why_refused(vector, own, own + vector.confusion_margin);
    if (judgement.remark != TraceRemark::nothing)
        return judgement;
    judgement.remark = how_written(vector);
    judgement.accepted = judgement.remark == TraceRemark::nothing || !order_counts(alphabet_);
    return judgement;
}

} // namespace mirabelle
