#include "engine/pair_cards.h"

namespace mirabelle {

void lay_pairs(Exercise& exercise, std::vector<CardPair> pairs, Cards cards, Random& random,
               const std::function<NamedError(const Piece&, const Piece&)>& explain) {
    std::vector<std::size_t> order(2 * pairs.size()); // card of the pile that lies at each place
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    random.shuffle(order);
    Pairs task;
    task.cards = cards;
    task.partner.resize(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        exercise.pieces.push_back(std::move(pairs[order[i] / 2][order[i] % 2]));
        for (std::size_t j = 0; j < order.size(); ++j)
            if (j != i && order[j] / 2 == order[i] / 2)
                task.partner[i] = j;
    }
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = i + 1; j < order.size(); ++j)
            if (task.partner[i] != j) {
                NamedError error = explain(exercise.pieces[i], exercise.pieces[j]);
                error.response = exercise.pieces[i].label + "+" + exercise.pieces[j].label;
                exercise.errors.push_back(std::move(error));
            }
    exercise.task = std::move(task);
    // Who guesses finds the first pair once in as many times as there are other cards, then the next one…
    exercise.options = 1;
    for (std::size_t left = order.size(); left > 2; left -= 2)
        exercise.options *= static_cast<int>(left - 1);
}

} // namespace mirabelle
