#include "engine/lint/rules.h"

#include "engine/fitting.h"
#include "engine/speaker.h"

#include <algorithm>

namespace mirabelle {

namespace {

constexpr Size smallest_tablet{152, 91}; // mm: 7 inches, 800 by 480
constexpr double least_letters = 2.5;    // mm, capitals: those of a picture book's text
constexpr double face_share = 0.7;       // of a piece's side
constexpr double writing_share = 0.62;   // height of a capital in its face
constexpr double text_share = 0.9;       // of a face's width
constexpr double tolerance = 0.05;       // mm
constexpr double least_share = 0.8;      // of the wished size, where many things lie together

} // namespace

void lint_layout(const Linted& asked, const Fonts& fonts, MakeMechanic make_mechanic,
                 const Complain& complain) {
    const Stage stage =
        make_stage(smallest_tablet, asked.content.sizes(asked.level.band), smallest_tablet.height, Access{});
    SilentSpeaker silence;
    const auto mechanic = make_mechanic({asked.exercise, stage, asked.content, silence});
    double smallest = stage.lane.width;
    for (const Target& target : mechanic->targets()) {
        if (target.kind != Target::Kind::piece)
            continue;
        smallest = std::min(smallest, target.drawn.shorter_side());
        // The stage's own sizes are what the age needs, shrunk where a seven-inch tablet leaves no room.
        if (target.drawn.shorter_side() < least_share * stage.sizes.target - tolerance)
            complain(LintRule::target_too_small,
                     "a piece is smaller than small fingers need on a tablet of 7 inches: "
                     "show fewer pieces");
        if (!stage.lane.grown(tolerance).contains(target.drawn))
            complain(LintRule::target_too_small,
                     "a piece does not fit the screen of 7 inches: show fewer pieces");
    }
    const double side = smallest * face_share;
    for (const Piece& piece : asked.exercise.pieces)
        if (const auto* writing = std::get_if<WritingFace>(&piece.face)) {
            const double widest =
                side * text_share / std::max(fonts.width(writing->script, writing->text), 0.01);
            if (std::min(side * writing_share, widest) < least_letters)
                complain(LintRule::text_too_small,
                         "'" + writing->text + "' fits its piece only in tiny letters: take a shorter word");
        }
}

} // namespace mirabelle
