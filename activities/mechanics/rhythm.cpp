// Rhythm: beat the drum as often as a word has syllables, and touch its picture, or wait, when that is all;
// or listen to a row of lines and beat as soon as something is wrong.
#include "activities/mechanics/mechanics.h"
#include "activities/mechanics/rhythm_scene.h"
#include "activities/mechanics/spoken.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr int most_beats = 9;
constexpr Milliseconds rests = 1600;         // after the last beat: that was all
constexpr Milliseconds tremble_percent = 40; // of the usual bounce: who beats fast means it
constexpr Milliseconds steady_beat = 1050;   // from line to line
constexpr Milliseconds breath = 150;
constexpr Milliseconds reaction = 380; // a child beats so late at what it has heard
constexpr Milliseconds leaf_grows = 260;

class RhythmMechanic final : public Mechanic {
  public:
    RhythmMechanic(const MechanicParts& parts, const Rhythm& task)
        : exercise_(parts.exercise),
          stage_(parts.stage),
          content_(parts.content),
          task_(task),
          speaker_(parts.speaker),
          scene_(parts.content, parts.stage, !task.model.faces.empty()),
          model_(parts.content, task.model, scene_.model_room(), ModelView::Look::card,
                 stage_.access.movement),
          drum_(scene_.drum(), stage_.access.movement) {
        pace_ = steady_beat;
        for (const VoiceId line : task_.lines)
            pace_ = std::max(pace_, spoken_length({line}, content_) + breath);
        pace_ = stage_.sizes.slow(pace_);
        leaves_.reserve(std::max<std::size_t>(most_beats, task_.lines.size())); // drawing takes no memory
    }

    TouchUse finger_down(Point at) override {
        if (drum_.home().grown(stage_.sizes.margin).contains(at)) {
            beat();
            return TouchUse::tapped;
        }
        if (has_card() && model_.where().grown(stage_.sizes.margin).contains(at)) {
            speaker_.play(Sound::touch);
            if (beats_ > 0)
                finish();
            return TouchUse::tapped;
        }
        return TouchUse::nothing;
    }

    void asked(Milliseconds saying) override {
        model_.asked(saying);
        begin_at_ = now_ + saying;
        begin();
    }

    void tick() override {
        now_ += tick_length;
        drum_.tick();
        model_.tick();
        growing_.tick();
        if (task_.odd)
            tell();
        else if (beats_ > 0 && !stage_.access.scans() && now_ - last_beat_ >= stage_.sizes.slow(rests))
            finish();
    }

    void draw_scenery(Canvas& canvas) const override { scene_.draw_ground(canvas); }

    void draw(Canvas& canvas) const override {
        model_.draw(canvas);
        scene_.draw_leaves(canvas, leaves_, growing_.share());
        const bool now = glowing_ && (!task_.odd || (told_ == *task_.odd + 1 && telling()));
        scene_.draw_drum(canvas, drum_, now ? RhythmScene::Glow::on : RhythmScene::Glow::off);
    }

    std::optional<Response> take_response() override { return std::exchange(response_, std::nullopt); }

    void help(HelpLevel level) override {
        glowing_ = glowing_ || level >= HelpLevel::answer_shown;
        shows_how_many_ = shows_how_many_ || level >= HelpLevel::fewer_choices;
        begin();
    }

    bool moving() const override {
        return drum_.moving() || model_.moving() || growing_.running() ||
               (task_.odd ? telling() : beats_ > 0);
    }

    Rect settled() const override { return drum_.home(); }

    Gesture solution() const override {
        Gesture gesture;
        if (task_.odd)
            add_beat_at(gesture, *task_.odd);
        else if (beats_ <= task_.beats) // else it has to rest first
            add_beats(gesture, task_.beats - beats_);
        return gesture;
    }

    Gesture mistake(Random& random) const override {
        Gesture gesture;
        if (task_.odd) {
            auto other = random.below(static_cast<std::uint32_t>(task_.lines.size() - 1));
            add_beat_at(gesture, other < *task_.odd ? other : other + 1);
            return gesture;
        }
        const bool fewer = task_.beats > 1 && random.happens(0.5);
        add_beats(gesture, std::max(1, (fewer ? task_.beats - 1 : task_.beats + 1) - beats_));
        return gesture;
    }

    Gesture hint() const override {
        Gesture gesture;
        add_tap(gesture, drum_.home().centre(), 600);
        return gesture;
    }

    bool holds_ring() const override { return task_.odd && telling(); }

    std::vector<Target> targets() const override {
        std::vector<Target> felt{{drum_.home(), Target::Kind::piece}};
        if (has_card())
            felt.push_back({model_.where(), Target::Kind::control});
        return felt;
    }

  private:
    bool has_card() const { return !task_.odd && !task_.model.faces.empty(); }
    void begin() {
        beats_ = 0;
        told_ = 0;
        finished_ = false;
        leaves_.clear();
        if (shows_how_many_ && !task_.odd)
            leaves_.assign(static_cast<std::size_t>(task_.beats), RhythmScene::Leaf::bud);
    }

    void grow(std::size_t leaf, RhythmScene::Leaf into) {
        leaves_.resize(std::max(leaves_.size(), leaf + 1));
        leaves_[leaf] = into;
        growing_.start(leaf_grows);
    }

    void beat() {
        if (last_beat_ > 0 && now_ - last_beat_ < stage_.sizes.bounce * tremble_percent / 100)
            return;
        last_beat_ = now_;
        drum_.press();
        speaker_.play(Sound::touch);
        if (task_.odd) {
            beat_at_line();
            return;
        }
        if (beats_ >= most_beats)
            return;
        grow(static_cast<std::size_t>(beats_++), RhythmScene::Leaf::open);
    }

    void finish() {
        const bool correct = beats_ == task_.beats;
        response_ = Response{std::to_string(beats_), correct, {}};
        if (!correct)
            return begin();
        drum_.shine();
        beats_ = 0; // the leaves stay
    }

    void add_beats(Gesture& gesture, int count) const {
        for (int i = 0; i < count; ++i)
            add_tap(gesture, drum_.home().centre(), 450);
        if (has_card())
            add_tap(gesture, model_.where().centre(), 700);
    }

    Milliseconds begin_of(std::size_t line) const {
        return begin_at_ + static_cast<Milliseconds>(line) * pace_;
    }
    Milliseconds end() const { return begin_of(task_.lines.size()) + reaction; }
    bool telling() const { return !finished_ && now_ < end(); }

    void tell() {
        if (finished_ || told_ >= task_.lines.size() || now_ < begin_of(told_))
            return;
        speaker_.say({&task_.lines[told_], 1});
        const bool meant = glowing_ && told_ == *task_.odd;
        grow(told_++, meant ? RhythmScene::Leaf::marked : RhythmScene::Leaf::open);
    }

    void beat_at_line() {
        if (!telling() || now_ < begin_of(0)) { // it begins, or begins anew, when the drum is beaten
            begin_at_ = now_ + breath;
            begin();
            return;
        }
        const Milliseconds since = std::max<Milliseconds>(0, now_ - reaction - begin_at_);
        const auto line = std::min(static_cast<std::size_t>(since / pace_), task_.lines.size() - 1);
        const bool correct = line == *task_.odd;
        response_ = Response{std::to_string(line), correct, {}};
        if (correct) {
            drum_.shine();
            finished_ = true;
            return;
        }
        const NamedError* error = error_for(exercise_, response_->text);
        begin_at_ =
            now_ + breath + (error != nullptr ? spoken_length(error->explanation, content_) + 300 : 0);
        begin();
    }

    /// A beat while the line is heard; if that is over, first one that begins anew.
    void add_beat_at(Gesture& gesture, std::size_t line) const {
        const Milliseconds middle = reaction + pace_ / 2;
        if (!finished_ && now_ + tick_length < begin_of(line) + middle) {
            add_tap(gesture, drum_.home().centre(), begin_of(line) + middle - now_);
            return;
        }
        add_tap(gesture, drum_.home().centre(), std::max<Milliseconds>(400, end() - now_ + 100));
        const Milliseconds begun = gesture.front().at + breath;
        add_tap(gesture, drum_.home().centre(),
                begun + static_cast<Milliseconds>(line) * pace_ + middle - gesture.back().at);
    }

    const Exercise& exercise_;
    const Stage& stage_;
    const Content& content_;
    Rhythm task_;
    Speaker& speaker_;
    RhythmScene scene_;
    ModelView model_;
    PieceView drum_;
    std::vector<RhythmScene::Leaf> leaves_;
    Motion growing_;
    Milliseconds now_ = 0, last_beat_ = 0, begin_at_ = breath, pace_ = steady_beat;
    int beats_ = 0;
    std::size_t told_ = 0;
    bool finished_ = false, glowing_ = false, shows_how_many_ = false;
    std::optional<Response> response_;
};

} // namespace

std::unique_ptr<Mechanic> make_rhythm(const MechanicParts& parts, const Rhythm& task) {
    return std::make_unique<RhythmMechanic>(parts, task);
}

} // namespace mirabelle
