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
#include "teacher/exchange/xapi_json.h"

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
    /// The extensions of one place; takes only what the allow-list has for it.
    class Extensions;
    enum class Verb : std::uint8_t { answered, completed, terminated, deleted };

    void open(JsonText& json, const Uuid& id, const std::string& pseudonym, Verb verb) const;
    void open_context(JsonText& json, const PlayedRun& run, const std::string& activities) const;
    void describe(const PlayedRun& run, ExportClock::Instant told, UtcMilliseconds when,
                  Extensions& extensions) const;
    std::string level(const std::string& activity, const std::string& level) const;
    const std::string& activities_around(const Attempt& attempt);

    Pseudonyms pseudonyms_;
    ExportClock& clock_;
    std::string base_, home_page_, platform_;
    std::array<std::string, 4> verbs_;                 ///< as JSON
    std::string game_;                                 ///< as JSON
    std::array<std::string, xapi_fields.size()> keys_; ///< IRIs, by field
    std::map<std::string, XapiPlay, std::less<>> plays_;
    std::map<std::array<std::string, 3>, std::string> around_; ///< as JSON, by activity, level and skill
};

} // namespace mirabelle
