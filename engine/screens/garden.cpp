#include "engine/screens/garden.h"

#include "engine/layout.h"
#include "engine/stage.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double card_aspect = 0.8;
constexpr double branch_aspect = 6;
constexpr double tree_aspect = 0.8;
constexpr Milliseconds arrival_length = 450;
constexpr Milliseconds choice_shown = 450;
constexpr Milliseconds guard = 350;
constexpr Milliseconds hint_after = 8'000;
constexpr Milliseconds nobody_after = 45'000;

/// At the start of its turn the planner reads what the journal knows about the child.
std::vector<Proposal> proposals_for(const LaneParts& parts, const ToGarden& visit) {
    const Child& child = parts.class_room.child(visit.child);
    if (visit.rounds == 0)
        parts.planner.meet(child);
    return parts.planner.propose(child, parts.random);
}

} // namespace

Garden::Garden(const LaneParts& parts, const ToGarden& visit)
    : parts_(parts),
      visit_(visit),
      proposals_(proposals_for(parts, visit)),
      branch_picture_(parts.content.picture("branch")),
      string_picture_(parts.content.picture("card_string")),
      tree_(parts.content, {}, 0, "class_tree"),
      hand_(parts.content, 20) {
    resize(parts.size);
    for (Card& card : cards_)
        card.arrival.start(arrival_length);
    const bool again = visit_.with == ToGarden::With::leaf;
    if (again) {
        tree_.receive_leaf({parts.size.width / 2, cards_.front().where.y});
        parts_.speaker.play(Sound::leaf);
        const std::array leaf{parts_.content.voice("your_leaf")};
        parts_.speaker.say(leaf);
    }
    const std::array choose{parts_.content.voice(again ? "one_more_game" : "choose_a_game")};
    parts_.speaker.say_next(choose);
}

void Garden::resize(Size size) {
    const Stage stage = make_stage(size, parts_.content.sizes(parts_.class_room.child(visit_.child).band),
                                   parts_.reach, parts_.movement);
    const double u = stage.unit;
    const double top = stage.ear.y;
    const bool roomy = stage.mascot.width > 0;
    door_ = {parts_.content.picture("door"), stage.door, stage.sizes.margin};
    hand_ = HelpingHand(parts_.content, 17 * u);

    // Cards in the middle; mascot at the left and tree at the right where the lane is wide, below where it is
    // narrow.
    const double mascot = roomy ? 38 * u : 26 * u;
    const double tree_height = roomy ? 78 * u : 40 * u;
    const double foot = size.height - 3 * u;
    const int leaves_so_far = parts_.class_room.leaves() - (visit_.with == ToGarden::With::leaf ? 1 : 0);
    const Rect tree{size.width - tree_height * tree_aspect - 2 * u, foot - tree_height,
                    tree_height * tree_aspect, tree_height};
    tree_ = ClassTreeView(parts_.content, tree, leaves_so_far, "class_tree");
    mascot_ = MascotView(parts_.content, {3 * u, foot - mascot, mascot, mascot});

    const double left = roomy ? mascot + 5 * u : 4 * u;
    const double right = roomy ? tree.x - 2 * u : size.width - 4 * u;
    const double branch_width = std::min(right - left, 150 * u);
    branch_ = {(left + right - branch_width) / 2, top, branch_width, branch_width / branch_aspect};
    const double bottom = roomy ? foot - 8 * u : tree.y - 2 * u;
    const double cards_top =
        std::max(top + branch_.height * 0.5 + 7 * u, stage.door.bottom() + (roomy ? 0 : 3 * u));
    const Rect field{branch_.x + 2 * u, cards_top, branch_.width - 4 * u, bottom - cards_top};
    const double wish = std::max(50 * u, stage.sizes.target * 1.6);
    const auto boxes =
        in_one_row(field, proposals_.size(), {wish * card_aspect, wish}, std::max(4 * u, stage.sizes.gap));
    cards_.clear();
    for (std::size_t i = 0; i < boxes.size(); ++i)
        cards_.push_back(
            {boxes[i], parts_.content.picture("card_" + std::string(proposals_[i].activity->id)), {}, {}});
}

void Garden::touch(const Touch& touch) {
    if (touch.phase != TouchPhase::down || chosen_ || (untouched_ < guard && visit_.rounds > 0))
        return;
    untouched_ = 0;
    hand_.leave();
    if (door_.feels(touch.at)) {
        door_.press();
        parts_.speaker.play(Sound::touch);
        parts_.speaker.hush();
        parts_.class_room.stand_up(visit_.child);
        next_ = ToWhoIsHere{};
        return;
    }
    for (std::size_t i = 0; i < cards_.size(); ++i)
        if (cards_[i].where.contains(touch.at)) {
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
    mascot_.tick(parts_.speaker.speaking() ? MascotView::Voice::speaking : MascotView::Voice::silent);
    if (chosen_ && (chosen_for_ += tick_length) == choice_shown)
        next_ = ToPlay{visit_.child, proposals_[*chosen_], visit_.rounds};
    if (chosen_)
        return;
    if (untouched_ == hint_after)
        show_gesture();
    if (untouched_ == nobody_after) {
        parts_.class_room.stand_up(visit_.child);
        next_ = ToWhoIsHere{};
    }
}

Pace Garden::pace() const {
    const bool lively = chosen_ || hand_.busy() || tree_.receiving() || door_.moving() ||
                        std::any_of(cards_.begin(), cards_.end(), [](const Card& card) {
                            return card.arrival.running() || card.pressed.running();
                        });
    return lively ? Pace::moving : Pace::calm;
}

void Garden::draw(Canvas& canvas) const {
    tree_.draw(canvas);
    mascot_.draw(canvas);
    for (const Card& card : cards_) {
        const double lift = (1 - spring(card.arrival.share())) * card.where.height * 0.35;
        const double squash = card.pressed.running() ? 0.06 * pulse(card.pressed.share()) : 0;
        const Pose pose{.shift = {0, -lift}, .stretch_x = 1 - squash, .stretch_y = 1 - squash};
        const double string_top = branch_.y + branch_.height * 0.35;
        const double reach = card.where.y - string_top + card.where.height * 0.06;
        canvas.picture(string_picture_, {card.where.centre().x - reach / 2, string_top, reach, reach},
                       {.shift = {0, -lift}});
        canvas.shadow(card.where, card.where.width * 0.04, pose);
        canvas.picture(card.picture, card.where, pose);
    }
    canvas.picture(branch_picture_, branch_);
    door_.draw(canvas);
    hand_.draw(canvas);
}

std::vector<NamedTarget> Garden::targets() const {
    std::vector<NamedTarget> named{{"door", door_.where()}};
    for (std::size_t i = 0; i < cards_.size(); ++i)
        named.push_back({"card " + std::to_string(i + 1), cards_[i].where});
    return named;
}

} // namespace mirabelle
