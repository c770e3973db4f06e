#include "activities/mechanics/market.h"

#include "engine/layout.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double piece_units = 24;
constexpr double bell_units = 20;
constexpr double plate_aspect = 500.0 / 300; // of its picture
constexpr double small_plate_share = 0.26;   // where goods need the room
constexpr double widest_plate = 36;          // units high
constexpr double plate_share = 0.4;          // of the height that is there
constexpr double smaller_control = 0.9;      // of a target: the least for bell and plate where room is short
constexpr double least_plate = 1.3;          // targets high
constexpr double table_aspect = 1600.0 / 900;
constexpr double table_surface = 632.0 / 900; // of the picture's height; see its drawing
constexpr double table_back = 0.86;           // width of its far edge, of the picture's width
constexpr double post_units = 1.6;
constexpr double awning_units = 95;            // wide, before it repeats
constexpr double awning_aspect = 300.0 / 1600; // height to width of its picture
constexpr double awning_edge = 0.91;           // of its picture's height: where the scallops end
constexpr double awning_drop = 4.5;            // units: they hang this far into what is reached
constexpr double table_corner = 0.05;          // of its picture's width: where the far corners are
constexpr Colour post_colour = rgb(0xB98A5E);
constexpr double clearly_larger = 1.2;
constexpr std::size_t most_rows = 5;
constexpr double smallest_gap = 0.85; // of the one that is wished
constexpr double smaller = 0.95;      // from try to try, where nothing fits

struct Sizes {
    double target = 0;
    double gap = 0; ///< between drawings
};

double as_double(std::size_t count) { return static_cast<double>(count); }

/// The plate with the bell beside it in the upper part of `top`, the goods in rows below, in `field`.
std::optional<Market> plate_above(const Rect& top, const Rect& field, std::size_t count, double unit,
                                  Sizes sizes, double share) {
    const double wish = std::max(piece_units * unit, sizes.target);
    const double largest_bell = std::max(bell_units * unit, sizes.target);
    const double whole = field.bottom() - top.y;
    const double widest =
        std::min((top.width - largest_bell - sizes.gap) / plate_aspect, widest_plate * unit);
    std::optional<Market> best;
    double best_side = 0;
    for (std::size_t rows = 1; rows <= most_rows && rows <= count; ++rows) {
        const std::size_t columns = (count + rows - 1) / rows;
        const double across = (field.width - as_double(columns - 1) * sizes.gap) / as_double(columns);
        const double least = std::max(least_plate * sizes.target, std::min(share * whole, widest));
        const double down = (whole - least - as_double(rows) * sizes.gap) / as_double(rows);
        const double side = std::min({wish, across, down});
        if (side < sizes.target || side <= best_side * 1.05 || widest < sizes.target)
            continue;
        best_side = side;
        const double goods = as_double(rows) * (side + sizes.gap) - sizes.gap;
        const double room = whole - goods - sizes.gap;
        const double height = std::min(room, widest);
        const double bell = std::min(largest_bell, height);
        // What is left over lies above, between and below in equal parts.
        const double spare = (room - height) / 3;
        Market market;
        market.pieces = in_rows({field.x, field.bottom() - goods - spare, field.width, goods}, count,
                                {side, side}, sizes.gap);
        const double together = height * plate_aspect + sizes.gap + bell;
        market.plate = {top.centre().x - together / 2, top.y + spare, height * plate_aspect, height};
        market.bell = {market.plate.right() + sizes.gap, market.plate.bottom() - bell, bell, bell};
        best = std::move(market);
    }
    return best;
}

/// For many large goods: two rows, the plate beside the upper one and the bell beside the lower one.
std::optional<Market> plate_beside(const Rect& field, std::size_t count, Sizes sizes, double bell) {
    const double pitch = sizes.target + sizes.gap;
    const auto below = static_cast<std::size_t>((field.width - bell) / pitch);
    if (below >= count || below == 0)
        return std::nullopt;
    const std::size_t above = count - below;
    const double plate_width = field.width - as_double(above) * pitch;
    const double plate_bottom = field.bottom() - pitch;
    const double height = std::min(plate_width / plate_aspect, plate_bottom - field.y);
    if (height < sizes.target * smaller_control || field.height < 2 * sizes.target + sizes.gap)
        return std::nullopt;
    Market market;
    const double plate_x = field.x + (plate_width - height * plate_aspect) / 2;
    market.plate = {plate_x, plate_bottom - height, height * plate_aspect, height};
    market.bell = {field.x, field.bottom() - (sizes.target + bell) / 2, bell, bell};
    for (std::size_t i = 0; i < count; ++i) {
        const bool upper = i < above;
        const double x = field.right() - as_double(upper ? above - i : count - i) * pitch + sizes.gap;
        market.pieces.push_back({x, upper ? plate_bottom - sizes.target : field.bottom() - sizes.target,
                                 sizes.target, sizes.target});
    }
    return market;
}

std::optional<Market> largest_market(const Stage& stage, std::size_t count, Sizes sizes) {
    const double unit = stage.unit * stage.sizes.enlarged;
    for (const double share : {plate_share, small_plate_share}) {
        auto beside = plate_above(stage.field, stage.field, count, unit, sizes, share);
        // Pieces may need the whole width; the plate still fits between ear and door.
        auto whole = plate_above(stage.field, stage.whole_field, count, unit, sizes, share);
        if (beside && (!whole || whole->pieces.front().width < clearly_larger * beside->pieces.front().width))
            return beside;
        if (whole)
            return whole;
    }
    if (auto market = plate_beside(stage.whole_field, count, sizes, sizes.target))
        return market;
    return plate_beside(stage.whole_field, count, sizes, sizes.target * smaller_control);
}

void add_slots(Market& market, const Stage& stage) {
    const Rect& plate = market.plate;
    const Rect inside =
        centred_on(plate.centre() - Point{0, plate.height * 0.03}, {plate.width * 0.74, plate.height * 0.72});
    const double full = market.pieces.front().width;
    // Pieces on the plate may overlap a little, as goods on a plate do.
    const auto boxes = in_rows(inside, market.pieces.size(), {full * 0.8, full * 0.8}, 0.2 * stage.unit);
    market.side_on_plate = std::min(full, boxes.front().width * 1.15);
    for (const Rect& slot : boxes)
        market.slots.push_back(slot.centre());
    // The plate fills from its middle.
    std::sort(market.slots.begin(), market.slots.end(),
              [&](Point a, Point b) { return distance(a, inside.centre()) < distance(b, inside.centre()); });
}

void mirror(Market& market, double lane_width) {
    const auto turn = [&](Rect& box) { box.x = lane_width - box.right(); };
    turn(market.plate);
    turn(market.bell);
    for (Rect& piece : market.pieces)
        turn(piece);
}

/// The table carries everything and goes on where the lane ends.
void set_table(Market& market, const Stage& stage) {
    const Rect goods = around(market.pieces);
    const double left = std::min({goods.x, market.plate.x, market.bell.x});
    const double right = std::max({goods.right(), market.plate.right(), market.bell.right()});
    const double top = std::min(goods.y, market.plate.y);
    Rect all{left, top, right - left, goods.bottom() - top};
    all = all.grown(2 * stage.unit);
    const double width = std::max({all.height / table_surface * table_aspect, all.width / table_back,
                                   std::min(stage.lane.width * 0.98, 1.9 * stage.reachable.height)});
    const double height = width / table_aspect;
    const double front = std::min(all.bottom(), stage.lane.bottom() - 4 * stage.unit);
    market.table = {stage.lane.width / 2 - width / 2, front - height * table_surface, width, height};
}

} // namespace

Market lay_market(const Stage& stage, std::size_t piece_count) {
    Sizes sizes{stage.sizes.target, stage.clearance()};
    // Things become smaller rather than lie closer, as long as there is something left of them.
    const double least_gap = 2 * stage.sizes.margin + smallest_gap * stage.sizes.gap;
    std::optional<Market> market;
    while (!(market = largest_market(stage, piece_count, sizes)))
        sizes = {sizes.target * smaller,
                 std::max(sizes.gap * smaller, std::min(least_gap, sizes.target * smaller))};
    // The bell, which is touched last, stands where the arm does not hide the plate.
    if (stage.access.hand == Hand::left)
        mirror(*market, stage.lane.width);
    add_slots(*market, stage);
    set_table(*market, stage);
    return std::move(*market);
}

MarketScene::MarketScene(const Content& content)
    : table_(content.picture("market_table")),
      plate_(content.picture("plate")),
      bell_(content.picture("bell")),
      awning_(content.picture("stall_awning")) {}

void MarketScene::draw_stall(Canvas& canvas, const Stage& stage, const Market& market) const {
    // Two posts on the table's far corners carry the awning, outside of everything that can be touched.
    const double post = post_units * stage.unit;
    const double corner = table_corner * market.table.width;
    const double left = std::max(stage.lane.x, market.table.x + corner);
    const double right = std::min(stage.lane.right(), market.table.right() - corner);
    const double top = stage.reachable.y;
    for (const double x : {left, right - post})
        canvas.card({x, top, post, market.table.y + 1.5 * stage.unit - top}, 0, post_colour);
    const double beyond = 2 * stage.unit;
    draw_awning(canvas, {left - beyond, top, right - left + 2 * beyond, 0}, stage.unit);
    canvas.picture(table_, market.table);
}

/// Striped cloth that ends a little below the upper edge of what is reached and rises high above it.
void MarketScene::draw_awning(Canvas& canvas, Rect edge, double unit) const {
    const double times = std::max(1.0, std::round(edge.width / (awning_units * unit)));
    const double width = edge.width / times;
    const double height = width * awning_aspect;
    const double top = edge.y + awning_drop * unit - awning_edge * height;
    for (int i = 0; i < static_cast<int>(times); ++i)
        canvas.picture(awning_, {edge.x + i * width, top, width, height});
}

void MarketScene::draw_plate(Canvas& canvas, const Market& market, Plate plate) const {
    const Rect& where = market.plate;
    if (plate == Plate::waiting)
        canvas.disc(where.centre(), where.height * 0.55, faded(palette::mirabelle, 0.75),
                    {.stretch_x = where.width / where.height});
    canvas.picture(plate_, where);
}

void MarketScene::draw_wanted_places(Canvas& canvas, const Market& market, std::size_t count) const {
    for (std::size_t i = 0; i < std::min(count, market.slots.size()); ++i)
        canvas.disc(market.slots[i], market.side_on_plate * 0.36, faded(palette::mirabelle, 0.5));
}

void MarketScene::draw_piece(Canvas& canvas, const PieceView& view, const Face& face, double side,
                             Chosen chosen) const {
    const Rect box = square_on(view.home().centre(), side);
    const Pose pose = view.pose_towards(side);
    if (chosen == Chosen::yes)
        canvas.disc(box.centre(), side * 0.58, palette::mirabelle, pose);
    draw_contact_shadow(canvas, box, pose);
    draw_face(canvas, face, box, pose);
}

void MarketScene::draw_bell(Canvas& canvas, const PieceView& bell) const {
    canvas.picture(bell_, bell.home(), bell.pose());
}

} // namespace mirabelle
