#include "teacher/exchange/xapi_statements.h"

#include "engine/civil_time.h"
#include "engine/ensure.h"
#include "engine/journal/journal_words.h"
#include "teacher/exchange/xapi_text.h"

#include <fmt/format.h>

#include <cmath>

namespace mirabelle {

namespace {

using Json = nlohmann::ordered_json;

Json verb(std::string_view id, const std::string& display) {
    return {{"id", id}, {"display", {{"fr-FR", display}}}};
}

Json object(std::string id, std::string_view type) {
    return {{"objectType", "Activity"}, {"id", std::move(id)}, {"definition", {{"type", type}}}};
}

void add_line(const Json& statement, std::string& out) {
    // A damaged letter must not cost the statement.
    out += statement.dump(-1, ' ', false, Json::error_handler_t::replace);
    out += '\n';
}

} // namespace

class XapiStatements::Extensions {
  public:
    Extensions(const XapiStatements& statements, XapiPlace place) : statements_(statements), place_(place) {}

    template <typename Value>
    void set(XapiField field, const Value& value) {
        const auto number = static_cast<std::size_t>(field);
        ENSURE(xapi_fields[number].place == place_);
        said_[statements_.keys_[number]] = value;
    }
    void set_text(XapiField field, std::string_view text) {
        if (!text.empty())
            set(field, text);
    }
    /// A slip of the model is nothing to pass on.
    void set_real(XapiField field, double number) {
        if (std::isfinite(number))
            set(field, number);
    }
    Json take() { return std::move(said_); }

  private:
    const XapiStatements& statements_;
    XapiPlace place_;
    Json said_ = Json::object();
};

XapiStatements::XapiStatements(const TomlTable& words, const Content& content,
                               std::span<const Activity> activities, Pseudonyms pseudonyms,
                               ExportClock& clock)
    : pseudonyms_(std::move(pseudonyms)),
      clock_(clock),
      base_(words.text("base")),
      home_page_(words.text("home_page")),
      platform_(words.text("platform")) {
    const TomlTable verbs = words.table("verb");
    answered_ = verb("http://adlnet.gov/expapi/verbs/answered", verbs.text("answered"));
    completed_ = verb("http://adlnet.gov/expapi/verbs/completed", verbs.text("completed"));
    terminated_ = verb("http://adlnet.gov/expapi/verbs/terminated", verbs.text("terminated"));
    deleted_ = verb("http://activitystrea.ms/schema/1.0/delete", verbs.text("deleted"));
    game_ = object(base_ + "/game", "https://w3id.org/xapi/seriousgames/activity-types/serious-game");
    for (std::size_t number = 0; number < keys_.size(); ++number)
        keys_[number] = fmt::format("{}/extension/{}", base_, xapi_fields[number].key);
    for (const Activity& activity : activities)
        if (const auto levels = content.levels(activity.id); !levels.empty()) {
            Random chance(0);
            plays_.emplace(activity.id,
                           play_of(activity.make_exercise(levels.front(), content, chance).task));
        }
}

Json XapiStatements::actor(const std::string& pseudonym) const {
    return {{"objectType", "Agent"}, {"account", {{"homePage", home_page_}, {"name", pseudonym}}}};
}

Json XapiStatements::object_of_level(const std::string& activity, const std::string& level) const {
    return object(fmt::format("{}/activity/{}/{}", base_, iri_part(activity), iri_part(level)),
                  "https://w3id.org/xapi/seriousgames/activity-types/level");
}

Json XapiStatements::context(const PlayedRun& run, Json activities, Json extensions) const {
    return {{"registration", run.session.id.text()},
            {"contextActivities", std::move(activities)},
            {"revision", run.session.content_version},
            {"platform", platform_ + " " + run.session.app_version},
            {"language", "fr-FR"},
            {"extensions", std::move(extensions)}};
}

void XapiStatements::describe(const PlayedRun& run, UtcMilliseconds when, ExportClock::Instant told,
                              Extensions& extensions) const {
    extensions.set(XapiField::lane, run.run.lane);
    extensions.set(XapiField::mode, word_of(run.session.mode));
    extensions.set(XapiField::school, pseudonyms_.school());
    if (!run.run.child)
        extensions.set(XapiField::collective, true);
    extensions.set(XapiField::device, run.session.device);
    if (run.session.clock_check != ClockCheck::plausible)
        extensions.set(XapiField::clock, word_of(run.session.clock_check));
    else if (told.is_frozen)
        extensions.set(XapiField::clock, "later_than_export");
    if (told.is_frozen)
        extensions.set(XapiField::device_instant, iso_instant(when));
}

void XapiStatements::add(const Attempt& attempt, const PlayedRun& run, std::string& out) {
    const ExportClock::Instant told = clock_.of(attempt.id, attempt.when);
    const auto play = plays_.find(attempt.activity);
    XapiInteraction interaction =
        interaction_of(play == plays_.end() ? XapiPlay::by_answer : play->second, attempt);

    Extensions of_result(*this, XapiPlace::result);
    of_result.set(XapiField::attempt_number, attempt.attempt_number);
    of_result.set(XapiField::help, word_of(attempt.help));
    of_result.set(XapiField::scaffold, word_of(attempt.scaffold));
    of_result.set_text(XapiField::error, attempt.error);
    if (!interaction.response)
        of_result.set_text(XapiField::given_response, attempt.response);
    of_result.set(XapiField::latency, attempt.latency);
    of_result.set(XapiField::prompts_replayed, attempt.prompts_replayed);
    of_result.set(XapiField::touches, attempt.touches);
    of_result.set(XapiField::stray_touches, attempt.stray_touches);
    Json result{{"success", attempt.correct}};
    if (interaction.response)
        result["response"] = *std::move(interaction.response);
    result["duration"] = xapi_duration(attempt.duration);
    result["extensions"] = of_result.take();

    Extensions of_context(*this, XapiPlace::context);
    of_context.set_text(XapiField::item, attempt.item);
    of_context.set(XapiField::question, attempt.question);
    of_context.set(XapiField::run, attempt.run.text());
    of_context.set(XapiField::school_year, school_year(attempt.when));
    describe(run, attempt.when, told, of_context);
    of_context.set_real(XapiField::predicted, attempt.predicted);
    of_context.set_real(XapiField::mu_before, attempt.mu_before);
    of_context.set_real(XapiField::mu_after, attempt.mu_after);
    of_context.set_real(XapiField::variance_before, attempt.variance_before);
    of_context.set_real(XapiField::variance_after, attempt.variance_after);
    of_context.set_real(XapiField::weight, attempt.weight);
    Json skill = object(fmt::format("{}/skill/{}", base_, iri_part(attempt.skill)),
                        "http://adlnet.gov/expapi/activities/objective");
    Json around = context(run,
                          {{"parent", Json::array({object_of_level(attempt.activity, attempt.level)})},
                           {"grouping", Json::array({game_, std::move(skill)})}},
                          of_context.take());

    // The exercise is rebuilt from these four: the same id is the same question for ever.
    std::string id =
        fmt::format("{}/exercise/{}/{}/{}/{:016x}", base_, iri_part(attempt.activity),
                    iri_part(attempt.level), iri_part(run.session.content_version), attempt.seed);
    Json asked{
        {"objectType", "Activity"}, {"id", std::move(id)}, {"definition", std::move(interaction.definition)}};
    add_line({{"id", attempt.id.text()},
              {"actor", actor(pseudonyms_.of(attempt.child, attempt.when))},
              {"verb", answered_},
              {"object", std::move(asked)},
              {"result", std::move(result)},
              {"context", std::move(around)},
              {"timestamp", iso_instant(told.when)}},
             out);
}

void XapiStatements::add(const PlayedRun& run, std::string& out) {
    ENSURE(run.ending);
    const bool is_completed = *run.ending == RunEnding::completed;
    const ExportClock::Instant told = clock_.of(run.run.id, run.end);
    Extensions of_result(*this, XapiPlace::result), of_context(*this, XapiPlace::context);
    of_result.set(XapiField::ending, word_of(*run.ending));
    of_context.set(XapiField::school_year, school_year(run.run.start));
    describe(run, run.end, told, of_context);
    add_line({{"id", run.run.id.text()},
              {"actor", actor(pseudonyms_.of(run.run.child, run.run.start))},
              {"verb", is_completed ? completed_ : terminated_},
              {"object", object_of_level(run.run.activity, run.run.level)},
              {"result",
               {{"completion", is_completed},
                {"duration", xapi_duration(run.end - run.run.start)},
                {"extensions", of_result.take()}}},
              {"context", context(run, {{"grouping", Json::array({game_})}}, of_context.take())},
              {"timestamp", iso_instant(told.when)}},
             out);
}

void XapiStatements::add(const Tombstone& tombstone, std::string& out) {
    add_line({{"id", tombstone.id.text()},
              {"actor", actor(tombstone.pseudonym)},
              {"verb", deleted_},
              {"object", object(fmt::format("{}/pupil/{}", base_, tombstone.pseudonym),
                                "http://id.tincanapi.com/activitytype/user-profile")},
              {"timestamp", iso_instant(clock_.of(tombstone.id, tombstone.when).when)}},
             out);
}

} // namespace mirabelle
