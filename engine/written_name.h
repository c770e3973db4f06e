// A first name as children meet it in class, letter by letter.
#pragma once

#include "engine/canvas.h"

#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

/// As it is written there (UTF-8): a name of more than twelve letters without what follows its first space or
/// hyphen. Empty where nothing of it is a letter that the fonts of children have.
std::string shown_name(std::string_view name);
/// Of a composed name the first part, which is what is put together from letters.
std::string first_part(std::string_view name);

/// An accent belongs to its letter; an apostrophe is one by itself.
std::vector<std::string> characters(std::string_view text);
bool is_letter(std::string_view character);

/// Whether the font of cursive has all of it; it has the accents of French alone.
bool has_cursive(std::string_view name);

/// In capitals, or with the capital that it begins with.
std::string written(const std::string& name, Script script);

/// How easily `other` is taken for `name`: the same beginning, and then as many letters. 0..3
int likeness(std::string_view name, std::string_view other);

} // namespace mirabelle
