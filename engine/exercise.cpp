#include "engine/exercise.h"

namespace mirabelle {

namespace {

struct ChosenFrom {
    const Exercise& exercise;
    const std::vector<Piece>* operator()(const Choose&) const { return &exercise.pieces; }
    const std::vector<Piece>* operator()(const TapCount& task) const { return &task.numerals; }
    const std::vector<Piece>* operator()(const Drag&) const { return &exercise.pieces; }
    const std::vector<Piece>* operator()(const Trace&) const { return nullptr; }
};

} // namespace

std::vector<std::string> options_shown(const Exercise& exercise) {
    std::vector<std::string> labels;
    if (const auto* pieces = std::visit(ChosenFrom{exercise}, exercise.task))
        for (const Piece& piece : *pieces)
            labels.push_back(piece.label);
    return labels;
}

const NamedError* error_for(const Exercise& exercise, std::string_view response) {
    for (const NamedError& error : exercise.errors)
        if (error.response == response)
            return &error;
    return nullptr;
}

} // namespace mirabelle
