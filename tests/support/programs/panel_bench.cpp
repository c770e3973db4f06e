// How long the teacher waits: makes a journal of 30 children with many answers each, shows every page of the
// panel on it, and prints a line of JSON for each. usage: panel_bench NEW_FOLDER [ANSWERS_OF_A_CHILD]
#include "teacher/pages/pages.h"
#include "tests/support/panel_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace mirabelle;

namespace {

constexpr int children = 30;
constexpr int usual_answers = 2000;
constexpr int measured_frames = 120;
constexpr PixelSize size{1920, 1080};
constexpr double diagonal_cm = 165;

template <typename Work>
double milliseconds(Work work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

void enrol(Journal& journal) {
    Random ids(6);
    const auto portraits = real_content().portraits();
    const auto names = real_content().example_names();
    for (std::size_t i = 0; i < children; ++i)
        journal.add_child({Uuid::make(ids), names[i % names.size()], "M", portraits[i % portraits.size()].id,
                           all_bands[i % all_bands.size()], "Maternelle"});
}

/// While the code is being entered: one child a frame.
void measure_reading_ahead(PanelScene& scene) {
    std::vector<double> reads;
    for (bool more = true; more;)
        reads.push_back(milliseconds([&] { more = scene.panel.desk().knowledge.read_ahead(); }));
    std::sort(reads.begin(), reads.end());
    fmt::print("{{\"read_ahead\": {}, \"median_ms\": {:.2f}, \"longest_ms\": {:.2f}}}\n", reads.size(),
               reads[reads.size() / 2], reads.back());
}

void measure(PanelScene& scene, PageName page, std::string_view name) {
    scene.show(page == PageName::settings ? PageName::data : PageName::settings);
    scene.panel.desk().page = page;
    std::vector<double> frames;
    const double ready = milliseconds([&] {
        do {
            frames.push_back(milliseconds([&] { scene.frames(1); }));
        } while (scene.panel.busy());
    });
    const double longest = *std::max_element(frames.begin(), frames.end());
    frames.clear();
    for (int i = 0; i < measured_frames; ++i) {
        // As if everything had changed: the dearest frame there is.
        scene.stage.layer().forget_pixels();
        frames.push_back(milliseconds([&] { scene.frames(1); }));
    }
    std::sort(frames.begin(), frames.end());
    fmt::print("{{\"page\": \"{}\", \"ready_ms\": {:.1f}, \"longest_frame_until_ready_ms\": {:.1f}, "
               "\"frame_median_ms\": {:.2f}, \"frame_p99_ms\": {:.2f}}}\n",
               name, ready, longest, frames[frames.size() / 2], frames[frames.size() * 99 / 100]);
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fprintf(stderr, "usage: panel_bench NEW_FOLDER [ANSWERS_OF_A_CHILD]\n");
        return 2;
    }
    try {
        Journal journal = Journal::open(words[1], journal_at(school_morning, 5));
        if (journal.children().empty()) {
            enrol(journal);
            give_answers(journal, count > 2 ? std::atoi(words[2]) : usual_answers, school_morning);
        }
        PanelScene scene(journal, size, diagonal_cm);
        scene.now = school_morning + 4 * 3'600'000;
        // As when the panel is opened again soon, without the code.
        measure(scene, PageName::class_, "class_unread");
        {
            PanelScene locked(journal, size, diagonal_cm, Door::locked);
            locked.now = scene.now;
            measure_reading_ahead(locked);
        }
        for (std::size_t page = 0; page < page_count; ++page)
            measure(scene, static_cast<PageName>(page), name_of(static_cast<PageName>(page)));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "panel_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
