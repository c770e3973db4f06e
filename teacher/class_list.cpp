#include "teacher/class_list.h"

#include "teacher/exchange/roster_names.h"

#include <algorithm>
#include <map>

namespace mirabelle {

namespace {

/// Who has which portrait: in the whole list, because children of two classes may look at one screen, and in
/// each class.
class PortraitDesk {
  public:
    explicit PortraitDesk(std::span<const Portrait> portraits) : portraits_(portraits) {}

    void take(const std::string& portrait, const std::string& class_name) {
        ++anywhere_[portrait];
        ++in_class_[{class_name, portrait}];
    }
    int holders(const std::string& portrait, std::string_view class_name) const {
        const auto found = in_class_.find({std::string(class_name), portrait});
        return found == in_class_.end() ? 0 : found->second;
    }
    /// The first that fewest of the class have, and among these fewest of the others.
    std::string free_one(std::string_view class_name) const {
        const auto use = [&](const Portrait& portrait) {
            const auto found = anywhere_.find(portrait.id);
            return std::pair(holders(portrait.id, class_name), found == anywhere_.end() ? 0 : found->second);
        };
        const auto best =
            std::min_element(portraits_.begin(), portraits_.end(),
                             [&](const Portrait& a, const Portrait& b) { return use(a) < use(b); });
        return best == portraits_.end() ? std::string() : best->id;
    }

  private:
    std::span<const Portrait> portraits_;
    std::map<std::string, int> anywhere_;
    std::map<std::pair<std::string, std::string>, int> in_class_;
};

PortraitDesk desk_of(std::span<const Child> children, std::span<const Portrait> portraits) {
    PortraitDesk desk(portraits);
    for (const Child& child : children)
        desk.take(child.portrait, child.class_name);
    return desk;
}

enum class Spelling : std::uint8_t { exact, without_accents };

bool is_same_child(const Child& listed, const RosterChild& read, Spelling spelling) {
    const bool same_name = spelling == Spelling::exact
                               ? listed.first_name == read.first_name
                               : comparable_name(listed.first_name) == comparable_name(read.first_name);
    return same_name && listed.initial == read.initial &&
           comparable_name(listed.class_name) == comparable_name(read.class_name);
}

/// For each child of the list that was read, its place among those who are listed. Zoé finds Zoé before Zoe
/// does, and nobody is found twice.
std::vector<std::optional<std::size_t>> find_listed(std::span<const Child> listed,
                                                    std::span<const RosterChild> read) {
    std::vector<std::optional<std::size_t>> found(read.size());
    std::vector<char> taken(listed.size());
    for (const Spelling spelling : {Spelling::exact, Spelling::without_accents})
        for (std::size_t i = 0; i < read.size(); ++i)
            for (std::size_t place = 0; !found[i] && place < listed.size(); ++place)
                if (!taken[place] && is_same_child(listed[place], read[i], spelling)) {
                    found[i] = place;
                    taken[place] = 1;
                }
    return found;
}

std::string tidy_class_name(std::string_view class_name) {
    std::u32string tidy = characters_of(class_name);
    std::replace(tidy.begin(), tidy.end(), U'\n', U' ');
    return utf8_of(shortened(trimmed(tidy), longest_class_name));
}

} // namespace

ImportPlan plan_import(std::span<const Child> listed, const RosterPreview& preview, Band otherwise,
                       std::span<const Portrait> portraits) {
    ImportPlan plan;
    PortraitDesk desk = desk_of(listed, portraits);
    const auto places = find_listed(listed, preview.children);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const RosterChild& read = preview.children[i];
        if (!places[i]) {
            const std::string portrait = desk.free_one(read.class_name);
            plan.portraits_shared += desk.holders(portrait, read.class_name) > 0 ? 1 : 0;
            plan.without_level += read.band ? 0 : 1;
            desk.take(portrait, read.class_name);
            plan.to_add.push_back(
                {read.first_name, read.initial, portrait, read.band.value_or(otherwise), read.class_name});
        } else if (const Child& child = listed[*places[i]]; read.band && *read.band != child.band) {
            plan.to_update.push_back(child);
            plan.to_update.back().band = *read.band;
        } else {
            ++plan.already_there;
        }
    }
    return plan;
}

ClassList::ClassList(const Content& content, Journal& journal, Random random)
    : content_(&content), journal_(&journal), random_(random), children_(journal.children()) {}

std::string ClassList::free_portrait(std::string_view class_name) const {
    return desk_of(children_, content_->portraits()).free_one(class_name);
}

/// `write_changes` notes each change after it is on disk, so that a failure on the way keeps what can be
/// undone.
template <typename Write>
void ClassList::write(Write write_changes) {
    Step step;
    const auto keep = [&] {
        if (!step.empty())
            steps_.push_back(std::move(step));
    };
    try {
        write_changes(step);
    } catch (const JournalError&) {
        keep();
        try {
            reload();
        } catch (const JournalError&) {
            // The first failure is the one to tell; the list stays as it was last read.
        }
        throw;
    }
    keep();
    reload();
}

const Child* ClassList::find(const Uuid& child) const {
    const auto found = std::find_if(children_.begin(), children_.end(),
                                    [&](const Child& listed) { return listed.id == child; });
    return found == children_.end() ? nullptr : &*found;
}

template <typename Alter>
ClassList::Edit ClassList::change(const Uuid& child, Alter alter) {
    const Child* before = find(child);
    if (before == nullptr)
        return Edit::no_such_child;
    Child after = *before;
    alter(after);
    write([&](Step& step) {
        journal_->update_child(after);
        step.push_back({Change::Kind::changed, *before});
    });
    return Edit::done;
}

std::optional<Uuid> ClassList::add(const NewChild& child) {
    Child added{Uuid::make(random_),
                typed_first_name(child.first_name),
                typed_initial(child.initial),
                child.portrait,
                child.band,
                tidy_class_name(child.class_name),
                child.access};
    if (added.first_name.empty())
        return std::nullopt;
    if (added.portrait.empty())
        added.portrait = free_portrait(added.class_name);
    write([&](Step& step) {
        journal_->add_child(added);
        step.push_back({Change::Kind::added, added});
    });
    return added.id;
}

ClassList::Edit ClassList::rename(const Uuid& child, std::string_view first_name, std::string_view initial) {
    const std::string name = typed_first_name(first_name);
    if (name.empty())
        return Edit::not_a_first_name;
    return change(child, [&](Child& after) {
        after.first_name = name;
        after.initial = typed_initial(initial);
    });
}

ClassList::Edit ClassList::change_portrait(const Uuid& child, std::string_view portrait) {
    return change(child, [&](Child& after) { after.portrait = portrait; });
}

ClassList::Edit ClassList::change_band(const Uuid& child, Band band) {
    return change(child, [&](Child& after) { after.band = band; });
}

ClassList::Edit ClassList::change_access(const Uuid& child, const Access& access) {
    return change(child, [&](Child& after) { after.access = access; });
}

ClassList::Edit ClassList::change_class(const Uuid& child, std::string_view class_name) {
    return change(child, [&](Child& after) { after.class_name = tidy_class_name(class_name); });
}

ClassList::Edit ClassList::remove(const Uuid& child, UtcMilliseconds when) {
    const Child* before = find(child);
    if (before == nullptr)
        return Edit::no_such_child;
    write([&](Step& step) {
        journal_->remove_child(child, when);
        step.push_back({Change::Kind::removed, *before});
    });
    return Edit::done;
}

ImportPlan ClassList::plan(const RosterPreview& preview, Band otherwise) const {
    return plan_import(children_, preview, otherwise, content_->portraits());
}

ImportPlan ClassList::import(const RosterPreview& preview, Band otherwise) {
    ImportPlan planned = plan(preview, otherwise);
    write([&](Step& step) {
        for (const Child& after : planned.to_update) {
            journal_->update_child(after);
            step.push_back({Change::Kind::changed, *find(after.id)});
        }
        for (const NewChild& child : planned.to_add) {
            const Child added{Uuid::make(random_), child.first_name, child.initial,
                              child.portrait,      child.band,       child.class_name};
            journal_->add_child(added);
            step.push_back({Change::Kind::added, added});
        }
    });
    return planned;
}

void ClassList::undo(UtcMilliseconds when) {
    if (steps_.empty())
        return;
    write([&](Step&) {
        // Each change leaves the step only when it is taken back on disk.
        for (Step& step = steps_.back(); !step.empty(); step.pop_back()) {
            const Change& last = step.back();
            switch (last.kind) {
            case Change::Kind::added:
                journal_->remove_child(last.before.id, when);
                break;
            case Change::Kind::changed:
                journal_->update_child(last.before);
                break;
            case Change::Kind::removed:
                journal_->restore_child(last.before.id);
                break;
            }
        }
        steps_.pop_back();
    });
}

} // namespace mirabelle
