// A mechanic is how a question is played: it draws the pieces, feels the fingers, and says what the answer
// was. It plays any exercise of its kind and knows nothing of activities, children or the journal.
#pragma once

#include "engine/canvas.h"
#include "engine/content/content.h"
#include "engine/exercise.h"
#include "engine/gesture.h"
#include "engine/records.h"
#include "engine/speaker.h"
#include "engine/stage.h"
#include "engine/switch_scan.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

struct Response {
    std::string text; ///< as the journal writes it
    bool correct = false;
    std::string error; ///< what the mechanic itself saw go wrong, an id of assets/errors.toml; else empty
};

/// What became of a finger that came down.
enum class TouchUse : std::uint8_t {
    nothing, ///< it met nothing that can be touched
    tapped,  ///< it was answered; the finger has no further part
    held     ///< it took a piece: until it leaves, its moves matter and other fingers are stray
};

/// Something that feels fingers, for the checks of sizes and distances.
struct Target {
    Rect drawn; ///< mm in the lane
    enum class Kind : std::uint8_t { piece, place, control } kind = Kind::piece;
};

class Mechanic {
  public:
    virtual ~Mechanic() = default;

    virtual TouchUse finger_down(Point at) = 0;
    virtual void finger_moved(Point at) { static_cast<void>(at); }
    virtual void finger_up(Point at) { static_cast<void>(at); }
    virtual void tick() = 0; ///< tick_length ms pass
    /// It is being asked, at first or once more, which takes `saying` ms from now: what is shown or said only
    /// for a while begins anew after that.
    virtual void asked(Milliseconds saying) { static_cast<void>(saying); }
    /// What stands behind everything: pond, table. Drawn first.
    virtual void draw_scenery(Canvas& canvas) const { static_cast<void>(canvas); }
    virtual void draw(Canvas& canvas) const = 0;

    /// The answer that was completed since the last call. After a wrong one the stage is ready for another
    /// try.
    virtual std::optional<Response> take_response() = 0;

    /// Changes the stage so that it helps this much; help only grows.
    virtual void help(HelpLevel level) = 0;

    /// Whether something moves just now.
    virtual bool moving() const = 0;

    /// What shines when the answer was right, mm; lights fly up around it.
    virtual Rect settled() const { return {}; }

    /// How a finger completes the right answer from here: shown by the helping hand, performed by tests.
    virtual Gesture solution() const = 0;
    /// How a finger completes a wrong answer from here; empty when none is left.
    virtual Gesture mistake(Random& random) const = 0;
    /// The movement that is asked for, without giving the answer away.
    virtual Gesture hint() const = 0;

    virtual std::vector<Target> targets() const = 0;

    /// What one switch can take now, in the order of the ring: as a rule whatever a finger can tap.
    virtual std::vector<SwitchStop> switch_stops() const {
        std::vector<SwitchStop> stops;
        for (const Target& target : targets())
            stops.push_back(tapped_stop(target.drawn));
        return stops;
    }
    /// True while the moment of the press is the answer: the ring stays on its first stop.
    virtual bool holds_ring() const { return false; }
};

/// What a mechanic is made of; all of it outlives the mechanic.
struct MechanicParts {
    const Exercise& exercise;
    const Stage& stage;
    const Content& content;
    Speaker& speaker;
};

using MakeMechanic = std::unique_ptr<Mechanic> (*)(const MechanicParts& parts);

} // namespace mirabelle
