#include "engine/content/toml_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace mirabelle {

/// A table, and the file that keeps it alive.
struct TomlTable::Source {
    std::filesystem::path file;
    toml::table root;
};

struct TomlTable::Node {
    std::shared_ptr<const Source> source;
    const toml::table* table = nullptr;

    const toml::node* find(std::string_view key) const { return table->get(key); }
};

TomlTable TomlTable::open(const std::filesystem::path& file) {
    auto source = std::make_shared<Source>();
    source->file = file;
    if (!std::filesystem::exists(file))
        throw ContentError(file, 0, "the file is missing", "build again, or restore it from the repository");
    try {
        source->root = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        throw ContentError(file, static_cast<int>(error.source().begin.line),
                           static_cast<int>(error.source().begin.column), std::string(error.description()),
                           "mend this line; strings stand in quotes, lists in brackets");
    }
    auto node = std::make_shared<Node>();
    node->source = source;
    node->table = &source->root;
    return TomlTable(std::move(node));
}

void TomlTable::fail(std::string_view key, const std::string& what, const std::string& remedy) const {
    const toml::node* found = node().find(key);
    const auto place = found != nullptr ? found->source() : node().table->source();
    throw ContentError(node().source->file, static_cast<int>(place.begin.line),
                       static_cast<int>(place.begin.column), fmt::format("'{}' {}", key, what), remedy);
}

bool TomlTable::has(std::string_view key) const { return node().find(key) != nullptr; }

std::string TomlTable::text(std::string_view key) const {
    const toml::node* found = node().find(key);
    if (found == nullptr || !found->is_string())
        fail(key, found == nullptr ? "is missing" : "is not a text", fmt::format("write {} = \"…\"", key));
    return found->as_string()->get();
}

double TomlTable::decimal(std::string_view key) const {
    const toml::node* found = node().find(key);
    if (found == nullptr || !found->is_number())
        fail(key, found == nullptr ? "is missing" : "is not a number", fmt::format("write {} = 0.5", key));
    return *found->value<double>();
}

double TomlTable::decimal(std::string_view key, double least, double most) const {
    const double value = decimal(key);
    if (!(value >= least && value <= most))
        fail(key, fmt::format("is {}", value),
             fmt::format("write {} = a number from {} to {}", key, least, most));
    return value;
}

int TomlTable::number(std::string_view key, int least, int most) const {
    const toml::node* found = node().find(key);
    const std::string remedy = fmt::format("write {} = a whole number from {} to {}", key, least, most);
    if (found == nullptr || !found->is_integer())
        fail(key, found == nullptr ? "is missing" : "is not a whole number", remedy);
    const std::int64_t value = found->as_integer()->get();
    if (value < least || value > most)
        fail(key, fmt::format("is {}", value), remedy);
    return static_cast<int>(value);
}

bool TomlTable::yes(std::string_view key) const {
    const toml::node* found = node().find(key);
    if (found == nullptr || !found->is_boolean())
        fail(key, found == nullptr ? "is missing" : "is neither true nor false",
             fmt::format("write {} = true", key));
    return found->as_boolean()->get();
}

NumberRange TomlTable::range(std::string_view key, int least, int most) const {
    const toml::node* found = node().find(key);
    if (found == nullptr || !found->is_array()) {
        const int value = number(key, least, most);
        return {value, value};
    }
    const std::string remedy = fmt::format("write {} = [low, high], both from {} to {}", key, least, most);
    const toml::array& pair = *found->as_array();
    if (pair.size() != 2 || !pair[0].is_integer() || !pair[1].is_integer())
        fail(key, "is not a pair of whole numbers", remedy);
    const std::int64_t low = pair[0].as_integer()->get();
    const std::int64_t high = pair[1].as_integer()->get();
    if (low < least || high > most || low > high)
        fail(key, fmt::format("goes from {} to {}", low, high), remedy);
    return {static_cast<int>(low), static_cast<int>(high)};
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
    std::vector<std::string> read;
    const toml::node* found = node().find(key);
    if (found == nullptr)
        return read;
    const std::string remedy = fmt::format("write {} = [\"…\", \"…\"]", key);
    if (!found->is_array())
        fail(key, "is not a list", remedy);
    for (const toml::node& entry : *found->as_array()) {
        if (!entry.is_string())
            fail(key, "has an entry that is not a text", remedy);
        read.push_back(entry.as_string()->get());
    }
    return read;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
    const toml::node* found = node().find(key);
    if (found == nullptr || !found->is_array_of_tables())
        fail(key, "is missing or is not a list of tables", fmt::format("begin each entry with [[{}]]", key));
    std::vector<TomlTable> read;
    for (const toml::node& entry : *found->as_array())
        read.push_back(TomlTable(std::make_shared<Node>(Node{node().source, entry.as_table()})));
    return read;
}

TomlTable TomlTable::table(std::string_view key) const {
    const toml::node* found = node().find(key);
    if (found == nullptr || !found->is_table())
        fail(key, "is missing or is not a table", fmt::format("begin it with [{}]", key));
    return TomlTable(std::make_shared<Node>(Node{node().source, found->as_table()}));
}

std::vector<std::vector<std::pair<double, double>>> TomlTable::point_lists(std::string_view key) const {
    const std::string remedy = fmt::format("write {} = [[[x, y], [x, y]], …], one list for each stroke", key);
    const toml::node* found = node().find(key);
    if (found == nullptr || !found->is_array())
        fail(key, "is missing or is not a list", remedy);
    std::vector<std::vector<std::pair<double, double>>> lists;
    for (const toml::node& list : *found->as_array()) {
        if (!list.is_array())
            fail(key, "has a stroke that is not a list of points", remedy);
        auto& points = lists.emplace_back();
        for (const toml::node& entry : *list.as_array()) {
            const toml::array* pair = entry.as_array();
            if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number())
                fail(key, "has a point that is not a pair of numbers", remedy);
            points.emplace_back(*(*pair)[0].value<double>(), *(*pair)[1].value<double>());
        }
    }
    return lists;
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::string> names;
    for (const auto& [key, value] : *node().table)
        names.emplace_back(key.str());
    return names;
}

} // namespace mirabelle
