// One scene of a lane, and what every scene can rely on.
#pragma once

#include "engine/class_room.h"
#include "engine/journal/journal_writer.h"
#include "engine/mechanic.h"
#include "engine/planner.h"
#include "engine/season.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace mirabelle {

/// What a lane lends to its scenes; all of it outlives them.
struct LaneParts {
    const Content& content;
    MakeMechanic make_mechanic;
    Planner& planner;
    JournalWriter& writer;
    ClassRoom& class_room;
    Speaker& speaker;
    Random& random; ///< chance that shapes exercises
    Random& ids;    ///< chance that makes identifiers
    const Uuid& session;
    const UtcMilliseconds& now; ///< wall clock of the current tick
    int lane = 0;
    Size size;          ///< of the lane, mm
    double reach = 1e9; ///< mm above its bottom edge that a child can touch
    Movement movement = Movement::full;
    const Season& season; ///< of the current day
};

/// Where a scene wants to go next.
struct ToWhoIsHere {};
struct ToGarden {
    std::size_t child = 0;
    enum class With : std::uint8_t { nothing, leaf } with = With::nothing;
    int rounds = 0; ///< played in this turn
};
struct ToPlay {
    std::optional<std::size_t> child; ///< nobody: the whole class plays
    Proposal proposal;
    int rounds = 0;
    enum class LevelBy : std::uint8_t { planner, teacher } level_by = LevelBy::planner;
    /// When a question follows: at once, or when whoever conducts several lanes says so.
    enum class Pacing : std::uint8_t { own, conducted } pacing = Pacing::own;
    int questions = 0; ///< of the round; 0: as many as suit the age
};
struct ToCalmEnd {
    std::size_t child = 0;
    enum class Because : std::uint8_t { turn_over, time_up } because = Because::turn_over;
    enum class With : std::uint8_t { nothing, leaf } with = With::leaf;
};
using NextScreen = std::variant<ToWhoIsHere, ToGarden, ToPlay, ToCalmEnd>;

/// Something on the screen that can be touched, by the name that touch scripts use: "portrait 1", "card 2",
/// "door".
struct NamedTarget {
    std::string name;
    Rect where; ///< mm in the lane
};

/// How soon a scene wants to be drawn again.
enum class Pace : std::uint8_t {
    still,   ///< nothing changes until a finger comes or a timer of some hundred milliseconds runs out
    calm,    ///< a small change now and then: about ten pictures a second
    gliding, ///< something explains and nobody touches: about thirty
    moving   ///< as smooth as the screen can
};

class Screen {
  public:
    virtual ~Screen() = default;
    virtual void touch(const Touch& touch) = 0; ///< mm in the lane
    virtual void tick() = 0;
    virtual void draw(Canvas& canvas) const = 0;
    virtual std::optional<NextScreen> take_next() = 0;
    virtual void resize(Size size) = 0;
    virtual Pace pace() const = 0;
    virtual std::string name() const = 0; ///< "garden", "play give_me": for pictures and scripts
    /// Whether a child plays here with one switch: then every touch is the switch, wherever it lands.
    virtual bool scans() const { return false; }
    virtual Light light() const { return Light::day; }
    virtual std::vector<NamedTarget> targets() const = 0;
    /// How a finger would answer right (or wrong) here; empty where nothing is asked just now.
    virtual Gesture answer() const { return {}; }
    virtual Gesture mistake(Random& random) const {
        static_cast<void>(random);
        return {};
    }
    /// Who sits here, by its place in the class room; nobody where who is here is asked, or the class plays.
    virtual std::optional<std::size_t> player() const { return std::nullopt; }
    /// The class room's list has changed; whoever sits here is still on it.
    virtual void move_children(const MovedChildren& moved) { static_cast<void>(moved); }
    /// The lane goes away: what was begun is written down.
    virtual void close() {}
};

} // namespace mirabelle
