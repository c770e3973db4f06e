// What can be touched on the screen, as lines of JSON: for tools and tests that play with real fingers.
#pragma once

#include "engine/app.h"
#include "platform/commands/commands.h"

#include <string>
#include <vector>

namespace mirabelle {

/// Prints a line for each lane whose scene, targets or question changed. All lengths are mm of the screen:
///   {"lane":1,"scene":"play give_me","screen":[340,190],"targets":{"door":[x,y,width,height],…},
///    "answer":[[ms,"down",x,y],…]}
/// `answer` is how a finger would answer right; it is there only while a child is expected to act.
/// While the teacher's panel or strip is shown, a line for it: {"panel":"class","screen":[…],"targets":{…}}
class Reporter {
  public:
    explicit Reporter(Report report) : report_(report) {}

    void look(const App& app);
    /// `what` is shown of the teacher's, on a screen of `screen` mm; empty: nothing.
    void look_at_panel(const std::string& what, Size screen, double pixels_per_millimetre);

  private:
    Report report_;
    std::vector<std::string> told_; ///< by lane: what was printed last, without the answer
    std::string told_of_panel_;
};

} // namespace mirabelle
