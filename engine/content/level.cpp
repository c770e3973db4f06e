#include "engine/content/level.h"

#include "engine/ensure.h"

namespace mirabelle {

template <typename Value>
const Value& Settings::get(std::string_view key) const {
    const auto found = values_.find(key);
    ENSURE(found != values_.end() && std::holds_alternative<Value>(found->second));
    return std::get<Value>(found->second);
}

template const int& Settings::get(std::string_view) const;
template const std::string& Settings::get(std::string_view) const;
template const std::vector<std::string>& Settings::get(std::string_view) const;
template const NumberRange& Settings::get(std::string_view) const;

} // namespace mirabelle
