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
        if (std::find(to.begin(), to.end(), id) == to.end())
            to.push_back(id);
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

TeacherWishes kept_wishes(const Journal& journal, const std::optional<Uuid>& child) {
    return wishes_from(journal.setting(key_of(child)).value_or(""));
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

} // namespace mirabelle
