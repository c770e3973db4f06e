#include "teacher/exchange/xapi_statements.h"

#include "engine/civil_time.h"
#include "engine/ensure.h"
#include "engine/journal/journal_words.h"
#include "teacher/exchange/xapi_text.h"

#include <fmt/format.h>

#include <cmath>

namespace mirabelle {

namespace {

std::string verb(std::string_view id, std::string_view display) {
    std::string out;
    JsonText json(out);
    json.open_object();
    json.key("id").text(id);
    json.key("display").open_object();
    json.key("fr-FR").text(display);
    json.close_object();
    json.close_object();
    return out;
}

std::string activity(std::string_view id, std::string_view type) {
    std::string out;
    JsonText json(out);
    json.open_object();
    json.key("objectType").text("Activity");
    json.key("id").text(id);
    json.key("definition").open_object();
    json.key("type").text(type);
    json.close_object();
    json.close_object();
    return out;
}

void close(JsonText& json, UtcMilliseconds when, std::string& out) {
    json.key("timestamp").text(iso_instant(when));
    json.close_object();
    out += '\n';
}

} // namespace

class XapiStatements::Extensions {
  public:
    Extensions(const XapiStatements& statements, XapiPlace place, JsonText& json)
        : statements_(statements), place_(place), json_(json) {
        json_.key("extensions").open_object();
    }
    ~Extensions() { json_.close_object(); }
    Extensions(const Extensions&) = delete;
    Extensions& operator=(const Extensions&) = delete;

    void set_text(XapiField field, std::string_view text) {
        if (!text.empty())
            key(field).text(text);
    }
    void set_number(XapiField field, std::int64_t number) { key(field).number(number); }
    void set_true(XapiField field) { key(field).flag(true); }
    /// A slip of the model is nothing to pass on.
    void set_real(XapiField field, double number) {
        if (std::isfinite(number))
            key(field).number(number);
    }

  private:
    JsonText& key(XapiField field) {
        const auto number = static_cast<std::size_t>(field);
        ENSURE(xapi_fields[number].place == place_);
        return json_.key(statements_.keys_[number]);
    }

    const XapiStatements& statements_;
    XapiPlace place_;
    JsonText& json_;
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
    verbs_ = {verb("http://adlnet.gov/expapi/verbs/answered", verbs.text("answered")),
              verb("http://adlnet.gov/expapi/verbs/completed", verbs.text("completed")),
              verb("http://adlnet.gov/expapi/verbs/terminated", verbs.text("terminated")),
              verb("http://activitystrea.ms/schema/1.0/delete", verbs.text("deleted"))};
    game_ = activity(base_ + "/game", "https://w3id.org/xapi/seriousgames/activity-types/serious-game");
    for (std::size_t number = 0; number < keys_.size(); ++number)
        keys_[number] = fmt::format("{}/extension/{}", base_, xapi_fields[number].key);
    for (const Activity& played : activities)
        if (const auto levels = content.levels(played.id); !levels.empty()) {
            Random chance(0);
            plays_.emplace(played.id, play_of(played.ask(levels.front(), content, {}, chance).task));
        }
}

void XapiStatements::open(JsonText& json, const Uuid& id, const std::string& pseudonym, Verb verb) const {
    json.open_object();
    json.key("id").text(id.text());
    json.key("actor").open_object();
    json.key("objectType").text("Agent");
    json.key("account").open_object();
    json.key("homePage").text(home_page_);
    json.key("name").text(pseudonym);
    json.close_object();
    json.close_object();
    json.key("verb").json(verbs_[static_cast<std::size_t>(verb)]);
}

std::string XapiStatements::level(const std::string& of_activity, const std::string& level) const {
    return activity(fmt::format("{}/activity/{}/{}", base_, iri_part(of_activity), iri_part(level)),
                    "https://w3id.org/xapi/seriousgames/activity-types/level");
}

const std::string& XapiStatements::activities_around(const Attempt& attempt) {
    std::string& around = around_[{attempt.activity, attempt.level, attempt.skill}];
    if (around.empty())
        around = fmt::format("{{\"parent\":[{}],\"grouping\":[{},{}]}}",
                             level(attempt.activity, attempt.level), game_,
                             activity(fmt::format("{}/skill/{}", base_, iri_part(attempt.skill)),
                                      "http://adlnet.gov/expapi/activities/objective"));
    return around;
}

void XapiStatements::open_context(JsonText& json, const PlayedRun& run, const std::string& activities) const {
    json.key("context").open_object();
    json.key("registration").text(run.session.id.text());
    json.key("contextActivities").json(activities);
    json.key("revision").text(run.session.content_version);
    json.key("platform").text(platform_ + " " + run.session.app_version);
    json.key("language").text("fr-FR");
}

void XapiStatements::describe(const PlayedRun& run, ExportClock::Instant told, UtcMilliseconds when,
                              Extensions& extensions) const {
    extensions.set_number(XapiField::lane, run.run.lane);
    extensions.set_text(XapiField::mode, word_of(run.session.mode));
    extensions.set_text(XapiField::school, pseudonyms_.school());
    if (!run.run.child)
        extensions.set_true(XapiField::collective);
    extensions.set_text(XapiField::device, run.session.device);
    if (run.session.clock_check != ClockCheck::plausible)
        extensions.set_text(XapiField::clock, word_of(run.session.clock_check));
    else if (told.is_frozen)
        extensions.set_text(XapiField::clock, "later_than_export");
    if (told.is_frozen)
        extensions.set_text(XapiField::device_instant, iso_instant(when));
}

void XapiStatements::add(const Attempt& attempt, const PlayedRun& run, std::string& out) {
    const ExportClock::Instant told = clock_.of(attempt.id, attempt.when);
    const auto play = plays_.find(attempt.activity);
    const XapiInteraction interaction =
        interaction_of(play == plays_.end() ? XapiPlay::by_answer : play->second, attempt);
    JsonText json(out);
    open(json, attempt.id, pseudonyms_.of(attempt.child, attempt.when), Verb::answered);
    json.key("object").open_object();
    json.key("objectType").text("Activity");
    // The exercise is rebuilt from these four: the same id is the same question for ever.
    json.key("id").text(fmt::format("{}/exercise/{}/{}/{}/{:016x}", base_, iri_part(attempt.activity),
                                    iri_part(attempt.level), iri_part(run.session.content_version),
                                    attempt.seed));
    json.key("definition").json(interaction.definition);
    json.close_object();
    json.key("result").open_object();
    if (!attempt.expected.empty() || attempt.options.empty()) // else there was nothing to know
        json.key("success").flag(attempt.correct);
    if (interaction.response)
        json.key("response").text(*interaction.response);
    json.key("duration").text(xapi_duration(attempt.duration));
    {
        Extensions extensions(*this, XapiPlace::result, json);
        extensions.set_number(XapiField::attempt_number, attempt.attempt_number);
        extensions.set_text(XapiField::help, word_of(attempt.help));
        extensions.set_text(XapiField::scaffold, word_of(attempt.scaffold));
        extensions.set_text(XapiField::error, attempt.error);
        if (!interaction.response)
            extensions.set_text(XapiField::given_response, attempt.response);
        extensions.set_number(XapiField::latency, attempt.latency);
        extensions.set_number(XapiField::prompts_replayed, attempt.prompts_replayed);
        extensions.set_number(XapiField::touches, attempt.touches);
        extensions.set_number(XapiField::stray_touches, attempt.stray_touches);
    }
    json.close_object();
    open_context(json, run, activities_around(attempt));
    {
        Extensions extensions(*this, XapiPlace::context, json);
        extensions.set_text(XapiField::item, attempt.item);
        extensions.set_number(XapiField::question, attempt.question);
        extensions.set_text(XapiField::run, attempt.run.text());
        extensions.set_number(XapiField::school_year, school_year(attempt.when));
        describe(run, told, attempt.when, extensions);
        extensions.set_real(XapiField::predicted, attempt.predicted);
        extensions.set_real(XapiField::mu_before, attempt.mu_before);
        extensions.set_real(XapiField::mu_after, attempt.mu_after);
        extensions.set_real(XapiField::variance_before, attempt.variance_before);
        extensions.set_real(XapiField::variance_after, attempt.variance_after);
        extensions.set_real(XapiField::weight, attempt.weight);
    }
    json.close_object();
    close(json, told.when, out);
}

void XapiStatements::add(const PlayedRun& run, std::string& out) {
    ENSURE(run.ending);
    const bool is_completed = *run.ending == RunEnding::completed;
    const ExportClock::Instant told = clock_.of(run.run.id, run.end);
    JsonText json(out);
    open(json, run.run.id, pseudonyms_.of(run.run.child, run.run.start),
         is_completed ? Verb::completed : Verb::terminated);
    json.key("object").json(level(run.run.activity, run.run.level));
    json.key("result").open_object();
    json.key("completion").flag(is_completed);
    json.key("duration").text(xapi_duration(run.end - run.run.start));
    {
        Extensions extensions(*this, XapiPlace::result, json);
        extensions.set_text(XapiField::ending, word_of(*run.ending));
    }
    json.close_object();
    open_context(json, run, fmt::format("{{\"grouping\":[{}]}}", game_));
    {
        Extensions extensions(*this, XapiPlace::context, json);
        extensions.set_number(XapiField::school_year, school_year(run.run.start));
        describe(run, told, run.end, extensions);
    }
    json.close_object();
    close(json, told.when, out);
}

void XapiStatements::add(const Tombstone& tombstone, std::string& out) {
    JsonText json(out);
    open(json, tombstone.id, tombstone.pseudonym, Verb::deleted);
    json.key("object").json(activity(fmt::format("{}/pupil/{}", base_, tombstone.pseudonym),
                                     "http://id.tincanapi.com/activitytype/user-profile"));
    close(json, clock_.of(tombstone.id, tombstone.when).when, out);
}

} // namespace mirabelle
