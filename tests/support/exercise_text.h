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
    void write(const Choose& task) { add("choose", task.right); }
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
            if (const auto* writing = std::get_if<WritingFace>(&piece.face)) {
                put(writing->text);
                put(static_cast<int>(writing->script));
            } else {
                put(static_cast<int>(std::get<PictureFace>(piece.face).picture));
            }
        }
    }

    std::string text_;
};

inline std::string text_of_exercise(const Exercise& exercise) { return ExerciseText(exercise).text(); }

} // namespace mirabelle
