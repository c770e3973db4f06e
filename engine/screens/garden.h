// The garden: two or three activity cards hang from a branch and the child picks one; the class tree grows
// beside.
#pragma once

#include "engine/helping_hand.h"
#include "engine/screen.h"
#include "engine/screens/scene_parts.h"
#include "engine/switch_scan.h"

#include <array>
#include <utility>

namespace mirabelle {

class Garden final : public Screen {
  public:
    Garden(const LaneParts& parts, const ToGarden& visit);

    void touch(const Touch& touch) override;
    void tick() override;
    void draw(Canvas& canvas) const override;
    std::optional<NextScreen> take_next() override { return std::exchange(next_, std::nullopt); }
    void resize(Size size) override;
    Pace pace() const override;
    std::string name() const override { return "garden"; }
    bool scans() const override { return access_.scans(); }
    std::vector<NamedTarget> targets() const override;
    std::optional<std::size_t> player() const override { return visit_.child; }
    void move_children(const MovedChildren& moved) override;

  private:
    struct Card {
        Rect where;
        double hangs_from = 0; ///< mm down: where its cord begins
        PictureId picture{};
        Motion arrival; ///< it comes down on its string
        Motion pressed;
    };
    void show_gesture();
    double lift(const Card& card) const;
    std::vector<SwitchStop> switch_stops() const;
    void draw_string(Canvas& canvas, const Card& card) const;

    const LaneParts& parts_;
    ToGarden visit_;
    std::vector<Proposal> proposals_;
    PictureId branch_picture_, string_picture_;
    Rect branch_;
    std::vector<Card> cards_;
    PictureButton door_;
    Mascot mascot_;
    ClassTreeView tree_;
    HelpingHand hand_;
    Access access_; ///< of the child that chooses
    TouchSizes sizes_;
    SwitchScan scan_;
    double unit_ = 1; ///< mm
    std::optional<std::size_t> chosen_;
    Milliseconds chosen_for_ = 0;
    Milliseconds untouched_ = 0;
    std::optional<NextScreen> next_;
};

} // namespace mirabelle
