// The calm end of a child's turn: evening light, a leaf for the tree, and the picture of the next child.
#pragma once

#include "engine/finale.h"
#include "engine/screen.h"
#include "engine/screens/scene_parts.h"

#include <array>
#include <utility>

namespace mirabelle {

class CalmEnd final : public Screen {
  public:
    CalmEnd(const LaneParts& parts, const ToCalmEnd& end);

    void touch(const Touch& touch) override;
    void tick() override;
    void draw(Canvas& canvas) const override;
    std::optional<NextScreen> take_next() override { return std::exchange(next_, std::nullopt); }
    void resize(Size size) override;
    Pace pace() const override;
    std::string name() const override { return "calm_end"; }
    Light light() const override { return Light::evening; }
    std::vector<NamedTarget> targets() const override;
    /// The next child plays with a switch: it takes that child's picture.
    bool scans() const override;
    std::optional<std::size_t> player() const override { return chosen_ ? next_child_ : std::nullopt; }
    void move_children(const MovedChildren& moved) override;

  private:
    MascotAct act() const;

    const LaneParts& parts_;
    ToCalmEnd end_;
    std::optional<std::size_t> next_child_;
    std::optional<PortraitView> portrait_;
    SwitchScan scan_; ///< its ring lies on the portrait
    double unit_ = 1; ///< mm
    PictureButton door_;
    Mascot mascot_;
    ClassTreeView tree_;
    Finale finale_; ///< of a round that was played to its end
    Point leaf_from_{};
    Milliseconds now_ = 0;
    std::optional<Milliseconds> chosen_;
    std::optional<NextScreen> next_;
};

} // namespace mirabelle
