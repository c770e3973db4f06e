// A list of the school's taken over: choose the file or paste, look at what it says, then take it.
#pragma once

#include "teacher/class_list.h"
#include "teacher/exchange/roster_sentences.h"
#include "teacher/panel/desk.h"

namespace mirabelle {

class ImportView {
  public:
    /// Everything outlives the view.
    ImportView(Desk& desk, ClassList& list);

    void draw(const Look& look);
    bool closed() const { return closed_; }

  private:
    void read(std::string_view bytes);
    void draw_sources(const Look& look);
    void draw_preview(const Look& look);

    Desk& desk_;
    ClassList& list_;
    RosterSentences sentences_;
    std::vector<std::filesystem::path> files_;
    std::optional<RosterPreview> preview_;
    Band otherwise_ = Band::PS; ///< of children whose list does not tell
    bool closed_ = false;
};

} // namespace mirabelle
