#include "engine/class_room.h"

#include <algorithm>
#include <utility>

namespace mirabelle {

namespace {

constexpr Milliseconds minute = 60'000;

} // namespace

Child whole_class(Band band) {
    Child child;
    child.band = band;
    return child;
}

ClassRoom::ClassRoom(const Content& content, Journal& journal, std::optional<Band> only, Random& random,
                     const SessionCaps& caps)
    : content_(&content), journal_(&journal), only_(only), random_(&random), caps_(caps) {
    fill(journal.children());
}

void ClassRoom::fill(std::vector<Child> listed) {
    children_.clear();
    examples_ = listed.empty();
    if (examples_)
        offer_examples();
    for (Child& child : listed)
        if (!only_ || child.band == *only_)
            children_.push_back(std::move(child));
    playing_.assign(children_.size(), false);
    played_.assign(children_.size(), 0);
}

void ClassRoom::offer_examples() {
    moved_in_ = 0;
    const auto names = content_->example_names();
    const auto portraits = content_->portraits();
    for (std::size_t i = 0; i < names.size(); ++i) {
        Child child;
        child.id = Uuid::make(*random_);
        child.first_name = names[i];
        child.portrait = portraits[i % portraits.size()].id;
        child.band = only_.value_or(all_bands[i % all_bands.size()]);
        children_.push_back(std::move(child));
    }
}

MovedChildren ClassRoom::reload() {
    MovedChildren moved(children_.size());
    for (std::size_t i = 0; i < moved.size(); ++i)
        moved[i] = i;
    if (moving_in_)
        return moved; // what the disk knows is not the whole list yet
    const auto before = children_;
    const auto playing = playing_;
    const auto played = played_;
    try {
        auto listed = journal_->children();
        if (listed.empty() && examples_)
            return moved; // the same examples stay
        fill(std::move(listed));
        for (std::size_t i = 0; i < children_.size() && !examples_; ++i)
            played_[i] = journal_->played(children_[i].id, day_from_, day_to_);
    } catch (const JournalError&) {
        // A failing disk must not stop a child: whoever is new has not played today.
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto now = std::find_if(children_.begin(), children_.end(),
                                      [&](const Child& child) { return child.id == before[i].id; });
        moved[i].reset();
        if (now == children_.end())
            continue;
        const auto place = static_cast<std::size_t>(now - children_.begin());
        moved[i] = place;
        playing_[place] = playing[i];
        played_[place] = played[i];
    }
    return moved;
}

Band ClassRoom::usual_band() const {
    std::array<int, all_bands.size()> counts{};
    for (const Child& child : children_)
        ++counts[static_cast<std::size_t>(child.band)];
    return all_bands[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                              counts.begin())];
}

bool ClassRoom::has_played_enough(std::size_t child) const {
    const Band band = children_[child].band;
    const auto minutes = caps_[static_cast<std::size_t>(band)];
    return played_[child] >= (minutes ? *minutes * minute : content_->sizes(band).session);
}

void ClassRoom::sit_down(std::size_t child) {
    playing_[child] = true;
    if (!examples_)
        return;
    examples_ = false;
    moving_in_ = true;
    settle();
}

void ClassRoom::settle() {
    if (!moving_in_)
        return;
    try {
        for (; moved_in_ < children_.size(); ++moved_in_)
            journal_->add_child(children_[moved_in_]);
        moving_in_ = false;
    } catch (const JournalError&) {
        // The disk is full or failing: the screen says so until a later try succeeds.
    }
}

void ClassRoom::begin_day(UtcMilliseconds from, UtcMilliseconds to) {
    day_from_ = from;
    day_to_ = to;
    leaves_ = 0;
    if (examples_)
        return;
    try {
        for (std::size_t i = 0; i < children_.size(); ++i) {
            played_[i] = journal_->played(children_[i].id, from, to);
            leaves_ += journal_->completed_runs(children_[i].id, from, to);
        }
    } catch (const JournalError&) {
        // A failing disk must not stop a child: the day begins empty.
    }
}

std::optional<std::size_t> ClassRoom::next_after(std::size_t child) const {
    std::optional<std::size_t> next;
    for (std::size_t step = 1; step < children_.size(); ++step) {
        const std::size_t candidate = (child + step) % children_.size();
        if (!playing_[candidate] && (!next || played_[candidate] < played_[*next]))
            next = candidate;
    }
    return next;
}

} // namespace mirabelle
