// Story: a book is read page by page, a finger turns them; then what is asked is answered by touching a
// picture, as in choose.
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/piece_view.h"
#include "activities/mechanics/spoken.h"

#include <algorithm>

namespace mirabelle {

namespace {

// Of the picture of the book, see assets/art/README.md.
constexpr double book_aspect = 960.0 / 1400;
constexpr double page_top = 0.13, page_height = 0.7;
constexpr double page_width = 0.37;
constexpr double left_page = 0.275, right_page = 0.725; // their middles
constexpr double foot_units = 4;                        // below the book
constexpr Milliseconds breath = 300;
constexpr Milliseconds page_turns = 350;

/// The book may be seen where wrists rest, but feels no finger there.
Rect room_for_book(const Stage& stage) {
    if (!stage.is_wide())
        return stage.whole_field;
    const Rect& field = stage.field;
    return {field.x, field.y, field.width, stage.lane.bottom() - foot_units * stage.unit - field.y};
}

class StoryMechanic final : public Mechanic {
  public:
    StoryMechanic(const MechanicParts& parts, const Story& task)
        : stage_(parts.stage),
          content_(parts.content),
          task_(task),
          speaker_(parts.speaker),
          book_picture_(parts.content.picture("book_frame")),
          choosing_(make_choose(parts, Choose{task.right})) {
        const Rect room = room_for_book(stage_);
        const double width = std::min(room.width, room.height / book_aspect);
        book_ = centred_on(room.centre(), {width, width * book_aspect});
        felt_ = book_;
        felt_.height = std::min(book_.bottom(), stage_.whole_field.bottom()) - book_.y;
        tell_at_ = breath;
        for (const StoryPage& page : task_.pages)
            faces_.emplace_back(page.scene);
    }

    TouchUse finger_down(Point at) override {
        if (asking())
            return choosing_->finger_down(at);
        if (!felt_.grown(stage_.sizes.margin).contains(at))
            return TouchUse::nothing;
        if (now_ - turned_ >= stage_.sizes.guard)
            turn_page();
        return TouchUse::tapped;
    }

    void asked(Milliseconds saying) override {
        tell_at_ = now_ + saying + breath; // where the book is open, or the question
        told_ = false;
    }

    void tick() override {
        now_ += tick_length;
        choosing_->tick();
        turning_.tick();
        if (!told_ && now_ >= tell_at_) {
            told_ = true;
            speaker_.say_next(asking() ? task_.question : task_.pages[page_].told);
        }
    }

    void draw_scenery(Canvas& canvas) const override {
        if (asking())
            choosing_->draw_scenery(canvas);
    }

    void draw(Canvas& canvas) const override {
        if (asking()) {
            choosing_->draw(canvas);
            return;
        }
        canvas.picture(book_picture_, book_);
        // The page before stays to be seen beside it.
        const std::size_t first = page_ - page_ % 2;
        for (std::size_t i = first; i <= page_; ++i) {
            const Point middle{book_.x + (i == first ? left_page : right_page) * book_.width,
                               book_.y + (page_top + page_height / 2) * book_.height};
            const double side = std::min(page_width * book_.width, page_height * book_.height);
            Pose pose;
            if (i == page_)
                pose.opacity = turning_.running() ? turning_.share() : 1;
            draw_face(canvas, faces_[i], square_on(middle, side), pose);
        }
    }

    std::optional<Response> take_response() override { return choosing_->take_response(); }

    void help(HelpLevel level) override {
        choosing_->help(level);
        if (level >= HelpLevel::fewer_choices)
            page_ = task_.pages.size(); // it has been heard: straight to what is asked
    }

    bool moving() const override {
        const bool telling = !asking() && now_ < tell_at_ + spoken_length(task_.pages[page_].told, content_);
        return choosing_->moving() || turning_.running() || telling;
    }

    Rect settled() const override { return choosing_->settled(); }

    Gesture solution() const override { return after_reading(choosing_->solution()); }

    Gesture mistake(Random& random) const override {
        Gesture answer = choosing_->mistake(random);
        return answer.empty() ? answer : after_reading(answer);
    }

    Gesture hint() const override {
        if (asking())
            return choosing_->hint();
        Gesture gesture;
        add_tap(gesture, turning_corner(), 600);
        return gesture;
    }

    std::vector<Target> targets() const override {
        if (asking())
            return choosing_->targets();
        return {{felt_, Target::Kind::control}};
    }

  private:
    bool asking() const { return page_ >= task_.pages.size(); }

    void turn_page() {
        speaker_.play(Sound::touch);
        ++page_;
        turned_ = now_;
        turning_.start(page_turns);
        told_ = false;
        tell_at_ = now_ + breath;
    }

    Point turning_corner() const { return {book_.x + book_.width * 0.86, book_.y + book_.height * 0.72}; }

    /// Every page for as long as it is told, then `answer`.
    Gesture after_reading(const Gesture& answer) const {
        Gesture gesture;
        for (std::size_t page = page_; page < task_.pages.size(); ++page)
            add_tap(gesture, turning_corner(), spoken_length(task_.pages[page].told, content_) + 2 * breath);
        const Milliseconds begun = duration(gesture);
        for (const GestureStep& step : answer)
            gesture.push_back({begun + step.at, step.phase, step.point});
        return gesture;
    }

    const Stage& stage_;
    const Content& content_;
    Story task_;
    std::vector<Face> faces_; ///< of the pages: drawing takes no memory
    Speaker& speaker_;
    PictureId book_picture_;
    std::unique_ptr<Mechanic> choosing_;
    Rect book_, felt_;
    std::size_t page_ = 0; ///< that is open; as many as there are: the question
    Milliseconds now_ = 0, turned_ = 0, tell_at_ = 0;
    bool told_ = false;
    Motion turning_;
};

} // namespace

std::unique_ptr<Mechanic> make_story(const MechanicParts& parts, const Story& task) {
    return std::make_unique<StoryMechanic>(parts, task);
}

} // namespace mirabelle
