// Content files (TOML) read so that every mistake is told with its file, line and remedy.
#pragma once

#include "engine/content/content_error.h"
#include "engine/content/level.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

/// One table of a TOML file. All readers throw ContentError.
class TomlTable {
  public:
    /// Throws ContentError when the file is missing or is not TOML.
    static TomlTable open(const std::filesystem::path& file);

    bool has(std::string_view key) const;
    std::string text(std::string_view key) const;
    double decimal(std::string_view key) const;
    double decimal(std::string_view key, double least, double most) const;
    int number(std::string_view key, int least, int most) const;
    bool yes(std::string_view key) const;
    NumberRange range(std::string_view key, int least, int most) const; ///< one number, or [low, high]
    std::vector<std::string> texts(std::string_view key) const;         ///< empty when the key is missing
    std::vector<TomlTable> tables(std::string_view key) const;          ///< of [[key]]
    TomlTable table(std::string_view key) const;                        ///< of [key]
    std::vector<std::vector<std::pair<double, double>>> point_lists(std::string_view key) const;
    std::vector<std::string> keys() const;

    [[noreturn]] void fail(std::string_view key, const std::string& what, const std::string& remedy) const;

  private:
    struct Source;
    struct Node;
    explicit TomlTable(std::shared_ptr<const Node> node) : node_(std::move(node)) {}
    const Node& node() const { return *node_; }

    std::shared_ptr<const Node> node_;
};

} // namespace mirabelle
