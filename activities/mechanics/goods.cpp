#include "activities/mechanics/goods.h"

#include <algorithm>

namespace mirabelle {

std::optional<std::size_t> goods_at(std::span<const Goods> goods, Point at, double margin) {
    std::optional<std::size_t> nearest;
    for (std::size_t i = 0; i < goods.size(); ++i) {
        const Rect box = goods[i].view.rect();
        const bool felt = goods[i].offered && box.grown(margin).contains(at);
        if (felt &&
            (!nearest || distance(at, box.centre()) < distance(at, goods[*nearest].view.rect().centre())))
            nearest = i;
    }
    return nearest;
}

std::size_t count_on_plate(std::span<const Goods> goods) {
    return static_cast<std::size_t>(
        std::count_if(goods.begin(), goods.end(), [](const Goods& piece) { return piece.slot.has_value(); }));
}

std::size_t first_free_slot(std::span<const Goods> goods) {
    std::size_t slot = 0;
    while (std::any_of(goods.begin(), goods.end(), [&](const Goods& piece) { return piece.slot == slot; }))
        ++slot;
    return slot;
}

std::vector<SwitchStop> stops_of(std::span<const Goods> goods, double side_on_plate) {
    std::vector<SwitchStop> stops;
    for (const Goods& piece : goods)
        if (piece.offered)
            stops.push_back(tapped_stop(
                square_on(piece.view.resting_place(), piece.slot ? side_on_plate : piece.view.home().width)));
    return stops;
}

} // namespace mirabelle
