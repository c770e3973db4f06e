// Mirabelle herself: pictures laid over each other and two arms, which take the posture of what is going on.
// A posture may change at any moment; the next one begins from where she is. All lengths inside are units of
// her box, 400 by 400; see assets/art/README.md.
#pragma once

#include "engine/canvas.h"
#include "engine/content/content.h"
#include "engine/motion.h"

#include <array>
#include <cstdint>

namespace mirabelle {

/// What she does. Only while pictures move does she ask for smooth frames.
enum class MascotAct : std::uint8_t {
    idle,
    listening, ///< leans towards the child, a hand at her ear
    thinking,
    pointing, ///< at what the helping hand shows
    pleased,  ///< a short hop
    waving,
    yawning,
    sheltering ///< under an umbrella
};

class Mascot {
  public:
    enum class Voice : std::uint8_t { silent, speaking };
    /// Where the stage is: what she points and looks at.
    enum class Facing : std::uint8_t { right, left };
    /// Resting she neither breathes nor blinks: the screen is left alone.
    enum class Life : std::uint8_t { lively, resting };

    Mascot() = default;
    /// Fills `where`, mm; she starts in `act` as if she had always been there.
    Mascot(const Content& content, Rect where, Movement movement, Facing facing = Facing::right,
           MascotAct act = MascotAct::idle);

    void tick(MascotAct act, Voice voice, Life life = Life::lively);
    bool moving() const { return turn_.running() || hop_.running() || wave_.running(); }
    void draw(Canvas& canvas) const;

    /// How she holds herself when the stage is at her right; else it is mirrored.
    struct Posture {
        Point left_elbow, left_hand, right_elbow, right_hand;
        double lean = 0; ///< towards the stage
    };

  private:
    enum class Layer : std::uint8_t {
        ground,
        feet,
        body,
        leaves,
        eyes_open,
        eyes_looking,
        eyes_looking_left,
        eyes_closed,
        eyes_happy,
        mouth_smile,
        mouth_speaking_a,
        mouth_speaking_b,
        mouth_pleased,
        mouth_thinking,
        mouth_yawn,
        hand,
        hand_open,
        hand_point,
        hand_point_left,
        umbrella,
        count
    };
    enum class Side : std::uint8_t { far, near }; ///< seen from the stage
    /// What moves together within one frame.
    struct Frame {
        Posture posture;
        MascotAct act = MascotAct::idle;
        double rise = 0;   ///< of the hop
        double breath = 0; ///< share of her height
        double opacity = 1;
    };

    Frame frame() const;
    void draw_layer(Canvas& canvas, Layer layer, Rect box, const Pose& pose) const;
    void draw_arm(Canvas& canvas, const Frame& frame, Side side) const;
    void draw_body(Canvas& canvas, const Frame& frame) const;
    void draw_face(Canvas& canvas, const Frame& frame) const;
    void draw_arms(Canvas& canvas, const Frame& frame, bool before_body) const;
    bool blinks() const;
    Layer eyes(MascotAct act) const;
    Layer mouth(MascotAct act) const;
    Layer hand_of(MascotAct act, Side side) const;
    Point on_stage(Point unit) const;
    double lean(const Frame& frame) const;              ///< to the right
    double scale() const { return where_.width / 400; } ///< mm per unit

    std::array<PictureId, static_cast<std::size_t>(Layer::count)> layers_{};
    Rect where_;
    Movement movement_ = Movement::full;
    MascotAct act_ = MascotAct::idle;
    MascotAct act_before_ = MascotAct::idle;
    Facing facing_ = Facing::right;
    Posture from_{};
    Motion turn_, hop_, wave_;
    Milliseconds now_ = 0;
    Milliseconds spoken_ = 0; ///< since she began to speak
    Voice voice_ = Voice::silent;
};

} // namespace mirabelle
