// No two entries of a list have one id.
#pragma once

#include "engine/content/toml_file.h"

#include <vector>

namespace mirabelle {

/// Throws ContentError at `table` where one of `items` has the id of `item` already.
template <typename Item>
void refuse_twice(const TomlTable& table, const std::vector<Item>& items, const Item& item) {
    for (const Item& other : items)
        if (other.id == item.id)
            table.fail("id", "'" + item.id + "' is there twice", "give each entry an id of its own");
}

} // namespace mirabelle
