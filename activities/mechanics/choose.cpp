// Choose: touch the one piece that is right. The pieces lie on lily pads in a pond.
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/piece_view.h"
#include "engine/layout.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double pad_units = 46;
constexpr double face_share = 0.72; // of the lily pad
constexpr double face_rise = 0.035; // the pad's light middle lies a little above the middle of its picture
constexpr double paled = 0.28;

/// A drawing of the pond and where its water lies in it, as shares of its width.
struct Pond {
    std::string_view picture;
    double aspect = 1; ///< height to width
    Point middle;
    double across = 0; ///< from the middle of the water to its edge
    double down = 0;
};
constexpr Pond wide_pond{"pond", 1000.0 / 1600, {800 / 1600.0, 408 / 1600.0}, 726 / 1600.0, 290 / 1600.0};
constexpr Pond tall_pond{"pond_tall", 1300.0 / 1000, {0.501, 0.588}, 0.462, 0.485};
constexpr double filled = 0.9; // how much of the water pads may fill, from edge to edge

const Pond& pond_for(const Rect& pads) { return pads.height > 0.62 * pads.width ? tall_pond : wide_pond; }

/// The pond's picture laid so that all pads float on its water, and as wide as the lane if that leaves the
/// sky free.
Rect pond_around(const Rect& pads, const Pond& pond, const Stage& stage) {
    const double needed =
        std::max(pads.width / 2 / filled / pond.across, pads.height / 2 / filled / pond.down);
    const double free = (stage.whole_field.height / 2 + 2 * stage.unit) / pond.down;
    const double width = std::max(needed, std::min(stage.lane.width * 1.04, free));
    const Point middle = pads.centre();
    return {middle.x - pond.middle.x * width, middle.y - pond.middle.y * width, width, width * pond.aspect};
}

class ChooseMechanic final : public Mechanic {
  public:
    ChooseMechanic(const MechanicParts& parts, const Choose& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          lily_pad_(parts.content.picture("lily_pad")) {
        const double side = std::max(pad_units * stage_.unit * stage_.sizes.enlarged, stage_.sizes.target);
        // Where there is room the pads float well apart.
        const auto count = static_cast<double>(exercise_.pieces.size());
        const double spare = (stage_.whole_field.width - count * side) / (count + 1);
        const double gap = std::max(stage_.clearance(), std::clamp(spare, 3 * stage_.unit, 10 * stage_.unit));
        const auto boxes = in_rows(stage_.whole_field, exercise_.pieces.size(), {side, side}, gap);
        const Rect pads = around(boxes);
        const Pond& pond = pond_for(pads);
        pond_picture_ = seasonal_picture(parts.content, pond.picture, stage_.season);
        pond_ = pond_around(pads, pond, stage_);
        for (const Rect& box : boxes)
            pads_.push_back({PieceView(box, stage_.access.movement), true});
    }

    TouchUse finger_down(Point at) override {
        for (std::size_t i = 0; i < pads_.size(); ++i)
            if (pads_[i].offered && feels(i, at)) {
                choose(i);
                return TouchUse::tapped;
            }
        return TouchUse::nothing;
    }

    void tick() override {
        for (Pad& pad : pads_)
            pad.view.tick();
    }

    void draw_scenery(Canvas& canvas) const override { canvas.picture(pond_picture_, pond_); }

    void draw(Canvas& canvas) const override {
        for (std::size_t i = 0; i < pads_.size(); ++i) {
            const Rect home = pads_[i].view.home();
            const Pose pose = pads_[i].view.pose();
            if (glowing_ && i == task_.right)
                canvas.disc(home.centre(), home.width * 0.54, palette::mirabelle, pose);
            canvas.picture(lily_pad_, home, pose);
            draw_face(canvas, exercise_.pieces[i].face,
                      square_on(home.centre() - Point{0, home.height * face_rise}, home.width * face_share),
                      pose);
        }
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (level >= HelpLevel::fewer_choices) {
            // The right one and at most one other stay.
            std::size_t others = 0;
            for (std::size_t i = 0; i < pads_.size(); ++i)
                if (i != task_.right && pads_[i].offered && ++others > 1)
                    take_away(i);
        }
        glowing_ = glowing_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override {
        return std::any_of(pads_.begin(), pads_.end(), [](const Pad& pad) { return pad.view.moving(); });
    }

    Rect settled() const override { return pads_[task_.right].view.home(); }

    Gesture solution() const override {
        Gesture gesture;
        add_tap(gesture, pads_[task_.right].view.home().centre());
        return gesture;
    }

    Gesture mistake(Random& random) const override {
        std::vector<std::size_t> wrong;
        for (std::size_t i = 0; i < pads_.size(); ++i)
            if (i != task_.right && pads_[i].offered)
                wrong.push_back(i);
        Gesture gesture;
        if (!wrong.empty())
            add_tap(gesture, pads_[random.pick(wrong)].view.home().centre());
        return gesture;
    }

    Gesture hint() const override {
        // The hand passes over every piece: touch one of these.
        Gesture gesture;
        for (const Pad& pad : pads_)
            if (pad.offered)
                add_tap(gesture, pad.view.home().centre() + Point{0, pad.view.home().height * 0.3}, 700);
        return gesture;
    }

    std::vector<Target> targets() const override {
        std::vector<Target> felt;
        for (const Pad& pad : pads_)
            if (pad.offered)
                felt.push_back({pad.view.home(), Target::Kind::piece});
        return felt;
    }

  private:
    struct Pad {
        PieceView view;
        bool offered = true;
    };

    bool feels(std::size_t i, Point at) const {
        return pads_[i].view.home().grown(stage_.sizes.margin).contains(at);
    }

    void choose(std::size_t chosen) {
        const bool correct = chosen == task_.right;
        response_ = Response{exercise_.pieces[chosen].label, correct, {}};
        if (!correct) {
            pads_[chosen].view.refuse();
            take_away(chosen);
            return;
        }
        pads_[chosen].view.shine();
        for (std::size_t i = 0; i < pads_.size(); ++i)
            if (i != chosen && pads_[i].offered)
                take_away(i);
    }

    void take_away(std::size_t i) {
        pads_[i].offered = false;
        pads_[i].view.pale(paled);
    }

    const Exercise& exercise_;
    const Stage& stage_;
    Choose task_;
    PictureId lily_pad_, pond_picture_{};
    Rect pond_;
    std::vector<Pad> pads_;
    bool glowing_ = false;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_choose(const MechanicParts& parts, const Choose& task) {
    return std::make_unique<ChooseMechanic>(parts, task);
}

} // namespace mirabelle
