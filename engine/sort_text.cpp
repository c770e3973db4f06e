#include "engine/sort_text.h"

#include <algorithm>

namespace mirabelle {

std::string sort_text(const std::vector<Basket>& baskets, std::vector<std::vector<std::string>> contents) {
    std::string text;
    for (std::size_t i = 0; i < baskets.size(); ++i) {
        text += (i == 0 ? "" : " ") + baskets[i].label + ":";
        std::sort(contents[i].begin(), contents[i].end());
        for (std::size_t j = 0; j < contents[i].size(); ++j)
            text += (j == 0 ? "" : ",") + contents[i][j];
    }
    return text;
}

std::string sort_text(const Sort& task) {
    std::vector<std::vector<std::string>> wanted;
    for (const Basket& basket : task.baskets)
        wanted.push_back(basket.wanted);
    return sort_text(task.baskets, std::move(wanted));
}

} // namespace mirabelle
