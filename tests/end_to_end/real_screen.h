// The real program on a screen of its own, and the fingers that touch it.
#pragma once

#include "engine/gesture.h"
#include "engine/journal/journal.h"
#include "tests/support/process.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/xserver.h"

#include <map>
#include <string>
#include <vector>

namespace mirabelle {

using Duration = Process::Duration;

/// What a child sees in one lane, as the program's --report tells it; lengths in mm of the screen.
struct Scene {
    int lane = 0; ///< from 1; 0 for what is the teacher's
    std::string name;
    Size screen;
    std::map<std::string, Rect> targets;
    Gesture answer; ///< empty while nobody is expected to act

    bool asks() const { return !answer.empty(); }
};

/// The path of the program that this build made.
std::string program_path();
/// A copy of the bundle to damage, without copying its large files: a folder of links.
std::filesystem::path bundle_to_damage(const std::filesystem::path& scratch);

class RealProgram {
  public:
    RealProgram(std::vector<std::string> arguments, std::map<std::string, std::string> environment,
                const std::filesystem::path& scratch,
                std::optional<std::uint64_t> largest_file = std::nullopt);

    Process& process() { return process_; }

    /// The newest scene of `lane`, once `fits`; fails the test when it does not come.
    template <typename Fits>
    Scene wait_for(int lane, Fits fits, Duration at_most = std::chrono::seconds(60)) {
        Scene seen;
        const auto until = std::chrono::steady_clock::now() + at_most;
        while (!(read_scene(lane, seen) && fits(seen)))
            wait_a_little(until, lane);
        return seen;
    }
    Scene wait_for_scene(int lane, const std::string& name);
    Scene wait_for_question(int lane, const std::string& activity);
    /// What the teacher sees: "code", a page, "strip"; with `target` there to be tapped, where one is named.
    Scene wait_for_panel(const std::string& name, const std::string& target = {});
    void wait_for_no_panel();

    /// The ids of the answers that are on disk, as far as the program has told.
    std::vector<std::string> announced() const;
    void wait_for_announced(std::size_t count);
    /// As when the system ends it; fails the test when it does not end well.
    void close();

  private:
    bool read_scene(int lane, Scene& scene) const;
    bool read_panel(Scene& scene) const;
    bool read_newest(const std::string& start, Scene& scene) const;
    void wait_a_little(std::chrono::steady_clock::time_point until, int lane);

    Process process_;
};

/// Ten fingers and a mouse on an X server of Kind::touch.
class Hands {
  public:
    Hands(const XServer& server, const std::filesystem::path& scratch);

    /// Several fingers at once, each in its own rhythm; returns when the last is done.
    struct Finger {
        int number = 0;
        Gesture gesture; ///< mm of the screen
    };
    void perform(const std::vector<Finger>& fingers, Size screen);
    void tap(const Scene& scene, const std::string& target, int finger = 0);
    void mouse(const Gesture& gesture, Size screen);
    void down(int finger, Point at, Size screen);
    void move(int finger, Point at, Size screen);
    void up(int finger);
    /// Holds the two high corners as long as the teacher's panel asks for.
    void hold_corners(Size screen);

    /// The instants (ns of the monotonic clock) of all that was done so far.
    std::vector<std::int64_t> instants() const;

  private:
    void send(const std::string& lines, std::size_t actions);

    Process injector_;
    std::size_t sent_ = 0;
};

/// Puts `count` children who know how every activity is played into the journal of `folder`, and lets their
/// first card be the one of `activity`. Gives them in the order of their portraits.
std::vector<Child> enrol_class(const std::filesystem::path& folder, int count, const std::string& activity);

Gesture tap_at(Point point);

} // namespace mirabelle
