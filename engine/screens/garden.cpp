#include "engine/screens/garden.h"

#include "engine/layout.h"
#include "engine/stage.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double card_aspect = 0.8;
constexpr double largest_card = 52;   // units high
constexpr double least_string = 15;   // units from branch to card
constexpr double chain_string = 7;    // units from card to card below it
constexpr double branch_height = 16;  // units, at least
constexpr double branch_aspect = 6;   // width to height
constexpr double branch_spine = 0.54; // of its picture's height: where cords hang
// The cord's picture: width to height, and where its loop and the card's upper edge lie in its height.
constexpr double string_aspect = 1.0 / 3;
constexpr double string_loop = 0.10;
constexpr double string_card = 0.80;
constexpr double arrival_share = 0.3; // of a card's height: how far it comes down
constexpr double garden_hand_units = 17;
constexpr double garden_tree_aspect = 0.8;
constexpr Milliseconds portrait_arrival = 450;
constexpr Milliseconds choice_shown = 450;
constexpr Milliseconds garden_lively_for = 30'000;
constexpr Milliseconds garden_nobody_after = 45'000;

/// At the start of its turn the planner reads what the journal knows about the child.
std::vector<Proposal> proposals_for(const LaneParts& parts, const ToGarden& visit) {
    const Child& child = parts.class_room.child(visit.child);
    if (visit.rounds == 0)
        parts.planner.meet(child);
    return parts.planner.propose(child, parts.random);
}

/// Cards side by side below the branch; where three become clearly larger so, the third one hangs from the
/// first, `chain` mm below it.
std::vector<Rect> hang(const Rect& field, std::size_t count, Size wish, double gap, double chain) {
    auto row = in_one_row(field, count, wish, gap);
    const Rect upper{field.x, field.y, field.width, (field.height - chain) / 2};
    auto pair = in_one_row(upper, std::min<std::size_t>(count, 2), wish, gap);
    const bool chained = count == 3 && pair.front().width > 1.1 * row.front().width;
    auto& boxes = chained ? pair : row;
    const double below = chained ? boxes.front().height + chain : 0;
    const double spare = field.height - boxes.front().height - below;
    for (Rect& box : boxes)
        box.y = field.y + std::min(0.5 * spare, 0.12 * box.height);
    if (chained)
        boxes.push_back(boxes.front().moved({0, below}));
    return boxes;
}

} // namespace

Garden::Garden(const LaneParts& parts, const ToGarden& visit)
    : parts_(parts),
      visit_(visit),
      proposals_(proposals_for(parts, visit)),
      branch_picture_(seasonal_picture(parts.content, "branch", parts.season)),
      string_picture_(parts.content.picture("card_string")),
      tree_(parts.content, {}, 0, parts.season),
      hand_(parts.content, 20) {
    resize(parts.size);
    for (Card& card : cards_)
        card.arrival.start(portrait_arrival);
    const bool again = visit_.with == ToGarden::With::leaf;
    if (again) {
        tree_.receive_leaf({parts.size.width / 2, cards_.front().where.y});
        parts_.speaker.play(Sound::leaf);
        const std::array leaf{parts_.content.voice("your_leaf")};
        parts_.speaker.say(leaf);
    }
    const std::array choose{parts_.content.voice(again ? "one_more_game" : "choose_a_game")};
    parts_.speaker.say_next(choose);
    visit_.with = ToGarden::With::nothing; // whatever is laid out anew shows the leaf on the tree
}

void Garden::move_children(const MovedChildren& moved) {
    visit_.child = moved[visit_.child].value_or(visit_.child);
    const Band band = parts_.class_room.child(visit_.child).band;
    if (!chosen_ && !proposals_.empty() && proposals_.front().level->band != band)
        proposals_ = proposals_for(parts_, visit_);
    resize(parts_.size);
}

void Garden::resize(Size size) {
    const Child& child = parts_.class_room.child(visit_.child);
    access_ = settled(child.access, parts_.movement, parts_.content.easing());
    sizes_ = eased(parts_.content.sizes(child.band), access_, parts_.content.easing());
    const Stage stage = make_stage(size, sizes_, parts_.reach, access_);
    const double u = unit_ = stage.unit;
    door_ = {parts_.content.picture("door"), stage.door, stage.sizes.margin};
    hand_ = HelpingHand(parts_.content, garden_hand_units * u, access_.hand, sizes_.slowed);

    // The cards are what counts. Where the lane is wide the tree stands at their right, else below them.
    const bool wide = stage.is_wide();
    const double foot = size.height - 2 * u;
    const double tree_width = std::min(48 * u, (wide ? 0.26 : 0.5) * size.width);
    const double tree_height = tree_width / garden_tree_aspect;
    const Rect tree{size.width - tree_width - 2 * u, foot - tree_height, tree_width, tree_height};
    const int leaves_so_far = parts_.class_room.leaves() - (visit_.with == ToGarden::With::leaf ? 1 : 0);
    tree_ = ClassTreeView(parts_.content, tree, leaves_so_far, parts_.season);
    const double mascot = (wide ? 27 : 31) * u;
    mascot_ = Mascot(parts_.content, {3 * u, foot - mascot, mascot, mascot}, access_.movement);

    const double top = stage.reachable.y + stage.reachable.height * 0.02;
    const double left = 6 * u;
    const double right = wide ? tree.x - 3 * u : size.width - 6 * u;
    const double cards_top = std::max(top + (branch_spine * branch_height + least_string) * u,
                                      wide ? 0.0 : stage.door.bottom() + std::max(stage.sizes.margin, 3 * u));
    const Rect field{left, cards_top, right - left, foot - mascot - u - cards_top};
    const double wish = std::max(largest_card * u, stage.sizes.target / card_aspect);
    const auto boxes = hang(field, proposals_.size(), {wish * card_aspect, wish},
                            std::max(4 * u, stage.sizes.gap), chain_string * u);
    const Rect all = around(boxes);
    // It ends before the door where it can, but no card hangs in the air.
    const double end = std::max(std::min(all.right() + 12 * u, stage.door.x - 4 * u), all.right() - 2 * u);
    const double length = std::max(end, branch_height * u * branch_aspect);
    branch_ = {end - length, top, length, length / branch_aspect};
    const double spine = branch_.y + branch_spine * branch_.height;
    cards_.clear();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const double from = boxes[i].y > all.y ? boxes.front().bottom() - u : spine;
        cards_.push_back({boxes[i],
                          from,
                          parts_.content.picture("card_" + std::string(proposals_[i].activity->id)),
                          {},
                          {}});
    }
    scan_ = SwitchScan(access_.scan_step);
    scan_.begin(switch_stops());
}

std::vector<SwitchStop> Garden::switch_stops() const {
    std::vector<SwitchStop> stops;
    for (const Card& card : cards_)
        stops.push_back(tapped_stop(card.where));
    stops.push_back(tapped_stop(door_.where()));
    return stops;
}

void Garden::touch(const Touch& touch) {
    if (touch.phase != TouchPhase::down || chosen_ || next_ ||
        (untouched_ < sizes_.guard && visit_.rounds > 0))
        return;
    untouched_ = 0;
    hand_.leave();
    const Point at = scans() ? scan_.now()->where.centre() : touch.at;
    if (door_.feels(at)) {
        door_.press();
        parts_.speaker.play(Sound::touch);
        parts_.speaker.hush();
        parts_.class_room.stand_up(visit_.child);
        next_ = ToWhoIsHere{};
        return;
    }
    for (std::size_t i = 0; i < cards_.size(); ++i)
        if (cards_[i].where.contains(at)) {
            chosen_ = i;
            chosen_for_ = 0;
            cards_[i].pressed.start(choice_shown);
            parts_.speaker.play(Sound::touch);
            parts_.speaker.hush();
            return;
        }
}

void Garden::show_gesture() {
    Gesture gesture;
    for (const Card& card : cards_)
        add_tap(gesture, card.where.centre() + Point{0, card.where.height * 0.2}, 700);
    hand_.follow(std::move(gesture));
    const std::array choose{parts_.content.voice("choose_a_game")};
    parts_.speaker.say(choose);
}

void Garden::tick() {
    untouched_ += tick_length;
    for (Card& card : cards_) {
        card.arrival.tick();
        card.pressed.tick();
    }
    door_.tick();
    tree_.tick();
    hand_.tick([](const GestureStep&) {});
    mascot_.tick(chosen_ || tree_.receiving() ? MascotAct::pleased
                 : hand_.busy()               ? MascotAct::pointing
                                              : MascotAct::idle,
                 voice_of(parts_.speaker),
                 untouched_ < garden_lively_for ? Mascot::Life::lively : Mascot::Life::resting);
    if (chosen_ && (chosen_for_ += tick_length) == choice_shown)
        next_ = ToPlay{.child = visit_.child,
                       .proposal = proposals_[*chosen_],
                       .rounds = visit_.rounds,
                       .questions = proposals_[*chosen_].questions};
    if (chosen_)
        return;
    if (scans() && !hand_.busy() && scan_.tick())
        scan_.move_on(switch_stops());
    // Whoever waits for the ring is not idle, and has two rounds before someone is believed to have left.
    const Milliseconds round = scans() ? scan_.round() : 0;
    if (untouched_ == std::max(sizes_.idle_step, round) / tick_length * tick_length)
        show_gesture();
    if (untouched_ == garden_nobody_after + 2 * round) {
        parts_.class_room.stand_up(visit_.child);
        next_ = ToWhoIsHere{};
    }
}

Pace Garden::pace() const {
    const bool lively = chosen_ || tree_.receiving() || door_.moving() ||
                        std::any_of(cards_.begin(), cards_.end(), [](const Card& card) {
                            return card.arrival.running() || card.pressed.running();
                        });
    if (lively)
        return Pace::moving;
    if (hand_.busy())
        return Pace::gliding;
    return untouched_ < garden_lively_for ? Pace::calm : Pace::still;
}

void Garden::draw(Canvas& canvas) const {
    tree_.draw(canvas);
    mascot_.draw(canvas);
    for (const Card& card : cards_)
        draw_string(canvas, card);
    canvas.picture(branch_picture_, branch_);
    for (const Card& card : cards_) {
        const double squash = card.pressed.running() ? 0.06 * pulse(card.pressed.share()) : 0;
        const Pose pose{.shift = {0, -lift(card)}, .stretch_x = 1 - squash, .stretch_y = 1 - squash};
        canvas.shadow(card.where, card.where.width * 0.04, pose);
        canvas.picture(card.picture, card.where, pose);
    }
    tree_.draw_flight(canvas);
    door_.draw(canvas);
    if (scans() && !chosen_)
        scan_.draw(canvas, unit_);
    hand_.draw(canvas);
}

/// How far above its place a card still is.
double Garden::lift(const Card& card) const {
    if (access_.movement == Movement::reduced)
        return 0;
    return (1 - spring(card.arrival.share())) * card.where.height * arrival_share;
}

void Garden::draw_string(Canvas& canvas, const Card& card) const {
    const double height = (card.where.y - card.hangs_from) / (string_card - string_loop);
    const double width = height * string_aspect;
    canvas.picture(string_picture_,
                   {card.where.centre().x - width / 2, card.hangs_from - string_loop * height, width, height},
                   {.shift = {0, -lift(card)}});
}

std::vector<NamedTarget> Garden::targets() const {
    std::vector<NamedTarget> named{{"door", door_.where()}};
    for (std::size_t i = 0; i < cards_.size(); ++i)
        named.push_back({"card " + std::to_string(i + 1), cards_[i].where});
    return named;
}

} // namespace mirabelle
