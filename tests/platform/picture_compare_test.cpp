#include "platform/offscreen_surface.h"
#include "tests/support/picture_compare.h"
#include "tests/support/scratch_folder.h"

#include <SDL2/SDL.h>
#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

void paint_square(SDL_Surface& surface, int x, Uint32 pixel) {
    const SDL_Rect square{x, 20, 30, 30};
    SDL_FillRect(&surface, nullptr, 0xFFFFFF);
    SDL_FillRect(&surface, &square, pixel);
}

} // namespace

TEST_CASE("a picture is the same as the accepted one, but for what nobody can see") {
    const ScratchFolder golden("mirabelle_golden"), mismatches("mirabelle_mismatches");
    OffscreenSurface drawn({200, 100});
    paint_square(drawn.surface(), 40, 0x5BA150);
    save_png(drawn.surface(), golden.path() / "square.png");
    CHECK(compare_with_golden(drawn.surface(), "square", golden.path(), mismatches.path()).same);
    paint_square(drawn.surface(), 40, 0x5BA156);
    CHECK(compare_with_golden(drawn.surface(), "square", golden.path(), mismatches.path()).same);
}

TEST_CASE("a picture that changed fails with both pictures to look at") {
    const ScratchFolder golden("mirabelle_golden"), mismatches("mirabelle_mismatches");
    OffscreenSurface drawn({200, 100});
    paint_square(drawn.surface(), 40, 0x5BA150);
    save_png(drawn.surface(), golden.path() / "square.png");
    paint_square(drawn.surface(), 44, 0x5BA150);
    const PictureComparison comparison =
        compare_with_golden(drawn.surface(), "square", golden.path(), mismatches.path());
    CHECK_FALSE(comparison.same);
    CHECK(comparison.message.find("square.actual.png") != std::string::npos);
    CHECK(std::filesystem::exists(mismatches.path() / "square.actual.png"));
    CHECK(std::filesystem::exists(mismatches.path() / "square.difference.png"));
}

TEST_CASE("a picture that nobody accepted yet fails and is there to be looked at") {
    const ScratchFolder golden("mirabelle_golden"), mismatches("mirabelle_mismatches");
    OffscreenSurface drawn({200, 100});
    CHECK_FALSE(compare_with_golden(drawn.surface(), "new/one", golden.path(), mismatches.path()).same);
    CHECK(std::filesystem::exists(mismatches.path() / "new/one.actual.png"));
}
