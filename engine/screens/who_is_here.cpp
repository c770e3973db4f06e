#include "engine/screens/who_is_here.h"

#include "engine/layout.h"
#include "engine/stage.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr std::size_t most_per_page = 12;
constexpr std::size_t least_per_page = 4;
constexpr double portrait_aspect = 0.82; // width to height, with the name
constexpr double largest_units = 42;
constexpr double gap_units = 3;
constexpr double already_playing = 0.3; // opacity of a child who plays in another lane
constexpr Milliseconds portrait_greeting = 900;
constexpr Milliseconds hello_length = 2000;
constexpr Milliseconds portraits_lively_for = 30'000;

} // namespace

WhoIsHere::WhoIsHere(const LaneParts& parts) : parts_(parts) { resize(parts.size); }

void WhoIsHere::resize(Size size) {
    const Stage stage = make_stage(size, parts_.content.sizes(Band::PS), parts_.reach, parts_.movement);
    const double u = stage.unit;
    unit_ = u;
    mascot_ = Mascot(parts_.content, stage.mascot, parts_.movement);
    const double arrow = std::max(stage.sizes.target, 12 * u);
    const double top = stage.reachable.y + 5 * u;
    const double foot = size.height - 9 * u;
    const std::size_t count = parts_.class_room.children().size();
    // The mascot and the arrows stand beside the portraits, or below them where the lane is narrow.
    const double side = stage.is_wide() ? std::max(stage.mascot.right() + u, arrow * 1.25 + 3 * u) : 5 * u;
    const double bottom = stage.is_wide() ? foot : stage.mascot.y - u;
    meadow_ = {side, top, size.width - 2 * side, bottom - top};
    // As many as stand comfortably; the others wait on the next page.
    for (per_page_ = most_per_page; per_page_ > least_per_page; --per_page_)
        if (lay(std::clamp<std::size_t>(count, 1, per_page_)).front().width >= stage.sizes.target)
            break;
    const double arrow_y = stage.is_wide() ? meadow_.centre().y : stage.mascot.centre().y;
    const double back_x = stage.is_wide() ? arrow * 0.75 : size.width * 0.5;
    const double forth_x = stage.is_wide() ? size.width - arrow * 0.75 : size.width * 0.8;
    back_ = {parts_.content.picture("arrow_left"), square_on({back_x, arrow_y}, arrow), stage.sizes.margin};
    forth_ = {parts_.content.picture("arrow_right"), square_on({forth_x, arrow_y}, arrow),
              stage.sizes.margin};
    show_page(std::min(page_, pages() - 1));
}

std::vector<Rect> WhoIsHere::lay(std::size_t count) const {
    const double wish = largest_units * unit_;
    return in_rows(meadow_, count, {wish * portrait_aspect, wish}, gap_units * unit_);
}

std::size_t WhoIsHere::pages() const {
    return std::max<std::size_t>(1, (parts_.class_room.children().size() + per_page_ - 1) / per_page_);
}

void WhoIsHere::show_page(std::size_t page) {
    page_ = page;
    portraits_.clear();
    const auto children = parts_.class_room.children();
    const std::size_t first = page * per_page_;
    const std::size_t count = std::min(per_page_, children.size() - std::min(first, children.size()));
    const auto boxes = lay(count);
    for (std::size_t i = 0; i < count; ++i)
        portraits_.emplace_back(parts_.content, children[first + i], boxes[i]);
    Milliseconds step = 0;
    for (const Child& child : children)
        if (child.access.scans())
            step = std::max(step, settled(child.access, parts_.movement, parts_.content.easing()).scan_step);
    scan_ = SwitchScan(step);
    scan_.begin(switch_stops());
}

std::vector<SwitchStop> WhoIsHere::switch_stops() const {
    const auto children = parts_.class_room.children();
    const auto waits = [&](std::size_t child) {
        return children[child].access.scans() && !parts_.class_room.is_playing(child);
    };
    std::vector<SwitchStop> stops;
    for (std::size_t i = 0; i < portraits_.size(); ++i)
        if (waits(page_ * per_page_ + i))
            stops.push_back(tapped_stop(portraits_[i].where()));
    bool elsewhere = false; // on another page
    for (std::size_t child = 0; child < children.size(); ++child)
        elsewhere = elsewhere || (child / per_page_ != page_ && waits(child));
    if (elsewhere)
        stops.push_back(tapped_stop(forth_.where()));
    return stops;
}

void WhoIsHere::move_children(const MovedChildren& moved) {
    if (chosen_)
        chosen_ = moved[*chosen_];
    resize(parts_.size);
}

void WhoIsHere::touch(const Touch& touch) {
    if (touch.phase != TouchPhase::down || chosen_)
        return;
    untouched_ = 0;
    // A switch presses below the lane; a finger means what it touches, for whoever sits beside that child.
    const bool by_switch = scans() && touch.at.y >= parts_.size.height;
    const Point at = by_switch ? scan_.now()->where.centre() : touch.at;
    if (pages() > 1 && (back_.feels(at) || forth_.feels(at))) {
        const bool on = forth_.feels(at);
        (on ? forth_ : back_).press();
        show_page((page_ + (on ? 1 : pages() - 1)) % pages());
        parts_.speaker.play(Sound::touch);
        return;
    }
    for (std::size_t i = 0; i < portraits_.size(); ++i) {
        const std::size_t child = page_ * per_page_ + i;
        if (!portraits_[i].where().contains(at) || parts_.class_room.is_playing(child))
            continue;
        chosen_ = child;
        chosen_for_ = 0;
        parts_.class_room.sit_down(child);
        portraits_[i].hop();
        parts_.speaker.play(Sound::touch);
        const std::array hello{parts_.content.voice("hello")};
        parts_.speaker.say(hello);
        return;
    }
    const std::array invitation{parts_.content.voice("touch_your_picture")};
    if (!parts_.speaker.speaking())
        parts_.speaker.say(invitation);
}

void WhoIsHere::tick() {
    untouched_ += tick_length;
    for (PortraitView& portrait : portraits_)
        portrait.tick();
    back_.tick();
    forth_.tick();
    if (scans() && scan_.tick())
        scan_.move_on(switch_stops());
    here_ = std::min(here_ + tick_length, hello_length);
    const bool greets = chosen_ || here_ < hello_length;
    mascot_.tick(greets ? MascotAct::waving : MascotAct::idle, voice_of(parts_.speaker),
                 untouched_ < portraits_lively_for ? Mascot::Life::lively : Mascot::Life::resting);
    if (chosen_ && (chosen_for_ += tick_length) == portrait_greeting)
        next_ = ToGarden{*chosen_, ToGarden::With::nothing, 0};
}

Pace WhoIsHere::pace() const {
    if (chosen_ || back_.moving() || forth_.moving() || mascot_.moving())
        return Pace::moving;
    return untouched_ < portraits_lively_for || scan_.count() > 1 ? Pace::calm : Pace::still;
}

void WhoIsHere::draw(Canvas& canvas) const {
    mascot_.draw(canvas);
    for (std::size_t i = 0; i < portraits_.size(); ++i) {
        const std::size_t child = page_ * per_page_ + i;
        const bool elsewhere = parts_.class_room.is_playing(child) && chosen_ != child;
        portraits_[i].draw(canvas, elsewhere ? already_playing : 1.0);
    }
    if (pages() > 1) {
        back_.draw(canvas);
        forth_.draw(canvas);
    }
    if (scans())
        scan_.draw(canvas, unit_);
}

std::vector<NamedTarget> WhoIsHere::targets() const {
    std::vector<NamedTarget> named;
    for (std::size_t i = 0; i < portraits_.size(); ++i)
        named.push_back({"portrait " + std::to_string(page_ * per_page_ + i + 1), portraits_[i].where()});
    if (pages() > 1) {
        named.push_back({"back", back_.where()});
        named.push_back({"forth", forth_.where()});
    }
    return named;
}

} // namespace mirabelle
