#include "platform/commands/film.h"

#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "engine/screens/play.h"
#include "platform/animated_picture.h"
#include "platform/commands/house.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace mirabelle {

namespace {

constexpr PixelSize film_size{960, 600};
constexpr double tablet_diagonal_cm = 25.65;               // 10.1 inches
constexpr UtcMilliseconds one_morning = 1'788'770'700'000; // 7 September 2026, 08:45 in France
constexpr std::uint64_t film_seed = 12;
constexpr int longest_wait = 6000; // ticks
constexpr int looks_on = 150;      // ticks, before the child acts
constexpr int comes_and_goes = 40; // ticks that the finger is seen before and after
constexpr double fingertip = 6;    // mm

/// What happens, in its order; of each part a film has at most so many pictures, evenly spread.
enum class Part : std::uint8_t { prompt, showing, invitation, wrong_try, help, right_try, success };
constexpr std::array<int, 7> most_pictures{4, 20, 8, 18, 14, 22, 13};
constexpr int picture_ticks = static_cast<int>(film_frame / tick_length);

struct Instant {
    Part part = Part::prompt;
    std::optional<Point> finger; ///< mm of the screen
    enum class Finger : std::uint8_t { above, down } touch = Finger::above;
};

using OnTick = std::function<void(const App&, const Instant&)>;

/// One child meets one game for the first time. Told twice, it happens twice in the same way.
class Filming {
  public:
    Filming(const Content& content, const Activity& activity, const std::filesystem::path& scratch,
            Size screen, OnTick on_tick)
        : on_tick_(std::move(on_tick)),
          journal_(Journal::open(scratch, options())),
          writer_(journal_),
          app_({content, all_activities(), make_mechanic, journal_, writer_, silence_}, settings(screen)) {
        app_.launch({&activity, nullptr, {std::size_t{0}}});
    }

    void tell() {
        now_.part = Part::prompt;
        for (int tick = 0; tick < longest_wait && !asks(); ++tick) {
            const Play* play = app_.lanes()[0]->play();
            if (play != nullptr && play->question().shows_hand())
                now_.part = Part::showing;
            pass();
        }
        now_.part = Part::invitation;
        wait(looks_on);
        Random chance(film_seed);
        const Gesture mistake = app_.lanes()[0]->screen().mistake(chance);
        now_.part = Part::wrong_try;
        perform(mistake);
        now_.part = Part::help;
        for (int tick = 0; tick < longest_wait && (tick < looks_on || !asks()); ++tick)
            pass();
        now_.part = Part::right_try;
        perform(app_.lanes()[0]->screen().answer());
        now_.part = Part::success;
        wait(most_pictures.back() * picture_ticks);
    }

  private:
    static JournalOptions options() {
        JournalOptions options = journal_options(one_morning, film_seed);
        options.release = one_morning;
        return options;
    }
    static AppSettings settings(Size screen) {
        AppSettings settings;
        settings.screen = screen;
        settings.band = Band::MS;
        settings.seed = settings.id_seed = film_seed;
        settings.now = one_morning;
        return settings;
    }
    bool asks() const { return !app_.lanes()[0]->screen().answer().empty(); }
    void pass() {
        app_.advance(tick_length);
        on_tick_(app_, now_);
    }
    void wait(int ticks) {
        for (int tick = 0; tick < ticks; ++tick)
            pass();
    }
    void perform(const Gesture& gesture) {
        if (gesture.empty())
            return;
        now_.finger = app_.lanes()[0]->on_screen(gesture.front().point);
        wait(comes_and_goes);
        std::size_t next = 0;
        for (Milliseconds time = 0; next < gesture.size(); time += tick_length) {
            for (; next < gesture.size() && gesture[next].at <= time; ++next) {
                const Point at = app_.lanes()[0]->on_screen(gesture[next].point);
                app_.touch({0, FingerId{1}, gesture[next].phase, at});
                now_.finger = at;
                now_.touch =
                    gesture[next].phase == TouchPhase::up ? Instant::Finger::above : Instant::Finger::down;
            }
            pass();
        }
        wait(comes_and_goes);
        now_.finger.reset();
    }

    OnTick on_tick_;
    Journal journal_;
    InlineJournalWriter writer_;
    SilentAudio silence_;
    App app_;
    Instant now_;
};

/// Draws what the app shows, and the fingertip on it.
class Camera {
  public:
    Camera(const Content& content, std::filesystem::path folder)
        : folder_(std::move(folder)),
          canvas_(
              make_canvas(content, film_size, pixels_per_millimetre({film_size, tablet_diagonal_cm, {}}))),
          surface_(film_size),
          film_(film_size, film_frame) {
        std::filesystem::create_directories(folder_);
    }

    Size screen() const { return canvas_->size(); }
    void shoot(const App& app, const Instant& now) {
        canvas_->paint_frame(surface_.surface(), [&](Canvas& canvas) {
            app.draw(canvas);
            if (!now.finger)
                return;
            const bool down = now.touch == Instant::Finger::down;
            canvas.set_area({}, {{}, {}, screen().width, screen().height});
            canvas.disc(*now.finger, down ? fingertip : fingertip * 1.3, faded(palette::ink, 0.3), {});
            canvas.disc(*now.finger, fingertip * 0.82, faded(palette::white, down ? 0.9 : 0.5), {});
        });
        save_png(surface_.surface(), folder_ / fmt::format("{:04}.png", ++pictures_));
        film_.add(surface_.surface());
    }
    std::size_t develop() {
        film_.save(folder_.string() + ".webp");
        return pictures_;
    }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<SurfaceCanvas> canvas_;
    OffscreenSurface surface_;
    AnimatedPicture film_;
    std::size_t pictures_ = 0;
};

struct NameOfTask {
    std::string operator()(const Choose&) const { return "choose"; }
    std::string operator()(const TapCount&) const { return "tap_count"; }
    std::string operator()(const Drag&) const { return "drag"; }
    std::string operator()(const Trace&) const { return "trace"; }
    std::string operator()(const Order&) const { return "order"; }
    std::string operator()(const Sort&) const { return "sort"; }
    std::string operator()(const Pairs&) const { return "pairs"; }
    std::string operator()(const Strip&) const { return "strip"; }
    std::string operator()(const Rhythm&) const { return "rhythm"; }
    std::string operator()(const Story&) const { return "story"; }
};

} // namespace

std::vector<FilmSubject> film_subjects(const Content& content, std::span<const Activity> activities) {
    std::vector<FilmSubject> subjects;
    std::set<std::string> mechanics;
    for (const Activity& activity : activities) {
        Random chance(film_seed);
        const Level& level = content.levels(activity.id).front();
        const Exercise exercise = activity.ask(level, content, {}, chance);
        std::string mechanic = std::visit(NameOfTask{}, exercise.task);
        if (mechanics.insert(mechanic).second)
            subjects.push_back({std::move(mechanic), &activity});
    }
    return subjects;
}

std::size_t make_film(const Content& content, const Activity& activity, const std::filesystem::path& folder) {
    Camera camera(content, folder);
    const std::filesystem::path scratch = folder.string() + ".journal";
    const auto tell = [&](const OnTick& on_tick) {
        std::filesystem::remove_all(scratch);
        Filming(content, activity, scratch, camera.screen(), on_tick).tell();
    };
    // First only how long each part takes; then its pictures.
    std::array<int, most_pictures.size()> ticks{}, seen{};
    tell([&](const App&, const Instant& now) { ++ticks[static_cast<std::size_t>(now.part)]; });
    tell([&](const App& app, const Instant& now) {
        const auto part = static_cast<std::size_t>(now.part);
        const int step =
            std::max(picture_ticks, (ticks[part] + most_pictures[part] - 1) / most_pictures[part]);
        if (seen[part]++ % step == 0)
            camera.shoot(app, now);
    });
    std::filesystem::remove_all(scratch);
    return camera.develop();
}

} // namespace mirabelle
