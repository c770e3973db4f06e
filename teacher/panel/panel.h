// The teacher's panel: the code first, then a rail of pages over the children's screen.
#pragma once

#include "engine/teacher_code.h"
#include "teacher/panel/desk.h"

#include <array>
#include <memory>
#include <string>

namespace mirabelle {

inline constexpr std::size_t page_count = 9;

class CodePad;

/// Whether the code must be entered first; a demonstration shows the pages at once.
enum class Door : std::uint8_t { locked, open };

class Panel {
  public:
    /// Parts of `desk` as documented there.
    Panel(Desk desk, Door door);
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

    /// One frame over the whole window, in ImGui's current frame. `now` is the wall clock.
    void draw(const Look& look, UtcMilliseconds now);
    /// Something goes on by itself: the next frame is due at once.
    bool busy() const;
    Desk& desk() { return desk_; }
    PageName page() const { return desk_.page; }
    /// Why the last thing could not be done, as it is shown; empty when all is well.
    const std::string& trouble() const { return trouble_; }
    bool locked() const { return code_pad_ != nullptr; }

  private:
    void draw_code_pad(const Look& look);
    void draw_rail(const Look& look, float width);
    void say_trouble(const Look& look) const;
    void go_to(PageName name);
    void draw_page(const Look& look);
    Page& page(PageName name);

    Desk desk_;
    std::unique_ptr<CodePad> code_pad_; ///< nothing once the code was right
    std::array<std::unique_ptr<Page>, page_count> pages_;
    std::optional<PageName> shown_;
    bool reads_ahead_ = true; ///< while the code is being entered
    bool readable_ = false;   ///< the shown page could read what it shows
    std::string trouble_;     ///< why the last thing could not be done
};

} // namespace mirabelle
