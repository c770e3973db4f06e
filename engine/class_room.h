// The children of this device: who they are, who plays where, whose turn comes next, how long each has played
// today.
#pragma once

#include "engine/content/content.h"
#include "engine/journal/journal.h"
#include "engine/random.h"

#include <array>
#include <optional>
#include <vector>

namespace mirabelle {

/// Minutes a day for each age column, where the school wants others than the content's.
using SessionCaps = std::array<std::optional<int>, all_bands.size()>;

/// For each place of an earlier list of children, where that child stands now; nothing when it has gone.
using MovedChildren = std::vector<std::optional<std::size_t>>;

/// The class as one player: no id, no name. What it does is filed without a child.
Child whole_class(Band band);

class ClassRoom {
  public:
    /// Everything outlives the class room. `only` shows the children of one age column; `random` draws the
    /// ids of the example children that are offered while the class is empty.
    ClassRoom(const Content& content, Journal& journal, std::optional<Band> only, Random& random,
              const SessionCaps& caps = {});

    std::span<const Child> children() const { return children_; }
    const Child& child(std::size_t index) const { return children_[index]; }
    /// The age column most of the children are in.
    Band usual_band() const;
    /// Reads the list anew: children were added, removed or renamed. Where the disk fails all stays as it is.
    MovedChildren reload();

    /// The child sits down at a lane (or leaves it again). Example children move in when the first of them
    /// sits down.
    void sit_down(std::size_t child);
    /// Whether the disk knows everyone who has sat down; until then nobody's answers can be kept.
    bool is_settled() const { return !moving_in_; }
    /// Tries again to bring the example children to disk.
    void settle();
    void stand_up(std::size_t child) { playing_[child] = false; }
    void all_stand_up() { playing_.assign(playing_.size(), false); }
    bool is_playing(std::size_t child) const { return playing_[child]; }

    /// Reads what was played on the day that begins at `from` and ends at `to`.
    void begin_day(UtcMilliseconds from, UtcMilliseconds to);
    bool is_today(UtcMilliseconds when) const { return when >= day_from_ && when < day_to_; }
    void add_played(std::size_t child, Milliseconds time) { played_[child] += time; }
    Milliseconds played(std::size_t child) const { return played_[child]; }
    bool has_played_enough(std::size_t child) const;
    void add_leaf() { ++leaves_; }
    int leaves() const { return leaves_; }

    /// Who has played least today and is not playing, from the child after `child` on; nobody when all others
    /// play.
    std::optional<std::size_t> next_after(std::size_t child) const;

  private:
    void fill(std::vector<Child> listed);
    void offer_examples();

    const Content* content_;
    Journal* journal_;
    std::optional<Band> only_;
    Random* random_;
    SessionCaps caps_;
    std::vector<Child> children_;
    std::vector<char> playing_;
    std::vector<Milliseconds> played_;
    UtcMilliseconds day_from_ = 0, day_to_ = 0;
    int leaves_ = 0;
    bool examples_ = false;    ///< the children are only offered
    std::size_t moved_in_ = 0; ///< of the examples, how many are on disk
    bool moving_in_ = false;   ///< some of the examples are not on disk yet
};

} // namespace mirabelle
