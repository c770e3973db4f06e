#include "tests/support/xapi_checker.h"

#include "engine/civil_time.h"

#include <algorithm>
#include <regex>

namespace mirabelle {

namespace {

using Json = nlohmann::json;

const std::string base = "https://mirabelle.example/xapi/";
// Written down a second time on purpose: whoever exports more must say so here too.
const std::set<std::string> of_results{"attempt-number", "help",    "scaffold",         "error",
                                       "given-response", "latency", "prompts-replayed", "touches",
                                       "stray-touches",  "ending"};
const std::set<std::string> of_contexts{
    "item",           "question",    "run",        "lane",     "mode",
    "school",         "school-year", "collective", "device",   "clock",
    "device-instant", "predicted",   "mu-before",  "mu-after", "variance-before",
    "variance-after", "weight"};
const std::set<std::string> verbs{
    "http://adlnet.gov/expapi/verbs/answered", "http://adlnet.gov/expapi/verbs/completed",
    "http://adlnet.gov/expapi/verbs/terminated", "http://activitystrea.ms/schema/1.0/delete"};

bool fits(const Json& value, const char* pattern) {
    return value.is_string() && std::regex_match(value.get<std::string>(), std::regex(pattern));
}

bool is_iri(const Json& value) {
    return fits(value, "https?://[!-~]+") && !fits(value, ".*[<>\"{}|\\\\^`].*");
}
bool is_uuid(const Json& value) {
    return fits(value, "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
}

std::set<std::string> ids_in(const Json& components) {
    std::set<std::string> ids;
    for (const Json& component : components)
        ids.insert(component.value("id", ""));
    return ids;
}

} // namespace

void XapiChecker::check(bool is_right, const std::string& fault) {
    if (!is_right)
        faults_.push_back(fault);
}

bool XapiChecker::has_only(const Json& object, const std::string& name, const std::set<std::string>& needed,
                           const std::set<std::string>& allowed) {
    if (!object.is_object()) {
        faults_.push_back(name + " is no object");
        return false;
    }
    bool is_complete = true;
    for (const std::string& key : needed)
        if (!object.contains(key)) {
            faults_.push_back(name + " lacks " + key);
            is_complete = false;
        }
    for (const auto& [key, value] : object.items())
        check(needed.count(key) + allowed.count(key) > 0, name + " has " + key);
    return is_complete;
}

std::vector<std::string> XapiChecker::faults_of(const std::string& line) {
    faults_.clear();
    const Json statement = Json::parse(line, nullptr, false);
    if (statement.is_discarded())
        return {"it is no JSON"};
    check_everywhere(statement, "statement");
    if (!has_only(statement, "statement", {"id", "actor", "verb", "object", "timestamp"},
                  {"result", "context"}))
        return faults_;
    check(is_uuid(statement["id"]), "id is no UUID");
    check(statement["id"].is_string() && ids_.insert(statement["id"]).second, "id was there before");
    check_actor(statement["actor"]);
    check_verb(statement["verb"]);
    check_activity(statement["object"], "object");
    check_timestamp(statement["timestamp"]);
    if (statement.contains("result"))
        check_result(statement["result"]);
    if (statement.contains("context"))
        check_context(statement["context"]);
    const Json& verb = statement["verb"];
    if (verb.is_object() && verb.value("id", "") == "http://adlnet.gov/expapi/verbs/answered" &&
        statement["object"].is_object() && statement["object"].contains("definition")) {
        check(statement.contains("result") && statement["result"].contains("success"),
              "an answer lacks success");
        check(statement.contains("context"), "an answer lacks its context");
        check_interaction(statement["object"]["definition"], statement.value("result", Json::object()));
    }
    return faults_;
}

void XapiChecker::check_everywhere(const Json& value, const std::string& name) {
    check(!value.is_null(), name + " is null");
    if (value.is_structured())
        for (const auto& [key, inner] : value.items()) {
            check(!key.empty(), name + " has an empty key");
            check_everywhere(inner, key);
        }
}

void XapiChecker::check_actor(const Json& actor) {
    if (!has_only(actor, "actor", {"objectType", "account"}))
        return;
    check(actor["objectType"] == "Agent", "actor is no agent");
    if (!has_only(actor["account"], "account", {"homePage", "name"}))
        return;
    check(is_iri(actor["account"]["homePage"]), "homePage is no IRI");
    check(fits(actor["account"]["name"], "[A-Z2-7]{26}"), "name is no pseudonym");
}

void XapiChecker::check_verb(const Json& verb) {
    if (!has_only(verb, "verb", {"id", "display"}))
        return;
    check(verb["id"].is_string() && verbs.count(verb["id"]) > 0, "verb is not one of ours");
    if (has_only(verb["display"], "display", {"fr-FR"}))
        check(fits(verb["display"]["fr-FR"], "[^\\s].*"), "display is empty");
}

void XapiChecker::check_activity(const Json& activity, const std::string& name) {
    if (!has_only(activity, name, {"objectType", "id", "definition"}))
        return;
    check(activity["objectType"] == "Activity", name + " is no activity");
    check(is_iri(activity["id"]), name + "'s id is no IRI");
    const Json& definition = activity["definition"];
    if (has_only(definition, name + "'s definition", {"type"},
                 {"interactionType", "correctResponsesPattern", "choices", "steps"}))
        check(is_iri(definition["type"]), name + "'s type is no IRI");
    if (!activity["id"].is_string())
        return;
    const auto [known, is_new] = definitions_.emplace(activity["id"], definition.dump());
    check(is_new || known->second == definition.dump(), name + " had another definition before");
}

void XapiChecker::check_interaction(const Json& definition, const Json& result) {
    const Json patterns = definition.value("correctResponsesPattern", Json::array());
    check(patterns.is_array() && patterns.size() == 1 && patterns[0].is_string() && patterns[0] != "",
          "there is not one right answer");
    for (const char* list : {"choices", "steps"})
        for (const Json& component : definition.value(list, Json::array()))
            if (has_only(component, list, {"id"}))
                check(fits(component["id"], "[^\\s\\[\\]]+"), std::string(list) + " has an id that is none");
    for (const char* list : {"choices", "steps"})
        check(ids_in(definition.value(list, Json::array())).size() ==
                  definition.value(list, Json::array()).size(),
              std::string(list) + " has an id twice");
    if (!faults_.empty())
        return;
    const std::string type = definition.value("interactionType", ""), right = patterns[0];
    const Json given = result.value("response", Json());
    if (!given.is_null() && !given.is_string())
        return; // told already
    check(definition.contains("choices") == (type == "choice"), "choices belong to choice");
    check(definition.contains("steps") == (type == "performance"), "steps belong to performance");
    if (type == "choice") {
        const auto ids = ids_in(definition.value("choices", Json::array()));
        check(ids.count(right) > 0, "the right answer is no choice");
        check(given.is_null() || ids.count(given) > 0, "the response is no choice");
    } else if (type == "performance") {
        check_performance(definition, right, "the right answer");
        if (!given.is_null())
            check_performance(definition, given, "the response");
    } else if (type == "numeric") {
        check(fits(patterns[0], "\\d+\\[:\\]\\d+"), "the right answer is no range");
        check(given.is_null() || fits(given, "\\d+"), "the response is no number");
    } else
        check(type == "other", "interactionType is not one of ours");
}

void XapiChecker::check_performance(const Json& definition, const std::string& text,
                                    const std::string& name) {
    const auto ids = ids_in(definition.value("steps", Json::array()));
    std::set<std::string> told;
    const std::regex step("([^\\s\\[\\]]+)\\[\\.\\]([^\\s\\[\\]]+)(\\[,\\]|$)");
    std::size_t length = 0;
    for (std::sregex_iterator found(text.begin(), text.end(), step), end; found != end; ++found) {
        told.insert((*found)[1]);
        length += static_cast<std::size_t>(found->length());
    }
    check(length == text.size() && told == ids, name + " does not follow the steps");
}

void XapiChecker::check_result(const Json& result) {
    if (!has_only(result, "result", {"duration", "extensions"}, {"success", "completion", "response"}))
        return;
    check(fits(result["duration"], "PT\\d+\\.\\d\\dS"), "duration is none");
    for (const char* flag : {"success", "completion"})
        check(!result.contains(flag) || result[flag].is_boolean(),
              std::string(flag) + " is neither true nor false");
    check(!result.contains("response") || result["response"].is_string(), "response is no text");
    check_extensions(result["extensions"], "result", of_results);
}

void XapiChecker::check_context(const Json& context) {
    if (!has_only(context, "context",
                  {"registration", "contextActivities", "revision", "platform", "language", "extensions"}))
        return;
    check(is_uuid(context["registration"]), "registration is no UUID");
    check(fits(context["revision"], ".+"), "revision is empty");
    check(fits(context["platform"], "Mirabelle .+"), "platform is not ours");
    check(context["language"] == "fr-FR", "language is not French");
    check_extensions(context["extensions"], "context", of_contexts);
    if (!has_only(context["contextActivities"], "contextActivities", {"grouping"},
                  {"parent", "category", "other"}))
        return;
    for (const auto& [key, list] : context["contextActivities"].items()) {
        check(list.is_array() && !list.empty(), key + " is no list");
        if (list.is_array())
            for (const Json& activity : list)
                check_activity(activity, key);
    }
}

void XapiChecker::check_extensions(const Json& extensions, const std::string& name,
                                   const std::set<std::string>& allowed) {
    check(extensions.is_object(), name + "'s extensions are no object");
    if (!extensions.is_object())
        return;
    const std::string prefix = base + "extension/";
    for (const auto& [key, value] : extensions.items()) {
        check(is_iri(key) && key.rfind(prefix, 0) == 0 && allowed.count(key.substr(prefix.size())) > 0,
              name + " has the extension " + key);
        check(value.is_primitive(), name + "'s extension " + key + " is no plain value");
    }
}

void XapiChecker::check_timestamp(const Json& timestamp) {
    if (!fits(timestamp, "\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z")) {
        faults_.push_back("timestamp is none");
        return;
    }
    const std::string text = timestamp;
    check(midnight_of(text.substr(0, 10)).has_value(), "timestamp names a day that does not exist");
    check(text <= now_, "timestamp is in the future");
}

} // namespace mirabelle
