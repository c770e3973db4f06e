// mirabelle: the app itself, in its window.
#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "engine/content/content_error.h"
#include "engine/content/pack_store.h"
#include "engine/touch_script.h"
#include "platform/commands/house.h"
#include "platform/commands/measure.h"
#include "platform/commands/report.h"
#include "platform/commands/teacher_desk.h"
#include "platform/event_loop.h"
#include "platform/paths.h"
#include "platform/sdl_audio.h"
#include "platform/sdl_microphone.h"
#include "platform/sdl_touch.h"
#include "platform/switch_key.h"
#include "platform/window.h"
#include "teacher/notices.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <future>
#include <thread>

namespace mirabelle {

namespace {

constexpr Milliseconds moving_frame = 16; // also when a frame changed nothing: no faster than the screen
constexpr Milliseconds gliding_frame = 33;
constexpr Milliseconds calm_frame = 100;
constexpr Milliseconds still_frame = 250;
constexpr Milliseconds journal_retry = 5000;

Milliseconds frame_length(Pace pace) {
    switch (pace) {
    case Pace::moving:
        return moving_frame;
    case Pace::gliding:
        return gliding_frame;
    case Pace::calm:
        return calm_frame;
    case Pace::still:
        break;
    }
    return still_frame;
}

/// Writes the touches of a session as a script that `mirabelle play` understands.
class Recorder {
  public:
    Recorder(const std::filesystem::path& file, PixelSize size, const AppSettings& settings) {
        if (file.empty())
            return;
        out_.open(file);
        if (!out_)
            throw ContentError(file, 0, "the record cannot be written", "choose another place with --record");
        out_ << fmt::format("# mirabelle play --size {}x{} --seed {} --lanes {}\n", size.width, size.height,
                            settings.seed, settings.lanes);
    }
    void write(Touch touch, Milliseconds began) {
        touch.time -= began;
        if (out_.is_open())
            out_ << script_line(touch) << std::endl; // each line at once: a crash is what records are for
    }
    void write(SwitchKey key, Milliseconds at) {
        if (out_.is_open())
            out_ << script_line(key, at) << std::endl;
    }

  private:
    std::ofstream out_;
};

/// The window and everything a frame needs.
class Front {
  public:
    Front(const Content& content, Window& window)
        : window_(window),
          canvas_(make_canvas(content, window_.size(), window_.pixels_per_millimetre())),
          touch_(window_.size(), window_.pixels_per_millimetre()) {}

    SurfaceCanvas& canvas() { return *canvas_; }
    Window& window() { return window_; }
    EventLoop& loop() { return loop_; }
    SdlTouch& touch() { return touch_; }
    bool visible() const { return visible_; }

    double diagonal_mm() const {
        const PixelSize size = window_.size();
        return std::hypot(size.width, size.height) / canvas_->pixels_per_millimetre();
    }

    /// Everything is measured anew.
    void set_diagonal_cm(double diagonal) {
        window_.set_diagonal_cm(diagonal);
        canvas_->resize(window_.size(), window_.pixels_per_millimetre());
        touch_.resize(window_.size(), window_.pixels_per_millimetre());
    }

    /// The teacher's panel has painted over the children's screen.
    void repaint() { canvas_->forget_pixels(); }

    enum class Shown : std::uint8_t { as_before, anew };

    /// What somebody else has painted onto the window.
    void present(std::span<const SDL_Rect> changed) {
        if (changed.empty())
            return;
        window_.present(changed);
        loop_.drawn();
    }

    template <typename Draw>
    Shown show(Draw draw) {
        if (!visible_)
            return Shown::as_before;
        const auto changed = canvas_->paint_frame(window_.surface(), draw);
        if (changed.empty())
            return Shown::as_before;
        window_.present(changed);
        loop_.drawn();
        return Shown::anew;
    }

    WindowNews read(const SDL_Event& event) {
        const WindowNews news = window_.read(event);
        if (news == WindowNews::resized) {
            canvas_->resize(window_.size(), window_.pixels_per_millimetre());
            touch_.resize(window_.size(), window_.pixels_per_millimetre());
        }
        visible_ = news == WindowNews::hidden ? false : news == WindowNews::shown ? true : visible_;
        return news;
    }

  private:
    Window& window_;
    std::unique_ptr<SurfaceCanvas> canvas_;
    SdlTouch touch_;
    EventLoop loop_;
    bool visible_ = true;
};

void tell_teacher(const NoticeTexts& texts, std::string_view code, std::string_view detail) {
    fmt::print(stderr, "mirabelle: {}\n", texts.sentence(code, detail));
}

/// The journal that `first_try` opens. Where it cannot be opened: the mascot under an umbrella for the child,
/// a sentence for the teacher, and another try every few seconds.
std::optional<Journal> open_journal(std::future<Journal> first_try, Front& front, const Content& content,
                                    const std::filesystem::path& folder, std::uint64_t id_seed,
                                    const NoticeTexts& texts) {
    JournalFailure told = JournalFailure::refused;
    while (true) {
        try {
            return first_try.valid() ? first_try.get()
                                     : Journal::open(folder, journal_options(wall_clock(), id_seed));
        } catch (const JournalError& error) {
            if (error.reason() != told) {
                fmt::print(stderr, "mirabelle: {}\n", error.what());
                tell_teacher(texts, notice_code(error.reason()), folder.string());
                told = error.reason();
            }
        }
        const Milliseconds until = now() + journal_retry;
        while (now() < until) {
            front.show([&](Canvas& canvas) {
                draw_trouble(canvas, content, front.canvas().size(),
                             season_of(wall_clock() + local_offset()));
            });
            front.loop().wait(until);
            while (const auto event = front.loop().read())
                if (front.read(*event) == WindowNews::closed)
                    return std::nullopt;
        }
    }
}

/// Tells the teacher once that answers cannot be written, and once that they are.
class DiskWatch {
  public:
    DiskWatch(const JournalWriter& writer, const NoticeTexts& texts, std::filesystem::path file)
        : writer_(writer), texts_(texts), file_(std::move(file)) {}

    void look() {
        const WriterState state = writer_.state();
        if (state.failure == told_)
            return;
        told_ = state.failure;
        if (!told_) {
            fmt::print(stderr, "mirabelle: {}: every answer is written down again.\n", file_.string());
            return;
        }
        fmt::print(stderr, "mirabelle: {}\n", state.sentence);
        tell_teacher(texts_, notice_code(*told_), file_.string());
    }

  private:
    const JournalWriter& writer_;
    const NoticeTexts& texts_;
    std::filesystem::path file_;
    std::optional<JournalFailure> told_;
};

/// Who looks on while the children play.
struct Onlookers {
    Recorder recorder;
    Reporter reporter;
    Measure measure;
    DiskWatch disk;
};

/// The fingers of this frame: first the teacher's, then the children's.
void hand_on(std::span<const Touch> touches, App& app, TeacherDesk& desk, Onlookers& onlookers,
             Milliseconds began) {
    for (const Touch& touch : touches) {
        onlookers.measure.add_touch(touch.phase, now() - touch.time);
        onlookers.recorder.write(touch, began);
        if (!desk.take(touch, now()))
            app.touch(touch);
    }
}

void draw_frame(Front& front, App& app, TeacherDesk& desk, Measure& measure) {
    if (desk.take_closed())
        front.repaint();
    if (!desk.covers() && front.show([&](Canvas& canvas) { app.draw(canvas); }) == Front::Shown::anew)
        measure.shown(app);
    if (front.visible())
        front.present(desk.draw(front.window().surface(), front.canvas().pixels_per_millimetre(), app, now(),
                                wall_clock()));
}

enum class WhyEnded : std::uint8_t { closed, settings_changed };

WhyEnded run_frames(Front& front, App& app, TeacherDesk& desk, SdlAudio& audio, Onlookers& onlookers) {
    const Milliseconds began = now();
    Milliseconds last = began;
    for (bool first = true;; first = false) {
        onlookers.measure.begin_frame();
        const Milliseconds time = now();
        // While the teacher reads, the children's time stands still.
        if (!desk.covers())
            app.advance(time - last);
        last = time;
        while (const auto event = front.loop().read()) {
            const WindowNews news = front.read(*event);
            if (news == WindowNews::closed)
                return WhyEnded::closed;
            if (news == WindowNews::resized) {
                app.resize(front.canvas().size());
                desk.resize(front.canvas().size());
            }
            desk.read(*event);
            if (const auto key = switch_pressed(*event); key && !desk.covers()) {
                onlookers.recorder.write(*key, now() - began);
                app.press_switch(*key);
            }
            hand_on(front.touch().read(*event), app, desk, onlookers, began);
        }
        hand_on(front.touch().cancel_vanished(time), app, desk, onlookers, began);
        if (desk.look_for_opening(app, time))
            for (const Touch& touch : front.touch().cancel_all(time))
                app.touch(touch);
        draw_frame(front, app, desk, onlookers.measure);
        onlookers.reporter.look(app);
        onlookers.reporter.look_at_panel(desk.shown(), front.canvas().size(),
                                         front.canvas().pixels_per_millimetre());
        onlookers.disk.look();
        onlookers.measure.look();
        if (first) {
            if (onlookers.measure.measures())
                audio.set_watch(onlookers.measure.watch());
            audio.open();
            onlookers.measure.ready();
        }
        audio.tend(now());
        if (desk.take_settings_changed())
            return WhyEnded::settings_changed;
        const Milliseconds rest = frame_length(app.pace());
        front.loop().wait(time + (desk.covers() ? desk.rest() : std::min(rest, desk.rest())));
    }
}

AppSettings app_settings(const AppOptions& options, const TeacherSettings& chosen, Size screen) {
    AppSettings settings;
    settings.screen = screen;
    settings.lanes = options.common.lanes.value_or(
        options.begin == AppOptions::Begin::board ? suitable_lanes(screen.width) : settings.lanes);
    settings.reach = chosen.reach_mm().value_or(settings.reach);
    settings.reach = options.common.reach_mm.value_or(settings.reach);
    settings.movement = chosen.movement;
    settings.band = options.common.band;
    settings.session_minutes = chosen.session_minutes;
    settings.seed = options.common.seed.value_or(fresh_seed());
    settings.id_seed = fresh_seed();
    settings.now = wall_clock();
    settings.day_offset = local_offset();
    return settings;
}

Loudness loudness_of(const TeacherSettings& settings) {
    const double share = static_cast<double>(settings.volume) / TeacherSettings::most_volume;
    const Loudness full;
    return {full.voice * share, full.sounds * share};
}

} // namespace

ExitCode run_app(const AppOptions& options) {
    const auto folder = options.common.data.empty() ? data_folder() : options.common.data;
    const std::uint64_t id_seed = fresh_seed();
    // Whoever has touched the tablet waits for the slowest of the three, not for one after the other.
    std::future<Content> loading = std::async([&folder] {
        const PackStore packs(folder / "packs", bundle_folder(), all_activities());
        return load_with_packs(bundle_folder(), all_activities(), packs);
    });
    std::future<Journal> opening = std::async(
        [&folder, id_seed] { return Journal::open(folder, journal_options(wall_clock(), id_seed)); });
    Window window({"Mirabelle", options.common.size, options.common.diagonal_cm});
    Content content = loading.get();
    const NoticeTexts texts(content.folder());
    for (const std::string& problem : content.problems())
        fmt::print(stderr, "mirabelle: {}\n", problem);
    Front front(content, window);

    auto journal = open_journal(std::move(opening), front, content, folder, id_seed, texts);
    if (!journal)
        return ExitCode::data;
    for (const Notice& notice : journal->notices())
        tell_teacher(texts, notice.code, notice.detail);

    VoicePacks voices(content, folder / "voices");
    for (const std::string& damaged : voices.look_up_all())
        fmt::print(stderr, "mirabelle: {}\n", damaged);
    SdlMicrophone microphone;
    SdlAudio audio(content.voices(), content.folder() / "sounds");
    ThreadedJournalWriter writer(*journal, announcer(options.common.announce));

    TeacherSettings chosen = TeacherSettings::load(*journal);
    // What the command line says goes before what was set.
    const auto measure_screen = [&] {
        if (chosen.diagonal_mm && !options.common.diagonal_cm)
            front.set_diagonal_cm(*chosen.diagonal_mm / 10.0);
    };
    measure_screen();
    AppSettings settings = app_settings(options, chosen, front.canvas().size());
    Onlookers onlookers{Recorder(options.record, front.window().size(), settings),
                        Reporter(options.common.report), Measure(options.measure),
                        DiskWatch(writer, texts, journal->file())};
    // A backup takes its time, so it is made while the children already play.
    std::thread backup([&journal] {
        try {
            journal->make_backup(wall_clock());
        } catch (const JournalError& error) {
            fmt::print(stderr, "mirabelle: {}\n", error.what());
        }
    });
    TeacherDesk desk(content, *journal, writer, audio, voices, microphone, front.canvas().size(),
                     front.diagonal_mm());
    WhyEnded why = WhyEnded::settings_changed;
    while (why == WhyEnded::settings_changed) {
        audio.set_loudness(loudness_of(chosen));
        content.set_accent(chosen.accent);
        App app({content, all_activities(), make_mechanic, *journal, writer, audio}, settings);
        why = run_frames(front, app, desk, audio, onlookers);
        chosen = TeacherSettings::load(*journal);
        measure_screen();
        desk.resize(front.canvas().size());
        settings = app_settings(options, chosen, front.canvas().size());
    }
    backup.join();
    return ExitCode::fine;
}

} // namespace mirabelle
