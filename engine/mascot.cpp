#include "engine/mascot.h"

#include <cmath>
#include <numbers>

namespace mirabelle {

namespace {

constexpr std::array layer_names{
    "mascot_ground",
    "mascot_feet",
    "mascot_body",
    "mascot_leaves",
    "mascot_eyes_open",
    "mascot_eyes_looking",
    "mascot_eyes_looking_left",
    "mascot_eyes_closed",
    "mascot_eyes_happy",
    "mascot_mouth_smile",
    "mascot_mouth_speaking_a",
    "mascot_mouth_speaking_b",
    "mascot_mouth_pleased",
    "mascot_mouth_thinking",
    "mascot_mouth_yawn",
    "mascot_hand",
    "mascot_hand_open",
    "mascot_hand_point",
    "mascot_hand_point_left",
    "mascot_umbrella",
};

// Where the pictures lie in her box; each is trimmed to its drawing. The same numbers are their view boxes.
constexpr Rect ground_box{88, 364, 232, 32};
constexpr Rect feet_box{108, 330, 184, 54};
constexpr Rect body_box{68, 114, 264, 252};
constexpr Rect leaves_box{80, 44, 232, 100};
constexpr Rect eyes_box{136, 194, 128, 66};
constexpr Rect mouth_box{156, 256, 88, 78};
constexpr Rect umbrella_box{6, 2, 388, 346};
constexpr double hand_side = 64;

constexpr Point left_shoulder{92, 246};
constexpr Point right_shoulder{308, 246};
constexpr double arm_width = 27;
constexpr double light_width = 9;
constexpr Point light_shift{-4, -4};
constexpr Point shade_shift{0, 7};
constexpr Colour left_arm = rgb(0xEBAA12);
constexpr Colour right_arm = rgb(0xDB9407);
constexpr Colour front_arm = rgb(0xE6A00E);
constexpr Colour arm_light = rgb(0xFFD352);
constexpr Colour arm_shade = rgb(0xA8660A);
constexpr std::size_t arm_points = 9;

constexpr Milliseconds turn_length = 260;
constexpr Milliseconds hop_length = 400;
constexpr double hop_height = 30;
constexpr Milliseconds wave_length = 1600;
constexpr Milliseconds wave_period = 420;
constexpr double wave_width = 13;
// Breathing is drawn five times a second: what is that slow and small needs no more.
constexpr Milliseconds breath_length = 3200;
constexpr Milliseconds breath_step = 200;
constexpr double breath_depth = 0.016;
constexpr Milliseconds blink_every = 4300;
constexpr Milliseconds blink_length = 150;
constexpr Milliseconds mouth_step = 150;
constexpr Milliseconds all_repeats = breath_length * blink_every;

constexpr Mascot::Posture at_ease{{58, 262}, {50, 304}, {342, 262}, {350, 304}, 0};

Mascot::Posture posture_of(MascotAct act) {
    Mascot::Posture posture = at_ease;
    switch (act) {
    case MascotAct::idle:
        break;
    case MascotAct::listening:
        posture.right_elbow = {388, 256};
        posture.right_hand = {340, 190};
        posture.lean = 8;
        break;
    case MascotAct::thinking:
        posture.right_elbow = {346, 330};
        posture.right_hand = {242, 308};
        posture.lean = -3;
        break;
    case MascotAct::pointing:
        posture.right_elbow = {350, 250};
        posture.right_hand = {356, 198};
        posture.lean = 4;
        break;
    case MascotAct::pleased:
        posture.left_elbow = {52, 220};
        posture.left_hand = {42, 168};
        posture.right_elbow = {348, 220};
        posture.right_hand = {358, 168};
        break;
    case MascotAct::waving:
        posture.right_elbow = {350, 232};
        posture.right_hand = {354, 176};
        break;
    case MascotAct::yawning:
        posture.right_elbow = {336, 336};
        posture.right_hand = {252, 316};
        break;
    case MascotAct::sheltering:
        posture.right_elbow = {346, 292};
        posture.right_hand = {310, 266};
        break;
    }
    return posture;
}

/// Where a hand lies before the body, the whole arm does.
bool reaches_over_body(MascotAct act) {
    return act == MascotAct::thinking || act == MascotAct::yawning || act == MascotAct::sheltering;
}

Mascot::Posture between(const Mascot::Posture& a, const Mascot::Posture& b, double share) {
    return {between(a.left_elbow, b.left_elbow, share), between(a.left_hand, b.left_hand, share),
            between(a.right_elbow, b.right_elbow, share), between(a.right_hand, b.right_hand, share),
            a.lean + (b.lean - a.lean) * share};
}

/// A bent arm: the curve that leaves the shoulder towards the elbow and comes from there to the hand.
std::array<Point, arm_points> bent(Point shoulder, Point elbow, Point hand) {
    std::array<Point, arm_points> path;
    for (std::size_t i = 0; i < arm_points; ++i) {
        const double share = static_cast<double>(i) / (arm_points - 1);
        path[i] = between(between(shoulder, elbow, share), between(elbow, hand, share), share);
    }
    return path;
}

} // namespace

Mascot::Mascot(const Content& content, Rect where, Movement movement, Facing facing, MascotAct act)
    : where_(where),
      movement_(movement),
      act_(act),
      act_before_(act),
      facing_(facing),
      from_(posture_of(act)) {
    static_assert(layer_names.size() == static_cast<std::size_t>(Layer::count));
    for (std::size_t i = 0; i < layer_names.size(); ++i)
        layers_[i] = content.picture(layer_names[i]);
}

void Mascot::tick(MascotAct act, Voice voice, Life life) {
    turn_.tick();
    hop_.tick();
    wave_.tick();
    // She comes to rest between two breaths, her eyes open.
    if (life == Life::lively || now_ % breath_length >= breath_step || blinks())
        now_ = (now_ + tick_length) % all_repeats;
    spoken_ = voice == Voice::speaking ? spoken_ + tick_length : 0;
    voice_ = voice;
    if (act == act_)
        return;
    from_ = frame().posture;
    act_before_ = act_;
    act_ = act;
    turn_.start(turn_length);
    wave_.stop();
    if (movement_ == Movement::reduced)
        return;
    if (act == MascotAct::pleased && !hop_.running())
        hop_.start(hop_length);
    if (act == MascotAct::waving)
        wave_.start(wave_length);
}

Mascot::Frame Mascot::frame() const {
    Frame now;
    now.act = act_;
    now.posture = posture_of(act_);
    if (movement_ == Movement::reduced) {
        now.posture.lean = 0;
        return now;
    }
    if (turn_.running())
        now.posture = between(from_, now.posture, ease_out(turn_.share()));
    if (wave_.running()) {
        // It swings in and out softly.
        const double swing = static_cast<double>(wave_.share()) * wave_length / wave_period;
        now.posture.right_hand.x +=
            wave_width * std::sin(swing * 2 * std::numbers::pi) * std::min(1.0, 3 * pulse(wave_.share()));
    }
    now.rise = hop_.running() ? hop_height * pulse(ease_out(hop_.share())) : 0;
    const auto step = static_cast<double>(now_ % breath_length / breath_step * breath_step);
    now.breath = breath_depth * (0.5 - 0.5 * std::cos(step / breath_length * 2 * std::numbers::pi));
    return now;
}

bool Mascot::blinks() const {
    return movement_ == Movement::full && now_ % blink_every > blink_every - blink_length;
}

Mascot::Layer Mascot::eyes(MascotAct act) const {
    const bool closed = blinks();
    switch (act) {
    case MascotAct::pleased:
        return Layer::eyes_happy;
    case MascotAct::yawning:
        return Layer::eyes_closed;
    case MascotAct::thinking:
    case MascotAct::pointing:
    case MascotAct::listening:
        return closed                     ? Layer::eyes_closed
               : facing_ == Facing::right ? Layer::eyes_looking
                                          : Layer::eyes_looking_left;
    case MascotAct::idle:
    case MascotAct::waving:
    case MascotAct::sheltering:
        break;
    }
    return closed ? Layer::eyes_closed : Layer::eyes_open;
}

Mascot::Layer Mascot::mouth(MascotAct act) const {
    if (act == MascotAct::yawning)
        return Layer::mouth_yawn;
    if (voice_ == Voice::speaking) {
        constexpr std::array syllables{Layer::mouth_speaking_a, Layer::mouth_speaking_b,
                                       Layer::mouth_speaking_a, Layer::mouth_smile, Layer::mouth_speaking_b};
        return syllables[static_cast<std::size_t>(spoken_ / mouth_step) % syllables.size()];
    }
    switch (act) {
    case MascotAct::pleased:
    case MascotAct::waving:
        return Layer::mouth_pleased;
    case MascotAct::thinking:
        return Layer::mouth_thinking;
    default:
        return Layer::mouth_smile;
    }
}

Mascot::Layer Mascot::hand_of(MascotAct act, Side side) const {
    if (act == MascotAct::pleased ||
        (side == Side::near && (act == MascotAct::waving || act == MascotAct::listening)))
        return Layer::hand_open;
    if (act == MascotAct::pointing && side == Side::near)
        return facing_ == Facing::right ? Layer::hand_point : Layer::hand_point_left;
    return Layer::hand;
}

Point Mascot::on_stage(Point unit) const { return Point{where_.x, where_.y} + unit * scale(); }

void Mascot::draw_layer(Canvas& canvas, Layer layer, Rect box, const Pose& pose) const {
    const Point corner = on_stage({box.x, box.y});
    canvas.picture(layers_[static_cast<std::size_t>(layer)],
                   {corner.x, corner.y, box.width * scale(), box.height * scale()}, pose);
}

double Mascot::lean(const Frame& frame) const {
    return facing_ == Facing::right ? frame.posture.lean : -frame.posture.lean;
}

void Mascot::draw_arm(Canvas& canvas, const Frame& frame, Side side) const {
    const bool near = side == Side::near;
    const bool mirrored = facing_ == Facing::left;
    const Posture& posture = frame.posture;
    const auto placed = [&](Point unit) {
        return Point{(mirrored ? 400 - unit.x : unit.x) + lean(frame), unit.y - frame.rise};
    };
    const Point shoulder = placed(near ? right_shoulder : left_shoulder);
    const Point elbow = placed(near ? posture.right_elbow : posture.left_elbow);
    const Point hand = placed(near ? posture.right_hand : posture.left_hand);
    const bool before = near && reaches_over_body(frame.act);
    const auto line = [&](Point shift, double width, Colour colour) {
        auto path = bent(shoulder + shift, elbow + shift, hand + shift);
        for (Point& point : path)
            point = on_stage(point);
        canvas.stroke(path, width * scale(), colour);
    };
    if (before)
        line(shade_shift, arm_width, faded(arm_shade, 0.35 * frame.opacity));
    const bool in_light = near == mirrored; // the light comes from the left
    line({}, arm_width, faded(before ? front_arm : in_light ? left_arm : right_arm, frame.opacity));
    line(light_shift, light_width, faded(arm_light, 0.55 * frame.opacity));
    draw_layer(canvas, hand_of(frame.act, side), square_on(hand, hand_side), {.opacity = frame.opacity});
}

void Mascot::draw_arms(Canvas& canvas, const Frame& frame, bool before_body) const {
    if (!before_body)
        draw_arm(canvas, frame, Side::far);
    if (reaches_over_body(frame.act) == before_body)
        draw_arm(canvas, frame, Side::near);
}

void Mascot::draw_body(Canvas& canvas, const Frame& frame) const {
    const double s = scale();
    const double higher = frame.breath * body_box.height; // her feet stay on the ground
    draw_layer(canvas, Layer::body, body_box,
               {.shift = {lean(frame) * s, -(frame.rise + higher / 2) * s}, .stretch_y = 1 + frame.breath});
    draw_layer(canvas, Layer::leaves, leaves_box,
               {.shift = {lean(frame) * 1.3 * s, -(frame.rise + higher) * s}});
}

void Mascot::draw_face(Canvas& canvas, const Frame& frame) const {
    const double higher = frame.breath * body_box.height / 2;
    const Pose pose{.shift = Point{lean(frame) * 1.6, -(frame.rise + higher)} * scale(),
                    .opacity = frame.opacity};
    draw_layer(canvas, eyes(frame.act), eyes_box, pose);
    draw_layer(canvas, mouth(frame.act), mouth_box, pose);
}

void Mascot::draw(Canvas& canvas) const {
    if (where_.width <= 0)
        return;
    Frame now = frame();
    // With reduced motion one posture fades into the other where it stands.
    const bool fades = movement_ == Movement::reduced && turn_.running();
    Frame before = now;
    if (fades) {
        before.act = act_before_;
        before.posture = posture_of(act_before_);
        before.posture.lean = 0;
        before.opacity = 1 - turn_.share();
        now.opacity = turn_.share();
    }
    const double s = scale();
    draw_layer(canvas, Layer::ground, ground_box, {.opacity = 1 - 0.5 * now.rise / hop_height});
    draw_layer(canvas, Layer::feet, feet_box, {.shift = {0, -now.rise * s}});
    if (fades)
        draw_arms(canvas, before, false);
    draw_arms(canvas, now, false);
    draw_body(canvas, now);
    if (fades)
        draw_face(canvas, before);
    draw_face(canvas, now);
    if (act_ == MascotAct::sheltering)
        draw_layer(canvas, Layer::umbrella, umbrella_box, {.opacity = now.opacity});
    if (fades)
        draw_arms(canvas, before, true);
    draw_arms(canvas, now, true);
}

} // namespace mirabelle
