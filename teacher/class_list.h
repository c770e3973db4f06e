// The children of this device as a teacher edits them; whatever is changed can be taken back.
#pragma once

#include "engine/content/content.h"
#include "engine/journal/journal.h"
#include "teacher/exchange/roster.h"

#include <span>
#include <vector>

namespace mirabelle {

/// A child who is not on the list yet.
struct NewChild {
    std::string first_name;
    std::string initial;  ///< may be empty
    std::string portrait; ///< empty: one that nobody has yet
    Band band = Band::MS;
    std::string class_name;
    Access access = {}; ///< how it plays
};

/// What an import would do.
struct ImportPlan {
    std::vector<NewChild> to_add; ///< each with its portrait
    std::vector<Child> to_update; ///< as they will be
    int already_there = 0;        ///< without anything new
    int without_level = 0;        ///< how many of the new ones get the band `otherwise`
    int portraits_shared = 0;     ///< how many get a portrait that someone of their class has
};

/// Children who are listed already, by first name, initial and class, are not listed twice; `otherwise` is
/// the band of new children whose list does not tell. The teacher's spelling of a name stays.
ImportPlan plan_import(std::span<const Child> listed, const RosterPreview& preview, Band otherwise,
                       std::span<const Portrait> portraits);

/// Writing is durable when a call returns. All functions that change something throw JournalError; the list
/// is then read again and shows what is on disk, and undo() takes back as much as was written.
class ClassList {
  public:
    /// Content and journal outlive the list; `random` draws the ids of new children.
    ClassList(const Content& content, Journal& journal, Random random);

    std::span<const Child> children() const { return children_; } ///< in the order they were added
    /// A portrait that nobody of the class has, or else the one that fewest have.
    std::string free_portrait(std::string_view class_name) const;

    /// Nothing when the first name cannot be one, see typed_first_name().
    std::optional<Uuid> add(const NewChild& child);

    enum class Edit : std::uint8_t { done, not_a_first_name, no_such_child };
    Edit rename(const Uuid& child, std::string_view first_name, std::string_view initial);
    Edit change_portrait(const Uuid& child, std::string_view portrait);
    Edit change_band(const Uuid& child, Band band);
    Edit change_access(const Uuid& child, const Access& access);
    Edit change_class(const Uuid& child, std::string_view class_name);
    /// The child's answers stay, and come back with it.
    Edit remove(const Uuid& child, UtcMilliseconds when);

    ImportPlan plan(const RosterPreview& preview, Band otherwise) const;
    /// Does what plan() says and returns it; one step for undo().
    ImportPlan import(const RosterPreview& preview, Band otherwise);

    bool can_undo() const { return !steps_.empty(); }
    /// Takes back the last step that is not taken back yet.
    void undo(UtcMilliseconds when);
    /// Reads the list again, after someone else has written to the journal.
    void reload() { children_ = journal_->children(); }

  private:
    /// How one child was before.
    struct Change {
        enum class Kind : std::uint8_t { added, changed, removed } kind = Kind::changed;
        Child before;
    };
    using Step = std::vector<Change>;

    template <typename Write>
    void write(Write write_changes);
    template <typename Alter>
    Edit change(const Uuid& child, Alter alter);
    const Child* find(const Uuid& child) const;

    const Content* content_;
    Journal* journal_;
    Random random_;
    std::vector<Child> children_;
    std::vector<Step> steps_; ///< the last one last
};

} // namespace mirabelle
