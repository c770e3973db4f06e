#include "engine/class_room.h"

namespace mirabelle {

ClassRoom::ClassRoom(const Content& content, Journal& journal, std::optional<Band> only, Random& random)
    : journal_(&journal) {
    bool any = false;
    for (Child& child : journal.children()) {
        any = true;
        if (!only || child.band == *only)
            children_.push_back(std::move(child));
    }
    if (!any)
        offer_examples(content, only, random);
    playing_.resize(children_.size());
    played_.resize(children_.size());
}

void ClassRoom::offer_examples(const Content& content, std::optional<Band> only, Random& random) {
    examples_ = true;
    const auto names = content.example_names();
    const auto portraits = content.portraits();
    for (std::size_t i = 0; i < names.size(); ++i) {
        Child child;
        child.id = Uuid::make(random);
        child.first_name = names[i];
        child.portrait = portraits[i % portraits.size()].id;
        child.band = only.value_or(all_bands[i % all_bands.size()]);
        children_.push_back(std::move(child));
    }
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
