#include "engine/lint/rules.h"

#include <algorithm>

namespace mirabelle {

namespace {

bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

const DotsFace* dots_of(const Piece& piece) { return std::get_if<DotsFace>(&piece.face); }

/// A piece that is called by a number shows that number.
void lint_label(const Piece& piece, const Complain& complain) {
    if (!is_number(piece.label))
        return;
    const auto number = static_cast<std::size_t>(std::stoi(piece.label));
    if (const DotsFace* shown = dots_of(piece); shown != nullptr && shown->dots.size() != number)
        complain(LintRule::picture_mismatch, "the piece '" + piece.label + "' shows " +
                                                 std::to_string(shown->dots.size()) +
                                                 " dots: draw as many as it says");
    const auto* writing = std::get_if<WritingFace>(&piece.face);
    if (writing != nullptr && is_number(writing->text) && writing->text != piece.label)
        complain(LintRule::picture_mismatch, "the piece '" + piece.label + "' shows " + writing->text +
                                                 ": write the number it stands for");
}

/// Of collections that are compared exactly one is the largest, or the smallest, and that one is right.
void lint_comparison(const Linted& asked, std::size_t right, const Complain& complain) {
    std::vector<std::size_t> counts;
    for (const Piece& piece : asked.exercise.pieces) {
        if (dots_of(piece) == nullptr)
            return;
        counts.push_back(dots_of(piece)->dots.size());
    }
    const auto same = std::count(counts.begin(), counts.end(), counts[right]);
    const bool extreme = counts[right] == *std::max_element(counts.begin(), counts.end()) ||
                         counts[right] == *std::min_element(counts.begin(), counts.end());
    if (same > 1)
        complain(LintRule::foil_also_right, "another collection has as many: make all of them different");
    else if (!extreme)
        complain(LintRule::wrong_answer, "the right collection has neither the most nor the fewest");
}

/// A quantity that was seen for a moment is named rightly.
void lint_seen(const Linted& asked, const Model& model, const Complain& complain) {
    if (model.faces.size() != 1 || !is_number(asked.exercise.expected))
        return;
    const auto* seen = std::get_if<DotsFace>(&model.faces.front());
    if (seen != nullptr && seen->dots.size() != static_cast<std::size_t>(std::stoi(asked.exercise.expected)))
        complain(LintRule::wrong_answer, std::to_string(seen->dots.size()) + " dots are seen, but " +
                                             asked.exercise.expected + " counts as right: count them");
}

} // namespace

void lint_numbers(const Linted& asked, const Complain& complain) {
    for (const Piece& piece : asked.exercise.pieces)
        lint_label(piece, complain);
    if (const auto* count = std::get_if<TapCount>(&asked.exercise.task)) {
        for (const Piece& numeral : count->numerals)
            lint_label(numeral, complain);
        if (asked.exercise.expected != std::to_string(asked.exercise.pieces.size()))
            complain(LintRule::wrong_answer, std::to_string(asked.exercise.pieces.size()) +
                                                 " things lie there, but " + asked.exercise.expected +
                                                 " counts as right");
    }
    const auto* choose = std::get_if<Choose>(&asked.exercise.task);
    if (choose == nullptr || choose->right >= asked.exercise.pieces.size())
        return;
    if (is_skill(asked, "compare_"))
        lint_comparison(asked, choose->right, complain);
    if (is_skill(asked, "subitizing_"))
        lint_seen(asked, choose->model, complain);
}

} // namespace mirabelle
