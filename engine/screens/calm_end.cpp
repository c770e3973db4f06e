#include "engine/screens/calm_end.h"

#include "engine/stage.h"

namespace mirabelle {

namespace {

constexpr double tree_aspect = 0.8;
constexpr double portrait_units = 46;
constexpr Milliseconds portrait_appears = 2600;
constexpr Milliseconds portrait_fades_in = 400;
constexpr Milliseconds greeting = 900;
constexpr Milliseconds nobody_after = 30'000;
constexpr Milliseconds goodbye_length = 2400;
constexpr Milliseconds yawn_length = 1900;
constexpr Milliseconds yawns_every = 7600;

} // namespace

CalmEnd::CalmEnd(const LaneParts& parts, const ToCalmEnd& end)
    : parts_(parts),
      end_(end),
      next_child_(parts.class_room.next_after(end.child)),
      tree_(parts.content, {}, 0, parts.season, Light::evening) {
    parts.class_room.stand_up(end.child);
    resize(parts.size);
    if (end_.with == ToCalmEnd::With::leaf) {
        tree_.receive_leaf(leaf_from_);
        finale_.begin();
        parts_.speaker.play(Sound::leaf);
        const std::array leaf{parts_.content.voice("your_leaf")};
        parts_.speaker.say(leaf);
    }
    const std::array goodbye{
        parts_.content.voice(end.because == ToCalmEnd::Because::time_up ? "time_to_stop" : "goodbye")};
    parts_.speaker.say_next(goodbye);
    if (next_child_) {
        const std::array turn{parts_.content.voice("next_child")};
        parts_.speaker.say_next(turn);
    }
    end_.with = ToCalmEnd::With::nothing; // whatever is laid out anew shows the leaf on the tree
}

void CalmEnd::move_children(const MovedChildren& moved) {
    if (next_child_)
        next_child_ = moved[*next_child_];
    portrait_.reset();
    resize(parts_.size);
}

void CalmEnd::resize(Size size) {
    const Stage stage = make_stage(size, parts_.content.sizes(Band::PS), parts_.reach, parts_.movement);
    const double u = stage.unit;
    const double foot = size.height - 4 * u;
    const bool roomy = stage.is_wide();
    door_ = {parts_.content.picture("door"), stage.door, stage.sizes.margin};
    // Where the lane is narrow the next child's picture appears above the tree.
    const double above = stage.reachable.y + portrait_units * u + 8 * u;
    const double tree_height = roomy ? 86 * u : std::min(70 * u, foot - above);
    const double tree_width = tree_height * tree_aspect;
    const Point tree_centre{roomy ? size.width * 0.36 : size.width * 0.5, foot - tree_height / 2};
    const int leaves = parts_.class_room.leaves() - (end_.with == ToCalmEnd::With::leaf ? 1 : 0);
    tree_ = ClassTreeView(parts_.content, centred_on(tree_centre, {tree_width, tree_height}), leaves,
                          parts_.season, Light::evening);
    leaf_from_ = {size.width / 2, stage.twig.centre().y};
    finale_.lay(parts_.content, stage, parts_.season, parts_.movement);
    const double mascot = roomy ? 40 * u : 28 * u;
    const double mascot_x = roomy ? tree_centre.x - tree_width / 2 - mascot * 0.7 : 3 * u;
    mascot_ =
        Mascot(parts_.content, {std::max(2 * u, mascot_x), foot - mascot, mascot, mascot}, parts_.movement);
    if (!next_child_)
        return;
    const double height = std::max(portrait_units * u, 1.3 * stage.sizes.target);
    const Point centre{roomy ? size.width * 0.72 : size.width * 0.5,
                       roomy ? size.height - std::min(size.height, parts_.reach) * 0.42
                             : foot - tree_height - height * 0.5 - 2 * u};
    portrait_.emplace(parts_.content, parts_.class_room.child(*next_child_),
                      centred_on(centre, {height * 0.82, height}));
    unit_ = u;
    scan_ = SwitchScan();
    scan_.begin({tapped_stop(portrait_->where())});
}

void CalmEnd::touch(const Touch& touch) {
    if (touch.phase != TouchPhase::down || chosen_)
        return;
    if (door_.feels(touch.at)) {
        door_.press();
        parts_.speaker.play(Sound::touch);
        parts_.speaker.hush();
        next_ = ToWhoIsHere{};
        return;
    }
    const bool by_switch = scans() && touch.at.y >= parts_.size.height; // it presses below the lane
    const bool there =
        portrait_ && now_ >= portrait_appears && (by_switch || portrait_->where().contains(touch.at));
    if (!there || parts_.class_room.is_playing(*next_child_))
        return;
    chosen_ = now_;
    parts_.class_room.sit_down(*next_child_);
    portrait_->hop();
    parts_.speaker.play(Sound::touch);
    const std::array hello{parts_.content.voice("hello")};
    parts_.speaker.say(hello);
}

void CalmEnd::tick() {
    now_ += tick_length;
    door_.tick();
    tree_.tick();
    finale_.tick();
    if (portrait_)
        portrait_->tick();
    mascot_.tick(act(), voice_of(parts_.speaker));
    if (chosen_) {
        if (now_ - *chosen_ == greeting)
            next_ = ToGarden{*next_child_, ToGarden::With::nothing, 0};
    } else if (now_ == nobody_after) {
        next_ = ToWhoIsHere{};
    }
}

bool CalmEnd::scans() const {
    return portrait_ && now_ >= portrait_appears && !chosen_ &&
           parts_.class_room.child(*next_child_).access.scans();
}

MascotAct CalmEnd::act() const {
    if (chosen_ || now_ < goodbye_length)
        return MascotAct::waving;
    if (!parts_.speaker.speaking() && (now_ - goodbye_length) % yawns_every < yawn_length)
        return MascotAct::yawning;
    return MascotAct::idle;
}

Pace CalmEnd::pace() const {
    const bool appearing =
        portrait_ && now_ >= portrait_appears && now_ < portrait_appears + portrait_fades_in;
    return tree_.receiving() || finale_.moving() || chosen_ || door_.moving() || mascot_.moving() || appearing
               ? Pace::moving
               : Pace::calm;
}

void CalmEnd::draw(Canvas& canvas) const {
    finale_.draw_bunting(canvas);
    tree_.draw(canvas);
    mascot_.draw(canvas);
    if (portrait_ && now_ >= portrait_appears) {
        const double share =
            static_cast<double>(now_ - portrait_appears) / static_cast<double>(portrait_fades_in);
        portrait_->draw(canvas, std::min(1.0, share));
    }
    if (scans())
        scan_.draw(canvas, unit_);
    door_.draw(canvas);
    tree_.draw_flight(canvas);
    finale_.draw_petals(canvas);
}

std::vector<NamedTarget> CalmEnd::targets() const {
    std::vector<NamedTarget> named{{"door", door_.where()}};
    if (portrait_ && now_ >= portrait_appears)
        named.push_back({"next", portrait_->where()});
    return named;
}

} // namespace mirabelle
