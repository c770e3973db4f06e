// Who is here: the children's portraits on a meadow; a child touches its own.
#pragma once

#include "engine/screen.h"
#include "engine/screens/scene_parts.h"

#include <array>
#include <utility>

namespace mirabelle {

class WhoIsHere final : public Screen {
  public:
    explicit WhoIsHere(const LaneParts& parts);

    void touch(const Touch& touch) override;
    void tick() override;
    void draw(Canvas& canvas) const override;
    std::optional<NextScreen> take_next() override { return std::exchange(next_, std::nullopt); }
    void resize(Size size) override;
    Pace pace() const override;
    std::string name() const override { return "who_is_here"; }
    std::vector<NamedTarget> targets() const override;
    /// A switch takes what is ringed; fingers go on meaning what they touch.
    bool scans() const override { return !chosen_ && scan_.now() != nullptr; }
    std::optional<std::size_t> player() const override { return chosen_; }
    void move_children(const MovedChildren& moved) override;

  private:
    void show_page(std::size_t page);
    /// The portraits of those who play with a switch, and the way to the next page where others stand.
    std::vector<SwitchStop> switch_stops() const;
    std::size_t pages() const;
    std::vector<Rect> lay(std::size_t count) const;

    const LaneParts& parts_;
    Rect meadow_;     ///< where the portraits stand
    double unit_ = 1; ///< mm
    std::size_t per_page_ = 12;
    std::size_t page_ = 0;
    std::vector<PortraitView> portraits_; ///< of this page
    PictureButton back_, forth_;
    Mascot mascot_;
    SwitchScan scan_;       ///< empty where nobody plays with a switch
    Milliseconds here_ = 0; ///< she waves at first
    std::optional<std::size_t> chosen_;
    Milliseconds chosen_for_ = 0;
    Milliseconds untouched_ = 0;
    std::optional<NextScreen> next_;
};

} // namespace mirabelle
