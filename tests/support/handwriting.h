// Plausible and implausible hands: distortions of models for the tests of judge and recogniser. Another
// generator than the models' own smoothing, and no data of children.
#pragma once

#include "engine/random.h"
#include "engine/writing/line.h"

#include <cmath>
#include <numbers>

namespace mirabelle {

struct Hand {
    double wobble = 0.02;  ///< slow, share of the size
    double jitter = 0.004; ///< fast, share of the size
    double broken = 0.2;   ///< probability that a stroke is interrupted
};

/// A sum of slow waves along the line, as a hand that errs does not tremble.
class Wobble {
  public:
    Wobble(Random& random, double amplitude) : amplitude_(amplitude) {
        for (Wave& wave : waves_)
            wave = {0.5 + 1.5 * random.share(), 2 * std::numbers::pi * random.share(), random.share() - 0.5,
                    random.share() - 0.5};
    }
    Point at(double way) const {
        Point sum;
        for (const Wave& wave : waves_) {
            const double swing = std::sin(2 * std::numbers::pi * wave.turns * way + wave.phase);
            sum = sum + Point{wave.x, wave.y} * (2 * amplitude_ * swing);
        }
        return sum;
    }

  private:
    struct Wave {
        double turns = 1, phase = 0, x = 0, y = 0;
    };
    double amplitude_;
    std::array<Wave, 3> waves_{};
};

/// `strokes` written by `hand`: scale .6–1.5, shear ±.2, turned by ±12°, at its own place and pace.
inline std::vector<Stroke> written(std::span<const Stroke> strokes, const Hand& hand, Random& random) {
    const auto within = [&](double low, double high) { return low + (high - low) * random.share(); };
    const Rect box = box_of(strokes);
    const double size = std::max(box.width, box.height);
    const double scale = within(0.6, 1.5);
    const double shear = within(-0.2, 0.2);
    const double turn = within(-12, 12) * std::numbers::pi / 180;
    const Point place{within(-300, 300), within(-300, 300)};
    const Wobble wobble(random, hand.wobble * size);
    std::vector<Stroke> ink;
    double way = 0;
    for (const Stroke& stroke : strokes) {
        const Stroke even = resampled(stroke, size * within(0.015, 0.04));
        const bool breaks = even.size() > 12 && random.happens(hand.broken);
        const std::size_t gap =
            breaks ? 5 + random.below(static_cast<std::uint32_t>(even.size() - 10)) : even.size();
        ink.emplace_back();
        for (std::size_t i = 0; i < even.size(); ++i) {
            if (i == gap)
                ink.emplace_back();
            way += i > 0 ? distance(even[i - 1], even[i]) / size : 0.3;
            const Point jitter{within(-hand.jitter, hand.jitter) * size,
                               within(-hand.jitter, hand.jitter) * size};
            const Point p = even[i] - box.centre() + wobble.at(way) + jitter;
            const Point slanted{p.x + shear * p.y, p.y};
            const Point turned{slanted.x * std::cos(turn) - slanted.y * std::sin(turn),
                               slanted.x * std::sin(turn) + slanted.y * std::cos(turn)};
            ink.back().push_back(place + turned * (100 * scale));
        }
    }
    return ink;
}

inline std::vector<Stroke> scribble(Random& random) {
    Stroke line{{0, 0}};
    for (int i = 0; i < 14; ++i)
        line.push_back({100 * random.share(), 100 * random.share()});
    return {smooth_stroke(line, 2)};
}

inline std::vector<Stroke> dot(Random& random) {
    return {{{50, 50}, {50 + random.share(), 50 + random.share()}}};
}

inline std::vector<Stroke> straight_line(Random& random) {
    const double turn = 2 * std::numbers::pi * random.share();
    return {resampled(Stroke{{0, 0}, {100 * std::cos(turn), 100 * std::sin(turn)}}, 3)};
}

} // namespace mirabelle
