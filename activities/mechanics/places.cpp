#include "activities/mechanics/places.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

constexpr double piece_units = 32;
constexpr double near_units = 0.6;    // between places that are not both felt
constexpr double model_units = 5;     // between what is looked at and the places
constexpr double model_height = 0.85; // above the places, in sides of a piece
constexpr double most_model = 1.7;    // the same, where there is room
constexpr std::size_t most_lines = 5;
constexpr double mascot_worth = 0.15; // pieces may be so much smaller where she need not step aside
constexpr double large_enough = 15;
constexpr double line_costs = 0.5; // a row that is read stays in one line, unless that makes it too small
constexpr double row_costs = 0.04; // fewer rows look calmer, unless more make everything larger
constexpr double side_worth = 0.6;

enum class ModelPlace : std::uint8_t { none, above, beside };

/// One way to lay everything.
struct Way {
    Rect top, bottom; ///< for the places and for the pieces
    double weight = 1;
    std::size_t lines = 1, rows = 1;
    double side = 1; ///< of a place, in sides of a piece
    ModelPlace model = ModelPlace::none;
    double gap = 0;   ///< between what feels fingers
    double piece = 0; ///< side of a piece, mm
};

std::size_t in_each(std::size_t count, std::size_t lines) { return (count + lines - 1) / lines; }
double as_double(std::size_t count) { return static_cast<double>(count); }

class Laying {
  public:
    Laying(const Stage& stage, const PlacesWish& wish)
        : stage_(stage),
          wish_(wish),
          largest_(std::max(piece_units * stage.unit * stage.sizes.enlarged, stage.sizes.target)) {}

    Way best() const {
        Way best;
        for (const double share : {1.0, 0.9, 0.8}) {
            best = best_with_gap(2 * stage_.sizes.margin + share * stage_.sizes.gap);
            if (best.piece >= stage_.sizes.target)
                break;
        }
        return best;
    }

    Places laid(const Way& way) const {
        const double place = way.side * way.piece;
        const double between = place_gap(way);
        const std::size_t per_line = in_each(wish_.places, way.lines);
        double model_high = way.model == ModelPlace::above ? model_height * way.piece : place;
        const double high = height_of(way, way.piece);
        double spare = std::max(0.0, (way.bottom.bottom() - way.top.y - high) / 3);
        if (way.model == ModelPlace::above) { // what room is left is better looked at than empty
            const double widest = way.top.width / wish_.model;
            const double more =
                std::clamp(std::min(most_model * way.piece, widest) - model_high, 0.0, 2 * spare);
            model_high += more;
            spare -= more / 3;
        }
        Places all;
        all.per_line = per_line;
        all.gap = way.gap;
        double y = way.top.y + spare;
        const double line = line_width(way, way.piece);
        double x = std::min(way.top.centre().x - line / 2, way.top.right() - line);
        if (way.model == ModelPlace::above) {
            const double wide = std::min(wish_.model * model_high, way.top.width);
            all.model = {way.top.centre().x - wide / 2, y, wide, model_high};
            y += model_high + model_units * stage_.unit;
        } else if (way.model == ModelPlace::beside) {
            all.model = {x, y, wish_.model * model_high, model_high};
            x += all.model.width + model_units * stage_.unit;
        }
        all.ahead = {x, y, wish_.ahead * place, place};
        x += all.ahead.width;
        for (std::size_t i = 0; i < wish_.places; ++i)
            all.places.push_back({x + as_double(i % per_line) * (place + between),
                                  y + as_double(i / per_line) * (place + way.gap), place, place});
        y = all.places.back().bottom() + way.gap + spare;
        add_pieces(all, way, y);
        return all;
    }

  private:
    Way best_with_gap(double gap) const {
        const Rect& beside = stage_.field;
        const Rect& whole = stage_.whole_field;
        const std::array<Way, 3> areas{Way{beside, beside, 1}, Way{beside, whole, 1 - mascot_worth},
                                       Way{whole, whole, 1 - mascot_worth}};
        Way best;
        double best_score = -1;
        for (Way way : areas)
            for (way.lines = 1; way.lines <= std::min(most_lines, wish_.places); ++way.lines)
                for (way.rows = 1; way.rows <= std::min(most_lines, wish_.pieces); ++way.rows)
                    for (const double side : {wish_.side, (wish_.side + 1) / 2, 1.0})
                        for (const ModelPlace model : {ModelPlace::above, ModelPlace::beside}) {
                            way.side = side;
                            way.gap = gap;
                            way.model = wish_.model > 0 ? model : ModelPlace::none;
                            way.piece = piece_side(way);
                            if (const double score = score_of(way); score > best_score) {
                                best_score = score;
                                best = way;
                            }
                        }
        return best;
    }

    /// Everything large enough comes first, then that it is large.
    double score_of(const Way& way) const {
        return large_enough * std::min(1.0, way.piece / stage_.sizes.target) +
               way.weight * way.piece / largest_ + side_worth * way.side / wish_.side -
               line_costs * as_double(way.lines) - row_costs * as_double(way.rows);
    }

    double place_gap(const Way& way) const { return wish_.apart ? way.gap : near_units * stage_.unit; }
    double line_width(const Way& way, double piece) const {
        const double place = way.side * piece;
        const double count = as_double(in_each(wish_.places, way.lines));
        const double model =
            way.model == ModelPlace::beside ? wish_.model * place + model_units * stage_.unit : 0;
        return model + (wish_.ahead + count) * place + (count - 1) * place_gap(way);
    }
    double height_of(const Way& way, double piece) const {
        const double model =
            way.model == ModelPlace::above ? model_height * piece + model_units * stage_.unit : 0;
        return model + as_double(way.lines) * way.side * piece + as_double(way.rows) * piece +
               as_double(way.lines + way.rows - 1) * way.gap;
    }

    /// The largest that fits; all that is laid grows in a line with it.
    double piece_side(const Way& way) const {
        const double columns = as_double(in_each(wish_.pieces, way.rows));
        const bool reaches_out = wish_.ahead > 0 && way.top == stage_.whole_field;
        const double room = way.top.width + (reaches_out ? way.top.x - stage_.unit : 0);
        const auto largest = [](double room_there, double fixed, double with_one) {
            return (room_there - fixed) / (with_one - fixed);
        };
        const double across = largest(room, line_width(way, 0), line_width(way, 1));
        const double down = largest(way.bottom.bottom() - way.top.y, height_of(way, 0), height_of(way, 1));
        return std::max(
            0.1, std::min({largest_, across, down, (way.bottom.width - (columns - 1) * way.gap) / columns}));
    }

    void add_pieces(Places& all, const Way& way, double y) const {
        const std::size_t columns = in_each(wish_.pieces, way.rows);
        for (std::size_t i = 0; i < wish_.pieces; ++i) {
            const std::size_t row = i / columns;
            const double in_row = as_double(std::min(columns, wish_.pieces - row * columns));
            // Where there is room pieces lie well apart.
            const double free = (way.bottom.width - as_double(columns) * way.piece) / as_double(columns + 1);
            const double gap = std::max(way.gap, std::min(free, way.piece * 0.4));
            const double wide = in_row * (way.piece + gap) - gap;
            all.pieces.push_back(
                {way.bottom.centre().x - wide / 2 + as_double(i % columns) * (way.piece + gap),
                 y + as_double(row) * (way.piece + way.gap), way.piece, way.piece});
        }
    }

    const Stage& stage_;
    const PlacesWish& wish_;
    double largest_;
};

} // namespace

Places lay_places(const Stage& stage, const PlacesWish& wish) {
    const Laying laying(stage, wish);
    return laying.laid(laying.best());
}

} // namespace mirabelle
