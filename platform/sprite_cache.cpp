#include "platform/sprite_cache.h"

#include "platform/fingerprint.h"
#include "platform/side_by_side.h"

#include "engine/ensure.h"

#include <SDL2/SDL_log.h>

#include <algorithm>

namespace mirabelle {

namespace {

// Per pixel of the screen: about 150 pictures of a tenth of its width.
constexpr std::size_t sprite_bytes_per_pixel = 12;
// The scenery of now and the one of before.
constexpr std::size_t scenery_bytes_per_pixel = 8;

std::size_t pixel_count(PixelSize size) {
    return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height);
}

} // namespace

SpriteCache::SpriteCache(std::vector<std::filesystem::path> pictures, PixelSize screen)
    : pictures_(std::move(pictures)), reported_(pictures_.size(), false), fitted_(0), covering_(0) {
    resize(screen);
}

void SpriteCache::resize(PixelSize screen) {
    fitted_.set_budget(pixel_count(screen) * sprite_bytes_per_pixel);
    covering_.set_budget(pixel_count(screen) * scenery_bytes_per_pixel);
}

void SpriteCache::end_frame() {
    fitted_.trim();
    covering_.trim();
}

void SpriteCache::report_once(PictureId picture, const std::string& reason) {
    const auto place = static_cast<std::size_t>(picture);
    if (reported_[place])
        return;
    reported_[place] = true;
    SDL_LogWarn(SDL_LOG_CATEGORY_APPLICATION, "Picture %s cannot be drawn: %s",
                pictures_[place].string().c_str(), reason.c_str());
}

SpriteCache::Sprite SpriteCache::found(SvgFit fit, const Key& key) {
    const auto [picture, width, height] = key;
    const auto place = static_cast<std::size_t>(picture);
    ENSURE(place < pictures_.size());
    const Raster* raster = cache_for(fit).find(key);
    if (raster == nullptr)
        wanted_.emplace_back(fit, key);
    if (raster == nullptr || raster->pixels.empty())
        return {};
    Fingerprint content;
    content.add(place * 2 + static_cast<std::size_t>(fit));
    content.add(width, height);
    return {raster, content.value()};
}

SpriteCache::Drawn SpriteCache::draw_wanted() {
    if (wanted_.empty())
        return Drawn::nothing;
    // The largest first: the last one drawn keeps nobody waiting for long.
    const auto order = [](const Wanted& wanted) {
        const auto& [picture, width, height] = wanted.second;
        return std::tuple(-static_cast<std::int64_t>(width) * height, wanted);
    };
    std::sort(wanted_.begin(), wanted_.end(),
              [&](const Wanted& left, const Wanted& right) { return order(left) < order(right); });
    wanted_.erase(std::unique(wanted_.begin(), wanted_.end()), wanted_.end());
    std::vector<SvgDrawing> drawings(wanted_.size());
    side_by_side(wanted_.size(), [&](std::size_t i, std::size_t) {
        const auto& [picture, width, height] = wanted_[i].second;
        drawings[i] =
            draw_svg(pictures_[static_cast<std::size_t>(picture)], {width, height}, wanted_[i].first);
    });
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        const auto& [fit, key] = wanted_[i];
        if (drawings[i].raster.pixels.empty())
            report_once(std::get<PictureId>(key), drawings[i].problem);
        // An empty raster is kept too: a damaged file is not read again for every frame.
        cache_for(fit).insert(key, std::move(drawings[i].raster));
    }
    wanted_.clear();
    return Drawn::some;
}

SpriteCache::Sprite SpriteCache::fitted(PictureId picture, PixelSize room) {
    return found(SvgFit::inside, {picture, room.width, room.height});
}

SpriteCache::Sprite SpriteCache::covering(PictureId picture, PixelSize room) {
    return found(SvgFit::covering, {picture, room.width, room.height});
}

} // namespace mirabelle
