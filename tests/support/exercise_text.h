// An exercise written out, to tell whether two are the same.
#pragma once

#include "engine/exercise.h"

#include <string>

namespace mirabelle {

class ExerciseText {
  public:
    explicit ExerciseText(const Exercise& exercise) {
        add(exercise.skill, exercise.item, exercise.expected, exercise.prompt, exercise.praise,
            exercise.explanation, exercise.difficulty, exercise.options);
        add(exercise.pieces);
        for (const NamedError& error : exercise.errors)
            add(error.response, error.name, error.explanation);
        std::visit([this](const auto& task) { write(task); }, exercise.task);
    }
    const std::string& text() const { return text_; }

  private:
    void write(const Choose& task) { add("choose", task.right, task.model, static_cast<int>(task.scene)); }
    void write(const TapCount& task) {
        add("count", static_cast<int>(task.arrangement), static_cast<int>(task.marks), task.layout_seed,
            task.number_words, task.when_counted, task.numerals, task.right);
    }
    void write(const Drag& task) { add("drag", task.label, task.count, task.number_words); }
    void write(const Trace& task) {
        add("trace", static_cast<int>(task.guide), task.glyph.width);
        for (const Stroke& stroke : task.glyph.strokes)
            for (const Point p : stroke)
                add(p.x, p.y);
    }
    void write(const Order& task) {
        add("order", static_cast<int>(task.scene), task.model, task.when_built);
        for (const Slot& slot : task.slots)
            add(slot.wanted, slot.given.value_or(Face{BarFace{}}));
        if (task.walk)
            add(static_cast<int>(task.walk->walker), task.walk->from.x, task.walk->from.y);
    }
    void write(const Sort& task) {
        add("sort", static_cast<int>(task.check));
        for (const Basket& basket : task.baskets) {
            add(basket.label, basket.sign, static_cast<int>(basket.said));
            for (const std::string& wanted : basket.wanted)
                add(wanted);
        }
    }
    void write(const Pairs& task) {
        add("pairs", static_cast<int>(task.cards));
        for (const std::size_t partner : task.partner)
            add(partner);
    }
    void write(const Strip& task) {
        add("strip", task.first, task.last, task.target, task.tolerance, task.from.value_or(-1));
        for (const int number : task.marked)
            add(number);
    }
    void write(const Rhythm& task) {
        add("rhythm", task.lines, task.beats, task.odd.value_or(99), task.model);
    }
    void write(const Story& task) {
        add("story", task.question, task.right);
        for (const StoryPage& page : task.pages)
            add(Face{page.scene}, page.told);
    }

    template <typename... Parts>
    void add(const Parts&... parts) {
        (put(parts), ...);
        text_ += '\n';
    }
    void put(const std::string& part) { text_ += part + " "; }
    void put(const char* part) { text_ += std::string(part) + " "; }
    template <typename Number>
    requires std::is_arithmetic_v<Number>
    void put(Number number) { text_ += std::to_string(number) + " "; }
    void put(const Prompt& prompt) {
        for (const VoiceId line : prompt)
            put(static_cast<int>(line));
        text_ += "| ";
    }
    void put(const std::vector<Piece>& pieces) {
        for (const Piece& piece : pieces) {
            put(piece.label);
            put(piece.face);
            put(static_cast<int>(piece.said));
        }
    }
    void put(const Model& model) {
        put(model.shown_for);
        for (const Face& face : model.faces)
            put(face);
    }
    void put(const Face& face) {
        std::visit([this](const auto& shown) { put(shown); }, face);
    }
    void put(const PictureFace& face) { add("picture", static_cast<int>(face.picture), face.scale); }
    void put(const WritingFace& face) { add(face.text, static_cast<int>(face.script)); }
    void put(const DotsFace& face) {
        add("dots", static_cast<int>(face.ground));
        for (const Dot& dot : face.dots)
            add(dot.at.x, dot.at.y, dot.radius);
    }
    void put(const BarFace& face) {
        add("bar", face.length, int{face.colour.red}, int{face.colour.green}, int{face.colour.blue});
    }
    void put(const SceneFace& face) {
        for (const PlacedPicture& placed : face.pictures)
            add(static_cast<int>(placed.picture), placed.where.x, placed.where.y, placed.where.width,
                placed.where.height);
    }

    std::string text_;
};

inline std::string text_of_exercise(const Exercise& exercise) { return ExerciseText(exercise).text(); }

} // namespace mirabelle
