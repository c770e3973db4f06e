#include "engine/teacher_wishes.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace mirabelle {

namespace {

std::string key_of(const std::optional<Uuid>& child) {
    return child ? "wishes " + std::string(child->text()) : std::string("wishes");
}

UtcMilliseconds instant(const std::string& word) {
    UtcMilliseconds value = 0;
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
}

void add_those_missing(std::vector<std::string>& to, const std::vector<std::string>& from) {
    for (const std::string& id : from)
        if (!is_among(id, to))
            to.push_back(id);
}

std::vector<std::string> TeacherWishes::*list_of(WishKind kind) {
    switch (kind) {
    case WishKind::goal:
        return &TeacherWishes::goals;
    case WishKind::pinned:
        return &TeacherWishes::pinned;
    case WishKind::excluded:
        return &TeacherWishes::excluded;
    case WishKind::path:
        break;
    }
    return &TeacherWishes::path;
}

} // namespace

std::string to_text(const TeacherWishes& wishes) {
    std::ostringstream text;
    const auto list = [&](const char* kind, const std::vector<std::string>& ids) {
        for (const std::string& id : ids)
            text << kind << ' ' << id << '\n';
    };
    list("goal", wishes.goals);
    if (wishes.goals_until != 0)
        text << "until " << wishes.goals_until << '\n';
    list("pinned", wishes.pinned);
    list("excluded", wishes.excluded);
    list("path", wishes.path);
    if (wishes.path_since != 0)
        text << "since " << wishes.path_since << '\n';
    for (const FixedLevel& fixed : wishes.levels)
        text << "level " << fixed.activity << ' ' << fixed.level << '\n';
    return text.str();
}

TeacherWishes wishes_from(std::string_view text) {
    TeacherWishes wishes;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string kind, first, second;
        words >> kind >> first >> second;
        if (first.empty())
            continue;
        if (kind == "goal")
            wishes.goals.push_back(first);
        else if (kind == "until")
            wishes.goals_until = instant(first);
        else if (kind == "pinned")
            wishes.pinned.push_back(first);
        else if (kind == "excluded")
            wishes.excluded.push_back(first);
        else if (kind == "path")
            wishes.path.push_back(first);
        else if (kind == "since")
            wishes.path_since = instant(first);
        else if (kind == "level" && !second.empty())
            wishes.levels.push_back({first, second});
    }
    return wishes;
}

bool is_among(std::string_view id, std::span<const std::string> ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const std::vector<std::string>& ids_of(const TeacherWishes& wishes, WishKind kind) {
    return wishes.*list_of(kind);
}

void add_wish(TeacherWishes& wishes, WishKind kind, std::string_view id, UtcMilliseconds now,
              UtcMilliseconds goals_until) {
    if (kind == WishKind::goal)
        wishes.goals_until = goals_until;
    if (kind == WishKind::path && wishes.path.empty())
        wishes.path_since = now;
    if (kind == WishKind::excluded) {
        std::erase(wishes.pinned, id);
        std::erase(wishes.path, id);
    } else if (kind != WishKind::goal) {
        std::erase(wishes.excluded, id);
    }
    if (!is_among(id, ids_of(wishes, kind)))
        (wishes.*list_of(kind)).emplace_back(id);
}

void drop_wish(TeacherWishes& wishes, WishKind kind, std::string_view id) {
    std::erase(wishes.*list_of(kind), id);
}

void fix_level(TeacherWishes& wishes, std::string_view activity, std::string_view level) {
    std::erase_if(wishes.levels, [&](const FixedLevel& fixed) { return fixed.activity == activity; });
    if (!level.empty())
        wishes.levels.push_back({std::string(activity), std::string(level)});
}

TeacherWishes kept_wishes(const Journal& journal, const std::optional<Uuid>& child, UtcMilliseconds now) {
    TeacherWishes wishes = wishes_from(journal.setting(key_of(child)).value_or(""));
    if (wishes.goals_until <= now)
        wishes.goals.clear();
    return wishes;
}

void keep_wishes(Journal& journal, const std::optional<Uuid>& child, const TeacherWishes& wishes) {
    journal.set_setting(key_of(child), to_text(wishes));
}

TeacherWishes together(const TeacherWishes& own, const TeacherWishes& of_class) {
    TeacherWishes both = own;
    add_those_missing(both.goals, of_class.goals);
    both.goals_until = std::max(own.goals_until, of_class.goals_until);
    add_those_missing(both.pinned, of_class.pinned);
    add_those_missing(both.excluded, of_class.excluded);
    if (own.path.empty()) {
        both.path = of_class.path;
        both.path_since = of_class.path_since;
    }
    both.levels.insert(both.levels.end(), of_class.levels.begin(), of_class.levels.end());
    return both;
}

TeacherWishes wishes_that_hold(const Journal& journal, const Uuid& child, UtcMilliseconds now) {
    return together(kept_wishes(journal, child, now), kept_wishes(journal, std::nullopt, now));
}

TeacherWishes in_common(std::span<const TeacherWishes> wishes) {
    if (wishes.empty())
        return {};
    TeacherWishes common = wishes.front();
    for (const TeacherWishes& other : wishes.subspan(1)) {
        for (const WishKind kind : {WishKind::goal, WishKind::pinned, WishKind::excluded, WishKind::path})
            std::erase_if(common.*list_of(kind),
                          [&](const std::string& id) { return !is_among(id, ids_of(other, kind)); });
        std::erase_if(common.levels, [&](const FixedLevel& fixed) {
            return std::find(other.levels.begin(), other.levels.end(), fixed) == other.levels.end();
        });
    }
    return common;
}

} // namespace mirabelle
