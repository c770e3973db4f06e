// What a teacher is told about a class list and its import, in sentences of assets/roster_fr.toml.
#pragma once

#include "teacher/exchange/roster.h"

#include <filesystem>
#include <map>

namespace mirabelle {

class RosterSentences {
  public:
    /// Throws ContentError when the file is missing, or has no sentence for something that can happen.
    explicit RosterSentences(const std::filesystem::path& bundle);

    /// What is the matter, and what to do.
    std::string sentence(const RosterRemark& remark) const;
    /// What is not kept, with the columns that it stood in.
    std::string sentence(const DiscardedColumns& discarded) const;
    /// A sentence of an import, with its number or place; a code without a sentence is shown as it is.
    std::string sentence(std::string_view code, std::string_view detail) const;

  private:
    std::map<RosterProblem, std::string> problems_;
    std::map<RosterData, std::string> data_;
    std::map<std::string, std::string, std::less<>> import_;
};

} // namespace mirabelle
