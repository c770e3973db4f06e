#include "platform/commands/measure.h"

#include "engine/content/content_error.h"

#include <fmt/format.h>

namespace mirabelle {

Measure::Measure(const std::filesystem::path& file) {
    if (file.empty())
        return;
    out_.open(file);
    if (!out_)
        throw ContentError(file, 0, "the measures cannot be written", "choose another place with --measure");
}

void Measure::begin_frame() {
    if (!out_.is_open())
        return;
    began_ = instant_now();
    touches_ = 0;
}

void Measure::add_touch(TouchPhase phase, Milliseconds age) {
    ++touches_;
    if (out_.is_open() && phase == TouchPhase::down)
        watch_.expect(SoundWatch::Why::touch, instant_now() - age * 1'000'000);
}

void Measure::shown(const App& app) {
    if (!out_.is_open())
        return;
    const Instant now = instant_now();
    out_ << fmt::format("{{\"began\":{},\"shown\":{},\"touches\":{}}}\n", began_, now, touches_);
    std::string screens;
    for (const auto& lane : app.lanes())
        screens += fmt::format("{} {};", lane->screen().name(), fmt::ptr(&lane->screen()));
    if (screens == screens_)
        return;
    screens_ = std::move(screens);
    watch_.expect(SoundWatch::Why::screen, now);
}

void Measure::look() {
    if (!out_.is_open())
        return;
    if (const auto heard = watch_.take(SoundWatch::Why::touch))
        out_ << fmt::format("{{\"touched\":{},\"heard\":{}}}\n", heard->asked, heard->heard);
    if (const auto heard = watch_.take(SoundWatch::Why::screen))
        out_ << fmt::format("{{\"screen\":{},\"spoken\":{}}}\n", heard->asked, heard->heard);
}

void Measure::ready() {
    if (out_.is_open())
        out_ << fmt::format("{{\"ready\":{}}}\n", instant_now()) << std::flush;
}

} // namespace mirabelle
