// JSON written straight into a text in the order of the calls, byte for byte as nlohmann's ordered_json would
// write it, without a tree in between: a year of answers is exported in a second or two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mirabelle {

/// Writes at the end of `out`, which outlives it.
class JsonText {
  public:
    explicit JsonText(std::string& out) : out_(out) {}

    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_list() { open('['); }
    void close_list() { close(']'); }
    /// Of the value that follows; plain ASCII that needs no escape.
    JsonText& key(std::string_view key);
    void text(std::string_view utf8);
    void number(std::int64_t number);
    void number(double number); ///< finite
    void flag(bool flag);
    void json(std::string_view json); ///< a whole value that is JSON already

  private:
    void open(char bracket);
    void close(char bracket);
    /// Parts a value from the one before.
    void begin_value();

    std::string& out_;
    bool is_after_value_ = false; ///< of a list or an object that is still open
};

} // namespace mirabelle
