#include "engine/screens/who_is_here.h"

#include "engine/layout.h"
#include "engine/stage.h"

namespace mirabelle {

namespace {

constexpr std::size_t most_per_page = 12;
constexpr double portrait_aspect = 0.82; // width to height, with the name
constexpr double smallest_portrait = 25; // mm, for the youngest
constexpr double largest_units = 31;
constexpr double already_playing = 0.3; // opacity of a child who plays in another lane
constexpr Milliseconds greeting = 900;
constexpr Milliseconds lively_for = 30'000;

} // namespace

WhoIsHere::WhoIsHere(const LaneParts& parts) : parts_(parts) { resize(parts.size); }

void WhoIsHere::resize(Size size) {
    const Stage stage = make_stage(size, parts_.content.sizes(Band::PS), parts_.reach, parts_.movement);
    const double u = stage.unit;
    const double top = stage.lane.height - std::min(size.height, parts_.reach);
    mascot_ = MascotView(parts_.content, stage.mascot);
    const double arrow = std::max(stage.sizes.target, 12 * u);
    const double side = stage.is_wide() ? stage.mascot.right() + u : 5 * u;
    meadow_ = {side, top + 6 * u, size.width - 2 * side, size.height - top - 6 * u - 9 * u};
    // As many as stand comfortably; the others wait on the next page.
    const std::size_t count = parts_.class_room.children().size();
    const bool room_for_arrows = count > most_per_page;
    per_page_ = most_per_page;
    for (; per_page_ > 2; --per_page_) {
        const auto boxes =
            in_rows(meadow_, per_page_, {largest_units * u * portrait_aspect, largest_units * u}, 3 * u);
        if (boxes.front().width >= std::min(smallest_portrait, 0.2 * size.width) &&
            (!room_for_arrows || per_page_ <= most_per_page))
            break;
    }
    const double arrow_y = meadow_.centre().y;
    back_ = {parts_.content.picture("arrow_left"), square_on({arrow * 0.75, arrow_y}, arrow),
             stage.sizes.margin};
    forth_ = {parts_.content.picture("arrow_right"), square_on({size.width - arrow * 0.75, arrow_y}, arrow),
              stage.sizes.margin};
    show_page(std::min(page_, pages() - 1));
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
    const double height = meadow_.shorter_side() * 0.5;
    const double u = std::min(parts_.size.width, std::min(parts_.size.height, parts_.reach)) / 100;
    const double wish = std::min(height, largest_units * u);
    const auto boxes = in_rows(meadow_, count, {wish * portrait_aspect, wish}, 3 * u);
    for (std::size_t i = 0; i < count; ++i)
        portraits_.emplace_back(parts_.content, children[first + i], boxes[i]);
}

void WhoIsHere::touch(const Touch& touch) {
    if (touch.phase != TouchPhase::down || chosen_)
        return;
    untouched_ = 0;
    if (pages() > 1 && (back_.feels(touch.at) || forth_.feels(touch.at))) {
        const bool on = forth_.feels(touch.at);
        (on ? forth_ : back_).press();
        show_page((page_ + (on ? 1 : pages() - 1)) % pages());
        parts_.speaker.play(Sound::touch);
        return;
    }
    for (std::size_t i = 0; i < portraits_.size(); ++i) {
        const std::size_t child = page_ * per_page_ + i;
        if (!portraits_[i].where().contains(touch.at) || parts_.class_room.is_playing(child))
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
    mascot_.tick(parts_.speaker.speaking() ? MascotView::Voice::speaking : MascotView::Voice::silent);
    if (chosen_ && (chosen_for_ += tick_length) == greeting)
        next_ = ToGarden{*chosen_, ToGarden::With::nothing, 0};
}

Pace WhoIsHere::pace() const {
    if (chosen_ || back_.moving() || forth_.moving())
        return Pace::moving;
    return untouched_ < lively_for ? Pace::calm : Pace::still;
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
