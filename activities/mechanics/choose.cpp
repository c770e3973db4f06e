// Choose: touch the one piece that is right. The pieces lie on lily pads in a pond; above it there may be a
// model to look at.
#include "activities/mechanics/choose_scene.h"
#include "activities/mechanics/mechanics.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr double face_share = 0.72; // of the lily pad
constexpr double card_share = 0.64; // what lies on a card of its own has corners
constexpr double dots_share = 0.58; // dots reach into the corners of their square
constexpr double face_rise = 0.035; // the pad's light middle lies a little above the middle of its picture
constexpr double paled = 0.28;

/// On a pad dots need no ground of their own, which would not be round.
Face on_pad(Face face) {
    if (auto* dots = std::get_if<DotsFace>(&face); dots != nullptr && dots->ground != DotGround::ten_frame)
        dots->ground = DotGround::nothing;
    return face;
}

double share_of(const Face& face) {
    const auto* dots = std::get_if<DotsFace>(&face);
    if (dots == nullptr)
        return face_share;
    return dots->ground == DotGround::ten_frame ? card_share : dots_share;
}

class ChooseMechanic final : public Mechanic {
  public:
    ChooseMechanic(const MechanicParts& parts, const Choose& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          task_(task),
          lily_pad_(parts.content.picture("lily_pad")),
          plan_(lay_pond(parts.content, stage_, task, exercise_.pieces.size())),
          model_(parts.content, task.model, plan_.model_room,
                 task.scene == ChooseScene::train ? ModelView::Look::train : ModelView::Look::card,
                 stage_.access.movement) {
        for (std::size_t i = 0; i < plan_.pads.size(); ++i)
            pads_.push_back(
                {PieceView(plan_.pads[i], stage_.access.movement), on_pad(exercise_.pieces[i].face)});
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
        model_.tick();
    }

    void asked(Milliseconds saying) override { model_.asked(saying); }

    void draw_scenery(Canvas& canvas) const override { canvas.picture(plan_.picture, plan_.pond); }

    void draw(Canvas& canvas) const override {
        model_.draw(canvas);
        for (std::size_t i = 0; i < pads_.size(); ++i) {
            const Rect home = pads_[i].view.home();
            const Pose pose = pads_[i].view.pose();
            if (glowing_ && i == task_.right)
                canvas.disc(home.centre(), home.width * 0.54, palette::mirabelle, pose);
            canvas.picture(lily_pad_, home, pose);
            const Point middle = home.centre() - Point{0, home.height * face_rise};
            draw_face(canvas, pads_[i].face, square_on(middle, home.width * share_of(pads_[i].face)), pose);
        }
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        if (exercise_.scoring == Scoring::never)
            return; // no answer is the right one to show
        if (level >= HelpLevel::fewer_choices) {
            // The right one and at most one other stay.
            std::size_t others = 0;
            for (std::size_t i = 0; i < pads_.size(); ++i)
                if (i != task_.right && pads_[i].offered && ++others > 1)
                    take_away(i);
            model_.stay();
        }
        glowing_ = glowing_ || level >= HelpLevel::answer_shown;
    }

    bool moving() const override {
        return model_.moving() ||
               std::any_of(pads_.begin(), pads_.end(), [](const Pad& pad) { return pad.view.moving(); });
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
        Face face;
        bool offered = true;
    };

    bool feels(std::size_t i, Point at) const {
        return pads_[i].view.home().grown(stage_.sizes.margin).contains(at);
    }

    void choose(std::size_t chosen) {
        const bool correct = chosen == task_.right || exercise_.scoring == Scoring::never;
        response_ = Response{exercise_.pieces[chosen].label, correct, {}};
        if (!correct) {
            pads_[chosen].view.refuse();
            take_away(chosen);
            model_.stay(); // now the difference can be seen
            return;
        }
        task_.right = chosen;
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
    PictureId lily_pad_;
    PondPlan plan_;
    ModelView model_;
    std::vector<Pad> pads_;
    bool glowing_ = false;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_choose(const MechanicParts& parts, const Choose& task) {
    return std::make_unique<ChooseMechanic>(parts, task);
}

} // namespace mirabelle
