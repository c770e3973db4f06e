// How the journal writes what lies in which basket, e.g. "fruit:apple,pear animal:cat": baskets in their
// order, labels sorted, so that the same lot is always the same text.
#pragma once

#include "engine/tasks.h"

#include <string>
#include <vector>

namespace mirabelle {

/// `contents` holds for each of `baskets` the labels of the pieces in it, in any order.
std::string sort_text(const std::vector<Basket>& baskets, std::vector<std::vector<std::string>> contents);

/// When every basket holds what it wants: an exercise's expected answer.
std::string sort_text(const Sort& task);

} // namespace mirabelle
