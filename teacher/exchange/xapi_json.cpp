#include "teacher/exchange/xapi_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace mirabelle {

namespace {

bool needs_no_escape(char letter) {
    return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
}

} // namespace

void JsonText::begin_value() {
    if (is_after_value_)
        out_ += ',';
    is_after_value_ = true;
}

void JsonText::open(char bracket) {
    begin_value();
    out_ += bracket;
    is_after_value_ = false;
}

void JsonText::close(char bracket) {
    out_ += bracket;
    is_after_value_ = true;
}

JsonText& JsonText::key(std::string_view key) {
    begin_value();
    ((out_ += '"') += key) += "\":";
    is_after_value_ = false; // its value follows without a comma
    return *this;
}

void JsonText::text(std::string_view utf8) {
    begin_value();
    if (std::all_of(utf8.begin(), utf8.end(), needs_no_escape))
        ((out_ += '"') += utf8) += '"';
    else // a damaged letter must not cost the statement
        out_ += nlohmann::json(utf8).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void JsonText::number(std::int64_t number) {
    begin_value();
    std::array<char, 24> digits;
    out_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void JsonText::number(double number) {
    begin_value();
    out_ += nlohmann::json(number).dump();
}

void JsonText::flag(bool flag) {
    begin_value();
    out_ += flag ? "true" : "false";
}

void JsonText::json(std::string_view json) {
    begin_value();
    out_ += json;
}

} // namespace mirabelle
