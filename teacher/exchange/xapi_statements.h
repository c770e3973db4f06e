// Journal records as xAPI 1.0.3 statements, one a line. The same record gives the same bytes in every export,
// because servers compare replays byte by byte: nothing here may depend on the content's wording, the
// language of the system or the day.
#pragma once

#include "engine/activity.h"
#include "engine/content/toml_file.h"
#include "teacher/exchange/export_clock.h"
#include "teacher/exchange/export_writer.h"
#include "teacher/exchange/xapi_fields.h"
#include "teacher/exchange/xapi_interaction.h"

#include <array>
#include <map>
#include <string>

namespace mirabelle {

class XapiStatements final : public ExportWriter {
  public:
    /// Throws ContentError when a word is missing. `clock` outlives it.
    XapiStatements(const TomlTable& words, const Content& content, std::span<const Activity> activities,
                   Pseudonyms pseudonyms, ExportClock& clock);

    void add(const Attempt& attempt, const PlayedRun& run, std::string& out) override;
    void add(const PlayedRun& run, std::string& out) override;
    void add(const Tombstone& tombstone, std::string& out) override;

  private:
    using Json = nlohmann::ordered_json;
    /// The extensions of one place; takes only what the allow-list has for it.
    class Extensions;

    Json actor(const std::string& pseudonym) const;
    Json object_of_level(const std::string& activity, const std::string& level) const;
    Json context(const PlayedRun& run, Json activities, Json extensions) const;
    void describe(const PlayedRun& run, UtcMilliseconds when, ExportClock::Instant told,
                  Extensions& extensions) const;

    Pseudonyms pseudonyms_;
    ExportClock& clock_;
    std::string base_, home_page_, platform_;
    Json answered_, completed_, terminated_, deleted_; ///< verbs
    Json game_;
    std::array<std::string, xapi_fields.size()> keys_; ///< IRIs, by field
    std::map<std::string, XapiPlay, std::less<>> plays_;
};

} // namespace mirabelle
