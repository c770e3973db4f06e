// The pad on which the teacher's code is entered, and chosen the first time.
#pragma once

#include "engine/teacher_code.h"
#include "teacher/panel/desk.h"

#include <string>

namespace mirabelle {

class CodePad {
  public:
    /// `desk` outlives it.
    explicit CodePad(Desk& desk) : desk_(desk), code_(desk.journal) {}

    void draw(const Look& look);
    bool opened() const { return opened_; }
    bool busy() const { return wait_ > 0; }

  private:
    void enter();
    void draw_typed(const Look& look, float width);
    const char* question() const;

    Desk& desk_;
    TeacherCode code_;
    bool is_set_ = false; ///< as of this frame, like wait_
    Milliseconds wait_ = 0;
    std::string typed_, first_; ///< first_: the new code, to be typed again
    const char* remark_ = nullptr;
    bool opened_ = false;
};

} // namespace mirabelle
