#include "platform/commands/house.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

namespace mirabelle {

UtcMilliseconds wall_clock() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

Milliseconds local_offset() {
    const std::time_t now = std::time(nullptr);
    std::tm utc = *std::gmtime(&now);
    utc.tm_isdst = -1;
    return static_cast<Milliseconds>(std::difftime(now, std::mktime(&utc)) * 1000);
}

std::uint64_t fresh_seed() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) ^ device();
}

JournalOptions journal_options(UtcMilliseconds now, std::uint64_t id_seed) {
    JournalOptions options;
    options.now = now;
    options.random = Random(id_seed);
    options.app_version = MIRABELLE_VERSION;
    return options;
}

void require_journal(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder / "mirabelle.sqlite"))
        throw JournalError(
            JournalFailure::other,
            fmt::format("{}: there is no journal here; name its folder with --data", folder.string()));
}

JournalWriter::Announce announcer(Announce announce) {
    if (announce == Announce::nothing)
        return {};
    return [](const Uuid& attempt) {
        std::printf("attempt %.36s\n", attempt.text().data());
        std::fflush(stdout);
    };
}

std::unique_ptr<SurfaceCanvas> make_canvas(const Content& content, PixelSize size, double density) {
    const auto pictures = content.pictures();
    return std::make_unique<SurfaceCanvas>(std::vector(pictures.begin(), pictures.end()),
                                           content.folder() / "fonts", size, density);
}

Photographer::Photographer(const Content& content, PixelSize size, double density)
    : canvas_(make_canvas(content, size, density)), surface_(size) {}

void Photographer::shoot(const App& app, const std::filesystem::path& file) {
    canvas_->paint_frame(surface_.surface(), [&](Canvas& canvas) { app.draw(canvas); });
    save_png(surface_.surface(), file);
}

} // namespace mirabelle
