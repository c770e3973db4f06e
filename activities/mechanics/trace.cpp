// Trace: follow the strokes of a glyph on a slate, from the sunny point on.
#include "activities/mechanics/mechanics.h"
#include "engine/guided_trace.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double slate_aspect = 0.8;                      // width to height of the picture
constexpr Rect slate_surface{0.080, 0.060, 0.820, 0.858}; // shares of the picture, see assets/art/README.md
constexpr double glyph_share = 0.78;                      // of the surface
constexpr Milliseconds success_length = 700;
constexpr Milliseconds fault_length = 400;
constexpr double ink_share = 0.55; // of the corridor's half-width
constexpr Colour chalk = rgb(0xFFF6DC);
constexpr Colour slate_path = rgb(0x4A6A66);

std::string_view name_of(TraceFault fault) {
    switch (fault) {
    case TraceFault::start:
        return "start";
    case TraceFault::direction:
        return "direction";
    case TraceFault::off_path:
        break;
    }
    return "off_path";
}

class TraceMechanic final : public Mechanic {
  public:
    TraceMechanic(const MechanicParts& parts, const Trace& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          guide_(task.guide),
          speaker_(parts.speaker),
          slate_picture_(parts.content.picture("slate")),
          slate_(slate_on(parts.stage.field)),
          corridor_(corridor_of(parts.stage, slate_)),
          trace_(placed(task.glyph, slate_), corridor_) {}

    TouchUse finger_down(Point at) override {
        if (!surface().contains(at) || trace_.finished())
            return TouchUse::nothing;
        trace_.pen_down(at);
        speaker_.play(Sound::touch);
        look_for_response();
        return TouchUse::held;
    }

    void finger_moved(Point at) override {
        trace_.pen_moved(at);
        look_for_response();
    }

    void finger_up(Point) override {
        trace_.pen_up();
        look_for_response();
    }

    void tick() override {
        success_.tick();
        fault_.tick();
    }

    void draw(Canvas& canvas) const override {
        canvas.picture(slate_picture_, slate_);
        const auto& strokes = trace_.strokes();
        for (std::size_t i = 0; i < strokes.size(); ++i)
            draw_guide(canvas, strokes[i], i >= trace_.stroke());
        const Colour ink =
            success_.running() ? mix(palette::mirabelle, chalk, success_.share()) : palette::mirabelle;
        for (const Stroke& line : trace_.ink())
            canvas.stroke(line, ink_width(), ink);
        if (!trace_.finished())
            draw_start(canvas);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices)
            guide_ = TraceGuide::wide_path;
        arrow_ = arrow_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override { return success_.running() || fault_.running(); }

    Gesture solution() const override {
        Gesture gesture;
        const auto& strokes = trace_.strokes();
        for (std::size_t i = trace_.stroke(); i < strokes.size(); ++i)
            add_stroke(gesture, strokes[i], 500);
        return gesture;
    }

    Gesture mistake(Random& random) const override {
        Gesture gesture;
        if (trace_.finished())
            return gesture;
        Stroke wrong = trace_.strokes()[trace_.stroke()];
        if (random.happens(0.5)) {
            std::reverse(wrong.begin(), wrong.end());
        } else {
            const Rect area = surface().grown(-2);
            wrong = {{area.x, area.bottom()},
                     {area.right(), area.bottom()},
                     {area.right(), area.y},
                     {area.x, area.y},
                     {area.x, area.bottom()}};
        }
        add_stroke(gesture, wrong, 400);
        return gesture;
    }

    Gesture hint() const override {
        Gesture gesture;
        if (trace_.finished())
            return gesture;
        const Stroke& stroke = trace_.strokes()[trace_.stroke()];
        add_stroke(gesture, std::span(stroke).first(std::max<std::size_t>(2, stroke.size() / 3)), 500);
        return gesture;
    }

    std::vector<Target> targets() const override { return {{surface(), Target::Kind::place}}; }

  private:
    static Rect slate_on(const Rect& field) {
        const double height = std::min(field.height, field.width / slate_aspect);
        return centred_on(field.centre(), {height * slate_aspect, height});
    }

    static Rect surface_of(const Rect& slate) {
        return {slate.x + slate_surface.x * slate.width, slate.y + slate_surface.y * slate.height,
                slate_surface.width * slate.width, slate_surface.height * slate.height};
    }

    /// The path is as wide as small hands need, but never so wide that neighbouring strokes melt together.
    static double corridor_of(const Stage& stage, const Rect& slate) {
        return std::min(stage.sizes.corridor, slate.height * 0.075);
    }

    static std::vector<Stroke> placed(const Glyph& glyph, const Rect& slate) {
        const Rect surface = surface_of(slate);
        const double scale = std::min(surface.height, surface.width / glyph.width) * glyph_share;
        const Point origin = surface.centre() - Point{glyph.width / 2 * scale, scale / 2};
        std::vector<Stroke> strokes;
        for (const Stroke& stroke : glyph.strokes) {
            Stroke& placed = strokes.emplace_back();
            for (const Point p : stroke)
                placed.push_back(origin + p * scale);
        }
        return strokes;
    }

    Rect surface() const { return surface_of(slate_); }
    double ink_width() const { return corridor_ * ink_share * 2; }

    void draw_guide(Canvas& canvas, const Stroke& stroke, bool to_do) const {
        switch (guide_) {
        case TraceGuide::wide_path:
            canvas.stroke(stroke, corridor_ * 2, slate_path);
            break;
        case TraceGuide::narrow_path:
            canvas.stroke(stroke, corridor_ * 0.9, slate_path);
            break;
        case TraceGuide::dots:
        case TraceGuide::start_only:
            break;
        }
        if (guide_ == TraceGuide::start_only && !arrow_)
            return;
        if (to_do)
            for (std::size_t i = 2; i < stroke.size(); i += 4)
                canvas.disc(stroke[i], stage_.unit * 0.6, faded(chalk, 0.8));
    }

    void draw_start(Canvas& canvas) const {
        const Point next = trace_.next_point();
        const double shake =
            fault_.running() ? std::sin(fault_.share() * 12) * stage_.unit * (1 - fault_.share()) : 0;
        canvas.disc(next + Point{shake, 0}, corridor_ * 0.8, palette::mirabelle);
        canvas.disc(next + Point{shake, 0}, corridor_ * 0.42, palette::paper);
    }

    void look_for_response() {
        if (const auto fault = trace_.take_fault()) {
            fault_.start(fault_length);
            response_ = Response{std::string(name_of(*fault)), false, std::string(name_of(*fault))};
        } else if (trace_.finished() && !response_ && !success_.running()) {
            success_.start(success_length);
            response_ = Response{exercise_.expected, true, {}};
        }
    }

    const Exercise& exercise_;
    const Stage& stage_;
    TraceGuide guide_;
    Speaker& speaker_;
    PictureId slate_picture_;
    Rect slate_;
    double corridor_;
    GuidedTrace trace_;
    Motion success_, fault_;
    bool arrow_ = false;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_trace(const MechanicParts& parts, const Trace& task) {
    return std::make_unique<TraceMechanic>(parts, task);
}

} // namespace mirabelle
