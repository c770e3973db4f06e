// What every command builds on: the content, the journal with its writer, and pictures of the screen.
#pragma once

#include "engine/app.h"
#include "platform/commands/commands.h"
#include "platform/offscreen_surface.h"
#include "platform/surface_canvas.h"

#include <filesystem>
#include <string>

namespace mirabelle {

/// Milliseconds since 1970, UTC.
UtcMilliseconds wall_clock();
/// Local time minus UTC, in ms.
Milliseconds local_offset();
/// A seed nobody has used before.
std::uint64_t fresh_seed();

JournalOptions journal_options(UtcMilliseconds now, std::uint64_t id_seed);
/// Throws JournalError where `folder` has no journal: opening would make an empty one, and nobody would
/// notice the wrong folder.
void require_journal(const std::filesystem::path& folder);
JournalWriter::Announce announcer(Announce announce);

std::unique_ptr<SurfaceCanvas> make_canvas(const Content& content, PixelSize size, double density);

/// Draws an app without a window.
class Photographer {
  public:
    Photographer(const Content& content, PixelSize size, double density);

    Size screen() const { return canvas_->size(); } ///< mm
    /// Throws std::runtime_error when the picture cannot be written.
    void shoot(const App& app, const std::filesystem::path& file);

  private:
    std::unique_ptr<SurfaceCanvas> canvas_;
    OffscreenSurface surface_;
};

} // namespace mirabelle
