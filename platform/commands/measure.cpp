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

std::int64_t Measure::instant() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void Measure::begin_frame() {
    if (!out_.is_open())
        return;
    began_ = instant();
    touches_ = 0;
}

void Measure::shown() {
    if (out_.is_open())
        out_ << fmt::format("{{\"began\":{},\"shown\":{},\"touches\":{}}}\n", began_, instant(), touches_);
}

void Measure::ready() {
    if (out_.is_open())
        out_ << fmt::format("{{\"ready\":{}}}\n", instant()) << std::flush;
}

} // namespace mirabelle
