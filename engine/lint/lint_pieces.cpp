#include "engine/lint/rules.h"

#include <algorithm>

namespace mirabelle {

namespace {

/// The place of the right piece, where one of the pieces is the answer.
struct RightPiece {
    const std::size_t* operator()(const Choose& task) const { return &task.right; }
    const std::size_t* operator()(const Story& task) const { return &task.right; }
    template <typename Other>
    const std::size_t* operator()(const Other&) const {
        return nullptr;
    }
};

void lint_choice(const std::vector<Piece>& pieces, std::size_t right, const Linted& asked,
                 const Complain& complain) {
    if (right >= pieces.size() || pieces[right].label != asked.exercise.expected) {
        complain(LintRule::malformed, "the right answer '" + asked.exercise.expected +
                                          "' is not the piece that counts as right: set both alike");
        return;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i != right && pieces[i].label == pieces[right].label)
            complain(LintRule::right_among_foils,
                     "'" + pieces[i].label + "' is right and a foil as well: leave it out of the foils");
        for (std::size_t j = i + 1; j < pieces.size(); ++j)
            if (i != right && j != right && pieces[i].label == pieces[j].label)
                complain(LintRule::same_foil_twice,
                         "'" + pieces[i].label + "' lies there twice: draw foils without putting them back");
            else if (pieces[i].face == pieces[j].face && pieces[i].label != pieces[j].label)
                complain(LintRule::same_foil_twice, "'" + pieces[i].label + "' and '" + pieces[j].label +
                                                        "' look the same: give them different faces");
    }
}

std::ptrdiff_t labelled(const std::vector<Piece>& pieces, const std::string& label) {
    return std::count_if(pieces.begin(), pieces.end(),
                         [&](const Piece& piece) { return piece.label == label; });
}

struct TaskFits {
    const Linted& asked;
    const Complain& complain;

    void operator()(const Order& task) const {
        std::map<std::string, int> missing;
        for (const Slot& slot : task.slots)
            if (!slot.given)
                ++missing[slot.wanted];
        require_pieces(missing, "place");
        if (missing.empty())
            complain(LintRule::malformed, "every place is filled already: leave one free");
    }
    void operator()(const Sort& task) const {
        std::map<std::string, int> wanted;
        std::map<std::string, std::set<std::string>> homes;
        for (const Basket& basket : task.baskets)
            for (const std::string& label : basket.wanted) {
                ++wanted[label];
                homes[label].insert(basket.label);
            }
        require_pieces(wanted, "basket");
        if (task.check == SortCheck::each_piece)
            for (const auto& [label, baskets] : homes)
                if (baskets.size() > 1)
                    complain(LintRule::foil_also_right,
                             "'" + label + "' belongs into two baskets: give it one home");
    }
    void operator()(const Drag& task) const {
        if (labelled(asked.exercise.pieces, task.label) <= task.count)
            complain(LintRule::foil_also_right,
                     "taking every '" + task.label + "' is right as well: put more on the table");
    }
    void operator()(const TapCount& task) const { lint_choice(task.numerals, task.right, asked, complain); }
    void operator()(const Pairs& task) const {
        const auto& pieces = asked.exercise.pieces;
        for (std::size_t i = 0; i < task.partner.size(); ++i)
            if (task.partner.size() != pieces.size() || task.partner[i] >= pieces.size() ||
                task.partner[task.partner[i]] != i || task.partner[i] == i) {
                complain(LintRule::malformed, "a card has no partner of its own: pair every card with one");
                return;
            }
    }
    template <typename Other>
    void operator()(const Other&) const {}

  private:
    void require_pieces(const std::map<std::string, int>& wanted, std::string_view place) const {
        for (const auto& [label, count] : wanted)
            if (labelled(asked.exercise.pieces, label) < count)
                complain(LintRule::malformed,
                         "a " + std::string(place) + " wants '" + label + "', which is not there: add it");
    }
};

} // namespace

void lint_pieces(const Linted& asked, const Complain& complain) {
    const Exercise& exercise = asked.exercise;
    const bool counts = exercise.scoring == Scoring::counts;
    if (exercise.item.empty() || exercise.expected.empty() == counts)
        complain(LintRule::malformed, counts ? "nothing is asked, or nothing is right: set item and expected"
                                             : "what never counts expects no answer: leave expected empty");
    if (!counts)
        return;
    if (const std::size_t* right = std::visit(RightPiece{}, exercise.task))
        lint_choice(exercise.pieces, *right, asked, complain);
    else
        std::visit(TaskFits{asked, complain}, exercise.task);
}

} // namespace mirabelle
