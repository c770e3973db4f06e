// What is looked at before something is chosen or built: a card of paper with the model's faces, or a train
// that carries them. Where it is shown only for a while, leaves lie over it before and after.
#pragma once

#include "activities/mechanics/piece_view.h"
#include "engine/content/content.h"

#include <vector>

namespace mirabelle {

class ModelView {
  public:
    /// A banner is a wide card for one word.
    enum class Look : std::uint8_t { card, train, banner };

    /// Fits into `room` mm, at its foot, as large as it may be. It is shown from the beginning; see asked().
    ModelView(const Content& content, const Model& model, const Rect& room, Look look, Movement movement);

    /// What it takes; nothing where there is nothing to look at.
    const Rect& where() const { return where_; }
    /// The middle of a face.
    Point face_centre(std::size_t i) const { return boxes_[i].centre(); }
    Rect face_box(std::size_t i) const { return boxes_[i]; } ///< mm

    /// The question is being asked for `saying` ms: what is shown for a while only is shown after that.
    void asked(Milliseconds saying);
    /// From now on nothing is hidden.
    void stay() { stays_ = true; }
    void tick();
    bool moving() const { return leaves_.running(); }
    bool covered() const { return covered_; }
    void draw(Canvas& canvas) const;

  private:
    bool hidden_at(Milliseconds time) const;
    void draw_train(Canvas& canvas) const;
    void draw_leaves(Canvas& canvas) const;

    Model model_;
    Look look_;
    Movement movement_;
    PictureId leaf_, engine_, wagon_, rails_;
    Rect where_;
    std::vector<Rect> boxes_; ///< of the faces
    bool stays_ = false, covered_ = false;
    Milliseconds now_ = 0, shown_from_ = 0;
    Motion leaves_;
};

} // namespace mirabelle
