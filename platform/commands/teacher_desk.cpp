#include "platform/commands/teacher_desk.h"

#include "activities/activities.h"
#include "activities/mechanics/mechanics.h"
#include "engine/content/content_error.h"
#include "platform/commands/house.h"
#include "platform/paths.h"
#include "teacher/pages/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

constexpr int panel_voice = 1000;                // no lane has this number
constexpr Milliseconds stays_unlocked = 180'000; // the strip opens the panel without the code so long
constexpr double least_strip_screen = 400;       // mm high: a class display, whose top children do not reach
constexpr Milliseconds panel_frame = 16;
constexpr Milliseconds panel_rest = 500; // the pad's countdown, today's date

int strip_pixels(const SDL_Surface& surface, double density) {
    const Look look =
        look_for(static_cast<float>(surface.w), static_cast<float>(surface.h), static_cast<float>(density));
    return static_cast<int>(std::ceil(strip_height(look)));
}

} // namespace

TeacherDesk::TeacherDesk(const Content& content, Journal& journal, JournalWriter& writer, Audio& audio,
                         VoicePacks& voices, Microphone& microphone, Size screen, double diagonal_mm)
    : content_(content),
      journal_(journal),
      writer_(writer),
      audio_(audio),
      diagonal_mm_(diagonal_mm),
      corners_(screen),
      prompts_(audio, content.voices()),
      speaker_(prompts_, panel_voice),
      studio_(voices, microphone) {}

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
    if (launch.activity == nullptr && !wish.activity.empty())
        return;
    launch.open_lanes = wish.open_lanes;
    launch.mode = wish.mode;
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
    if (launch.lanes.empty() && launch.open_lanes == 0)
        return;
    strip_wished_ = true;
    // What is asked first is laid out below the strip already.
    const std::size_t lanes = launch.lanes.size() + static_cast<std::size_t>(launch.open_lanes);
    strip_mm_ = lanes > 1 || screen_height_ >= least_strip_screen ? strip_height_ : 0;
    app.set_top_inset(strip_mm_);
    app.launch(launch);
}

std::span<const SDL_Rect> TeacherDesk::draw(SDL_Surface& surface, double density, App& app, Milliseconds now,
                                            UtcMilliseconds wall) {
    changed_.clear();
    if (panel_pending_) {
        panel_pending_ = false;
        // The children can do without; who holds the corners again tries again.
        if (read_words())
            make_panel(surface, density, app, now);
        else if (paused_for_panel_)
            app.resume();
    }
    if (panel_) {
        draw_panel(app, now, wall);
        return changed_;
    }
    return draw_strip_over(surface, density, app, now);
}

bool TeacherDesk::read_words() {
    try {
        words_ = std::make_unique<Words>(content_.folder(), TeacherSettings::load(journal_).language);
        return true;
    } catch (const ContentError& error) {
        fmt::print(stderr, "mirabelle: {}\n", error.what());
        return false;
    }
}

void TeacherDesk::make_panel(SDL_Surface& surface, double density, App& app, Milliseconds now) {
    strip_height_ = strip_pixels(surface, density) / density;
    screen_height_ = surface.h / density;
    stage_ = std::make_unique<PanelStage>(content_, surface, density);
    // It stays when the panel is closed: who comes back soon finds the class at once.
    if (!knowledge_ || knowledge_->planner().parts().day_offset != local_offset())
        knowledge_.emplace(LearnerPlannerParts{content_, all_activities(), journal_, wall_, local_offset()});
    const bool unlocked = unlocked_at_ && now - *unlocked_at_ < stays_unlocked;
    panel_ = std::make_unique<Panel>(Desk{.content = content_,
                                          .activities = all_activities(),
                                          .make_mechanic = make_mechanic,
                                          .journal = journal_,
                                          .knowledge = *knowledge_,
                                          .words = *words_,
                                          .pictures = stage_->pictures(),
                                          .speaker = speaker_,
                                          .studio = studio_,
                                          .file_folders = exchange_folders(),
                                          .pack_folder = studio_.packs().folder().parent_path() / "packs",
                                          .day_offset = local_offset(),
                                          .id_seed = fresh_seed(),
                                          .let_go = [this, &app](const Uuid& child) { let_go(app, child); },
                                          .diagonal_mm = diagonal_mm_},
                                     unlocked ? Door::open : Door::locked);
}

void TeacherDesk::draw_panel(App& app, Milliseconds now, UtcMilliseconds wall) {
    wall_ = wall;
    const Milliseconds passed = now - last_frame_;
    last_frame_ = now;
    owed_ = std::min<Milliseconds>(owed_ + passed, 1000);
    for (; owed_ >= tick_length; owed_ -= tick_length)
        prompts_.tick();
    stage_->frame(passed, [&](const Look& look) { panel_->draw(look, wall); });
    const auto changed = stage_->layer().changed();
    changed_.assign(changed.begin(), changed.end());
    if (panel_->desk().close)
        close(app, now);
}

StripState TeacherDesk::strip_state(const App& app) const {
    const Steering steering = app.steering();
    StripState state;
    state.playing = steering.rounds > 0;
    if (steering.activity != nullptr)
        state.activity = std::string(steering.activity->id);
    state.paused = steering.paused;
    state.easier = steering.easier;
    state.harder = steering.harder;
    if (app.lanes().size() == 1)
        return state;
    for (const auto& lane : app.lanes()) {
        const auto child = lane->screen().player();
        state.lanes.push_back(child ? std::optional(app.class_room().child(*child).portrait) : std::nullopt);
    }
    return state;
}

/// A tablet with one child is all the child's: the corners lead to the panel. Several lanes always have the
/// strip.
bool TeacherDesk::has_strip(const App& app, double screen_height) const {
    return app.lanes().size() > 1 ||
           (strip_wished_ && app.steering().rounds > 0 && screen_height >= least_strip_screen);
}

std::span<const SDL_Rect> TeacherDesk::draw_strip_over(SDL_Surface& surface, double density, App& app,
                                                       Milliseconds now) {
    const double screen_height = surface.h / density;
    if (!has_strip(app, screen_height)) {
        if (strip_mm_ > 0) {
            app.set_top_inset(0);
            closed_ = true;
            stage_.reset();
        }
        strip_mm_ = 0;
        strip_wished_ = strip_wished_ && app.steering().rounds > 0;
        strip_shown_.reset();
        return {};
    }
    if (!stage_ || !strip_shown_) {
        const int height = strip_pixels(surface, density);
        if (!words_ && (strip_unreadable_ || !read_words())) {
            strip_unreadable_ = true;
            return {};
        }
        stage_ = std::make_unique<PanelStage>(content_, surface, density, height);
        strip_mm_ = height / density;
        app.set_top_inset(strip_mm_);
    }
    const StripState state = strip_state(app);
    if (strip_shown_ == state && !strip_pressed_ && !stage_->layer().wants_frame())
        return {};
    strip_shown_ = state;
    const StripPress press =
        app.arms_reach() <= screen_height - strip_mm_ ? StripPress::tap : StripPress::hold;
    StripNews news;
    // The children's scenes are drawn on the same surface.
    stage_->layer().forget_pixels();
    stage_->frame(now - last_frame_, [&](const Look& look) {
        news = draw_strip(look, {content_, *words_, stage_->pictures()}, state, press);
    });
    last_frame_ = now;
    strip_pressed_ = news.pressed;
    act(news, app);
    const auto changed = stage_->layer().changed();
    changed_.assign(changed.begin(), changed.end());
    return changed_;
}

void TeacherDesk::act(const StripNews& news, App& app) {
    switch (news.action) {
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
    case StripAction::change_child:
        return app.change_child(news.lane);
    case StripAction::none:
        return;
    }
}

std::string TeacherDesk::shown() const {
    if (panel_)
        return panel_->locked() ? "code" : std::string(name_of(panel_->page()));
    return strip_shown_ ? "strip" : "";
}

Milliseconds TeacherDesk::rest() const {
    const bool soon = panel_pending_ || strip_pressed_ || (stage_ && stage_->layer().wants_frame()) ||
                      (panel_ && panel_->busy());
    return soon ? panel_frame : panel_rest;
}

} // namespace mirabelle
