// How a piece looks and moves, the same in every mechanic: it squashes when touched, shakes its head when it
// was not the one, springs when it settles, and pales when it is out of the game.
#pragma once

#include "engine/access.h"
#include "engine/canvas.h"
#include "engine/exercise.h"
#include "engine/motion.h"

namespace mirabelle {

/// Draws what a piece shows, fitted into `where`.
void draw_face(Canvas& canvas, const Face& face, Rect where, const Pose& pose = {});

/// The soft shadow where something that stands or lies in `where` meets the ground.
void draw_contact_shadow(Canvas& canvas, Rect where, const Pose& pose = {});

class PieceView {
  public:
    /// Where movement is reduced it fades instead, in the same time.
    explicit PieceView(Rect home, Movement movement = Movement::full)
        : home_(home), at_(home.centre()), from_(at_), movement_(movement) {}

    Rect home() const { return home_; }
    /// Where it is drawn now.
    Rect rect() const { return centred_on(position(), home_.size()); }

    void press() { effect(Effect::squash, 180); }
    void refuse() { effect(Effect::shake, 420); }
    void shine() { effect(Effect::spring, 520); }
    void pale(double opacity) {
        opacity_from_ = opacity_now();
        opacity_to_ = opacity;
        fade_.start(300);
    }

    void fly_to(Point to, Milliseconds duration = 260) {
        from_ = position();
        at_ = to;
        flight_.start(duration);
    }
    void put(Point to) {
        at_ = to;
        flight_.stop();
    }

    void tick() {
        effect_motion_.tick();
        flight_.tick();
        fade_.tick();
    }
    /// Where it lies when it has come to rest.
    Point resting_place() const { return at_; }
    /// How much of its last flight lies behind it, 0..1.
    double flown() const { return movement_ == Movement::full ? flight_.share() : 1; }
    bool moving() const { return effect_motion_.running() || flight_.running() || fade_.running(); }

    /// How the picture differs from lying at home.
    Pose pose() const;
    /// The same of a picture that is `side` mm wide where it flies to: its size changes on the way, not at
    /// once.
    Pose pose_towards(double side) const;

  private:
    enum class Effect : std::uint8_t { none, squash, shake, spring };
    void effect(Effect effect, Milliseconds duration) {
        effect_ = effect;
        effect_motion_.start(duration);
    }
    Point position() const {
        const bool flies = flight_.running() && movement_ == Movement::full;
        return flies ? between(from_, at_, ease_out(flight_.share())) : at_;
    }
    double opacity_now() const {
        return fade_.running() ? opacity_from_ + (opacity_to_ - opacity_from_) * fade_.share() : opacity_to_;
    }

    Pose faded_pose(Pose pose) const;

    Rect home_;
    Point at_, from_;
    Movement movement_;
    Motion flight_, fade_, effect_motion_;
    Effect effect_ = Effect::none;
    double opacity_from_ = 1, opacity_to_ = 1;
};

} // namespace mirabelle
