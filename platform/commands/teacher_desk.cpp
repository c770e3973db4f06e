#include "platform/commands/teacher_desk.h"

#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "platform/commands/house.h"
#include "platform/paths.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mirabelle {

namespace {

constexpr int panel_voice = 1000;                // no lane has this number
constexpr Milliseconds stays_unlocked = 180'000; // the strip opens the panel without the code so long
constexpr double least_strip_screen = 400;       // mm high: a class display, whose top children do not reach
constexpr Milliseconds panel_frame = 16;
constexpr Milliseconds panel_rest = 500; // the pad's countdown, today's date

} // namespace

TeacherDesk::TeacherDesk(const Content& content, Journal& journal, JournalWriter& writer, Audio& audio,
                         Size screen, double diagonal_mm)
    : content_(content),
      journal_(journal),
      writer_(writer),
      audio_(audio),
      diagonal_mm_(diagonal_mm),
      corners_(screen),
      prompts_(audio, content.voices()),
      speaker_(prompts_, panel_voice) {}

void TeacherDesk::resize(Size screen) {
    corners_.resize(screen);
    stage_.reset();
    strip_shown_.reset();
    // The pages' pictures belong to the layer that is gone.
    if (panel_) {
        panel_.reset();
        wants_to_open_ = true;
    }
}

bool TeacherDesk::take(const Touch& touch, Milliseconds now) {
    if (covers()) {
        if (panel_)
            stage_->layer().touch(touch);
        return true;
    }
    corners_.touch(touch, now);
    if (stage_ && strip_mm_ > 0 && (touch.at.y < strip_mm_ || touch.phase != TouchPhase::down))
        stage_->layer().touch(touch);
    return false;
}

void TeacherDesk::read(const SDL_Event& event) {
    if (panel_)
        stage_->layer().read(event);
}

bool TeacherDesk::look_for_opening(App& app, Milliseconds now) {
    if (corners_.take_opened(now))
        wants_to_open_ = true;
    if (!wants_to_open_ || covers())
        return false;
    open(app, now);
    return true;
}

void TeacherDesk::open(App& app, Milliseconds now) {
    wants_to_open_ = false;
    stage_.reset();
    paused_for_panel_ = app.steering().rounds > 0 && !app.steering().paused;
    if (paused_for_panel_)
        app.pause();
    last_frame_ = now;
    // The panel itself follows with the surface it is drawn on.
    panel_pending_ = true;
}

void TeacherDesk::close(App& app, Milliseconds now) {
    const Desk& desk = panel_->desk();
    const bool class_changed = desk.class_changed;
    const auto wish = desk.launch;
    settings_changed_ = settings_changed_ || desk.settings_changed;
    if (!panel_->locked())
        unlocked_at_ = now;
    panel_.reset();
    stage_.reset();
    strip_shown_.reset();
    closed_ = true;
    if (class_changed)
        app.reload_class();
    if (paused_for_panel_)
        app.resume();
    if (wish)
        launch(app, *wish);
}

void TeacherDesk::let_go(App& app, const Uuid& child) {
    journal_.remove_child(child, wall_clock());
    app.reload_class();
    writer_.flush();
}

void TeacherDesk::launch(App& app, const LaunchWish& wish) {
    Launch launch;
    for (const Activity& activity : all_activities())
        if (activity.id == wish.activity)
            launch.activity = &activity;
    if (launch.activity == nullptr)
        return;
    for (const Level& level : content_.levels(wish.activity))
        if (level.id == wish.level)
            launch.level = &level;
    const auto children = app.class_room().children();
    for (const auto& id : wish.lanes) {
        std::optional<std::size_t> place;
        for (std::size_t i = 0; id && i < children.size(); ++i)
            if (children[i].id == *id)
                place = i;
        if (!id || place)
            launch.lanes.push_back(place);
    }
    if (launch.lanes.empty())
        return;
    strip_wished_ = true;
    app.launch(launch);
}

bool TeacherDesk::draw(SDL_Surface& surface, double density, App& app, Milliseconds now,
                       UtcMilliseconds wall) {
    if (panel_pending_) {
        panel_pending_ = false;
        const TeacherSettings settings = TeacherSettings::load(journal_);
        words_ = std::make_unique<Words>(content_.folder(), settings.language);
        stage_ = std::make_unique<PanelStage>(content_, surface, density);
        const bool unlocked = unlocked_at_ && now - *unlocked_at_ < stays_unlocked;
        panel_ =
            std::make_unique<Panel>(Desk{.content = content_,
                                         .activities = all_activities(),
                                         .make_mechanic = make_mechanic,
                                         .journal = journal_,
                                         .words = *words_,
                                         .pictures = stage_->pictures(),
                                         .speaker = speaker_,
                                         .file_folders = exchange_folders(),
                                         .day_offset = local_offset(),
                                         .id_seed = fresh_seed(),
                                         .let_go = [this, &app](const Uuid& child) { let_go(app, child); },
                                         .diagonal_mm = diagonal_mm_},
                                    unlocked ? Door::open : Door::locked);
    }
    if (panel_) {
        draw_panel(app, now, wall);
        return true;
    }
    return draw_strip_over(surface, density, app, now);
}

void TeacherDesk::draw_panel(App& app, Milliseconds now, UtcMilliseconds wall) {
    const Milliseconds passed = now - last_frame_;
    last_frame_ = now;
    owed_ = std::min<Milliseconds>(owed_ + passed, 1000);
    for (; owed_ >= tick_length; owed_ -= tick_length)
        prompts_.tick();
    stage_->frame(passed, [&](const Look& look) { panel_->draw(look, wall); });
    if (panel_->desk().close)
        close(app, now);
}

bool TeacherDesk::draw_strip_over(SDL_Surface& surface, double density, App& app, Milliseconds now) {
    const Steering steering = app.steering();
    const Size screen{surface.w / density, surface.h / density};
    if (!strip_wished_ || steering.rounds == 0 || screen.height < least_strip_screen) {
        if (strip_mm_ > 0) {
            app.set_top_inset(0);
            closed_ = true;
            stage_.reset();
        }
        strip_mm_ = 0;
        strip_wished_ = strip_wished_ && steering.rounds > 0;
        strip_shown_.reset();
        return false;
    }
    if (!stage_ || !strip_shown_) {
        const Look look = look_for(static_cast<float>(surface.w), static_cast<float>(surface.h),
                                   static_cast<float>(density));
        const int height = static_cast<int>(std::ceil(strip_height(look)));
        if (!words_)
            words_ = std::make_unique<Words>(content_.folder(), TeacherSettings::load(journal_).language);
        stage_ = std::make_unique<PanelStage>(content_, surface, density, height);
        strip_mm_ = height / density;
        app.set_top_inset(strip_mm_);
    }
    const StripState state{steering.activity == nullptr ? std::string() : std::string(steering.activity->id),
                           steering.paused, steering.easier, steering.harder};
    if (strip_shown_ == state && !stage_->layer().wants_frame())
        return false;
    strip_shown_ = state;
    StripAction action = StripAction::none;
    stage_->frame(now - last_frame_, [&](const Look& look) { action = draw_strip(look, *words_, state); });
    last_frame_ = now;
    act(action, app);
    return true;
}

void TeacherDesk::act(StripAction action, App& app) {
    switch (action) {
    case StripAction::pause:
        return app.pause();
    case StripAction::go_on:
        return app.resume();
    case StripAction::next:
        return app.next_question();
    case StripAction::easier:
        return app.change_level(-1);
    case StripAction::harder:
        return app.change_level(1);
    case StripAction::end:
        return app.stop();
    case StripAction::panel:
        wants_to_open_ = true;
        return;
    case StripAction::none:
        return;
    }
}

std::string TeacherDesk::shown() const {
    constexpr std::array<const char*, page_count> pages{"class", "child", "launch",
                                                        "list",  "data",  "settings"};
    if (panel_)
        return panel_->locked() ? "code" : pages[static_cast<std::size_t>(panel_->page())];
    return strip_shown_ ? "strip" : "";
}

Milliseconds TeacherDesk::rest() const {
    const bool soon =
        panel_pending_ || (stage_ && stage_->layer().wants_frame()) || (panel_ && panel_->busy());
    return soon ? panel_frame : panel_rest;
}

} // namespace mirabelle
