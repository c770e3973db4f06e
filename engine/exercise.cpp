#include "engine/exercise.h"

namespace mirabelle {

namespace {

struct ChosenFrom {
    const Exercise& exercise;
    const std::vector<Piece>* operator()(const TapCount& task) const { return &task.numerals; }
    const std::vector<Piece>* operator()(const Trace&) const { return nullptr; }
    const std::vector<Piece>* operator()(const Strip&) const { return nullptr; }
    const std::vector<Piece>* operator()(const Rhythm&) const { return nullptr; }
    template <typename Other>
    const std::vector<Piece>* operator()(const Other&) const {
        return &exercise.pieces;
    }
};

struct FacesOfTask {
    std::vector<Face>& faces;

    void add(const Model& model) const { faces.insert(faces.end(), model.faces.begin(), model.faces.end()); }
    void operator()(const Choose& task) const { add(task.model); }
    void operator()(const Rhythm& task) const { add(task.model); }
    void operator()(const Trace& task) const { add(task.model); }
    void operator()(const TapCount& task) const {
        for (const Piece& numeral : task.numerals)
            faces.push_back(numeral.face);
    }
    void operator()(const Order& task) const {
        add(task.model);
        for (const Slot& slot : task.slots)
            if (slot.given)
                faces.push_back(*slot.given);
        if (task.walk)
            faces.emplace_back(PictureFace{task.walk->walker});
    }
    void operator()(const Sort& task) const {
        for (const Basket& basket : task.baskets)
            faces.push_back(basket.sign);
    }
    void operator()(const Story& task) const {
        for (const StoryPage& page : task.pages)
            faces.emplace_back(page.scene);
    }
    template <typename Other>
    void operator()(const Other&) const {} // pieces are all it shows
};

} // namespace

std::vector<Face> faces_shown(const Exercise& exercise) {
    std::vector<Face> faces;
    for (const Piece& piece : exercise.pieces)
        faces.push_back(piece.face);
    std::visit(FacesOfTask{faces}, exercise.task);
    return faces;
}

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
