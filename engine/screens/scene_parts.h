// Things that more than one scene shows: portraits, the class tree, a button that is pressed.
#pragma once

#include "engine/canvas.h"
#include "engine/content/content.h"
#include "engine/mascot.h"
#include "engine/motion.h"
#include "engine/records.h"
#include "engine/season.h"
#include "engine/speaker.h"

#include <string>

namespace mirabelle {

/// A button: a picture that squashes under the finger.
class PictureButton {
  public:
    PictureButton() = default;
    PictureButton(PictureId picture, Rect where, double margin)
        : picture_(picture), where_(where), margin_(margin) {}

    bool feels(Point at) const { return where_.grown(margin_).contains(at); }
    Rect where() const { return where_; }
    void press() { pressed_.start(180); }
    void tick() { pressed_.tick(); }
    bool moving() const { return pressed_.running(); }
    void draw(Canvas& canvas) const {
        const double squash = pressed_.running() ? 0.06 * pulse(pressed_.share()) : 0;
        canvas.picture(picture_, where_, {.stretch_x = 1 - squash, .stretch_y = 1 - squash});
    }

  private:
    PictureId picture_{};
    Rect where_;
    double margin_ = 0;
    Motion pressed_;
};

inline Mascot::Voice voice_of(const Speaker& speaker) {
    return speaker.speaking() ? Mascot::Voice::speaking : Mascot::Voice::silent;
}

/// A child's picture on its coloured disc with the first name in capitals beneath.
class PortraitView {
  public:
    PortraitView(const Content& content, const Child& child, Rect where);

    Rect where() const { return where_; } ///< picture and name
    Rect disc() const;
    void hop() { hop_.start(600); }
    void tick() { hop_.tick(); }
    bool moving() const { return hop_.running(); }
    void draw(Canvas& canvas, double opacity = 1) const;

  private:
    PictureId picture_;
    Colour colour_;
    std::string name_;
    Rect where_;
    Motion hop_;
};

/// The class tree with the leaves of the day; a new leaf may be on its way.
class ClassTreeView {
  public:
    ClassTreeView(const Content& content, Rect where, int leaves, Season season, Light light = Light::day);

    /// A leaf flies from `from` to its place on the tree.
    void receive_leaf(Point from);
    bool receiving() const { return flight_.running(); }
    void tick() { flight_.tick(); }
    void draw(Canvas& canvas) const; ///< the tree and the leaves that rest on it
    void draw_flight(Canvas& canvas) const;

  private:
    Point leaf_place(int index) const;

    PictureId tree_, leaf_;
    Rect where_;
    int leaves_;
    Point from_{};
    Motion flight_;
};

} // namespace mirabelle
