// Short films of how a game is played: the hand shows it, a child tries, errs, is helped and succeeds. The
// program plays itself, and every film of the same seed is the same.
#pragma once

#include "engine/activity.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mirabelle {

inline constexpr Milliseconds film_frame = 100; ///< each picture is shown so long

struct FilmSubject {
    std::string mechanic; ///< "drag": the film's name
    const Activity* activity = nullptr;
};
/// The first activity of each mechanic.
std::vector<FilmSubject> film_subjects(const Content& content, std::span<const Activity> activities);
/// Leaves `folder`/0001.png… and `folder`.webp, and gives how many pictures. Throws std::runtime_error when
/// something cannot be written.
std::size_t make_film(const Content& content, const Activity& activity, const std::filesystem::path& folder);

} // namespace mirabelle
