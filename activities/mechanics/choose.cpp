// Choose: touch the one piece that is right. The pieces lie on lily pads in a pond.
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/piece_view.h"
#include "engine/layout.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double pad_units = 33;
constexpr double face_share = 0.64; // of the lily pad
constexpr double paled = 0.28;

class ChooseMechanic final : public Mechanic {
  public:
    ChooseMechanic(const MechanicParts& parts, const Choose& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          pond_(parts.content.picture("pond")),
          lily_pad_(parts.content.picture("lily_pad")) {
        const double side = std::max(pad_units * stage_.unit, stage_.sizes.target);
        const double gap = std::max(stage_.sizes.gap + 2 * stage_.sizes.margin, 4 * stage_.unit);
        for (const Rect& box : in_rows(stage_.field, exercise_.pieces.size(), {side, side}, gap))
            pads_.push_back({PieceView(box), true});
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

    void draw(Canvas& canvas) const override {
        const Rect water{0, stage_.field.y - 3 * stage_.unit, stage_.lane.width,
                         stage_.lane.bottom() - stage_.field.y + 5 * stage_.unit};
        canvas.picture(pond_, water);
        for (std::size_t i = 0; i < pads_.size(); ++i) {
            const Rect home = pads_[i].view.home();
            const Pose pose = pads_[i].view.pose();
            if (glowing_ && i == task_.right)
                canvas.disc(home.centre(), home.width * 0.56, palette::mirabelle, pose);
            canvas.picture(lily_pad_, home, pose);
            draw_face(canvas, exercise_.pieces[i].face, square_on(home.centre(), home.width * face_share),
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
    PictureId pond_, lily_pad_;
    std::vector<Pad> pads_;
    bool glowing_ = false;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_choose(const MechanicParts& parts, const Choose& task) {
    return std::make_unique<ChooseMechanic>(parts, task);
}

} // namespace mirabelle
