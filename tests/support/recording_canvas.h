// A canvas that shows nothing and remembers only a sum of everything drawn: two scenes with the same sum look
// the same. It takes no memory, so that what it counts is the scene's own.
#pragma once

#include "engine/canvas.h"

#include <cstdint>
#include <cstring>

namespace mirabelle {

class RecordingCanvas final : public Canvas {
  public:
    void set_area(Point origin, Rect clip) override { add(1, origin, clip); }
    void backdrop(PictureId picture, Rect where) override { add(2, picture, where); }
    void picture(PictureId picture, Rect where, const Pose& pose) override { add(3, picture, where, pose); }
    void card(Rect where, double radius, Colour colour, const Pose& pose) override {
        add(4, where, radius, colour, pose);
    }
    void shadow(Rect where, double radius, const Pose& pose) override { add(5, where, radius, pose); }
    void disc(Point centre, double radius, Colour colour, const Pose& pose) override {
        add(6, centre, radius, colour, pose);
    }
    void stroke(std::span<const Point> path, double width, Colour colour) override {
        add(7, width, colour);
        for (const Point p : path)
            add(8, p);
    }
    void text(std::string_view text, Point centre, const TextStyle& style, const Pose& pose) override {
        add(9, centre, style.script, style.height, style.colour, pose);
        for (const char c : text)
            add(10, c);
    }
    double text_width(std::string_view text, const TextStyle& style) override {
        return static_cast<double>(text.size()) * style.height * 0.6;
    }

    std::uint64_t sum() const { return sum_; }
    long calls() const { return calls_; }

  private:
    template <typename... Parts>
    void add(int kind, const Parts&... parts) {
        ++calls_;
        fold(kind);
        (fold(parts), ...);
    }
    void fold(const Pose& pose) {
        fold(pose.shift);
        fold(pose.stretch_x);
        fold(pose.stretch_y);
        fold(pose.opacity);
    }
    void fold(Rect rect) {
        fold(rect.x);
        fold(rect.y);
        fold(rect.width);
        fold(rect.height);
    }
    void fold(Point point) {
        fold(point.x);
        fold(point.y);
    }
    void fold(Colour colour) {
        fold(colour.red << 24 | colour.green << 16 | colour.blue << 8 | colour.alpha);
    }
    template <typename Value>
    void fold(Value value) {
        std::uint64_t bits = 0;
        static_assert(sizeof value <= sizeof bits);
        std::memcpy(&bits, &value, sizeof value);
        sum_ = (sum_ ^ bits) * 0x100000001B3u; // FNV-1a, a word at a time
    }

    std::uint64_t sum_ = 0xCBF29CE484222325u;
    long calls_ = 0;
};

/// What `scene` looks like now, as one number.
template <typename Scene>
std::uint64_t look_of(const Scene& scene) {
    RecordingCanvas canvas;
    scene.draw(canvas);
    return canvas.sum();
}

} // namespace mirabelle
