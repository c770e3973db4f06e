// One child of the list being edited: name, picture, age column, how it plays; or a new one.
#pragma once

#include "teacher/class_list.h"
#include "teacher/panel/desk.h"
#include "teacher/panel/keyboard.h"

namespace mirabelle {

class ChildEditor {
  public:
    /// A new child. Everything outlives the editor.
    ChildEditor(Desk& desk, ClassList& list);
    ChildEditor(Desk& desk, ClassList& list, const Child& child);

    void draw(const Look& look);
    bool closed() const { return closed_; }

  private:
    void draw_portraits(const Look& look);
    void draw_head(const Look& look);
    void save();
    void draw_end(const Look& look);

    Desk& desk_;
    ClassList& list_;
    std::optional<Uuid> child_; ///< nothing: a new one
    Child before_, wished_;
    Keyboard keyboard_{child_ ? Keyboard::Letters::small : Keyboard::Letters::capital};
    enum class Part : std::uint8_t { name, picture, access, end } part_ = Part::name;
    enum class Erasing : std::uint8_t { no, asked } erasing_ = Erasing::no;
    const char* remark_ = nullptr;
    bool closed_ = false;
};

} // namespace mirabelle
