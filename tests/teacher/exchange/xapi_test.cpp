// What a pretend class did, as xAPI statements, under the eyes of a strict reader.
#include "engine/civil_time.h"
#include "teacher/exchange/xapi_interaction.h"
#include "teacher/exchange/xapi_json.h"
#include "teacher/exchange/xapi_text.h"
#include "tests/support/xapi_checker.h"
#include "tests/support/xapi_class.h"

#include <doctest/doctest.h>

#include <clocale>
#include <functional>

using namespace mirabelle;

namespace {

using Json = nlohmann::ordered_json;

const std::string now = iso_instant(class_exported);
const std::string extension = "https://mirabelle.example/xapi/extension/";

std::vector<Json> statements() {
    std::vector<Json> all;
    for (const std::string& line : lines_of(statements_of_a_class()))
        all.push_back(Json::parse(line));
    return all;
}

/// An answer of the class whose interaction is of this type.
Json answer_of_type(const std::string& type) {
    for (const Json& statement : statements())
        if (statement["object"]["definition"].value("interactionType", "") == type &&
            statement["result"].contains("response"))
            return statement;
    FAIL("nobody gave such an answer");
    return {};
}

Json definition_of(const XapiInteraction& interaction) { return Json::parse(interaction.definition); }

std::string joined(const std::vector<std::string>& faults) {
    std::string text;
    for (const std::string& fault : faults)
        text += fault + "; ";
    return text;
}

} // namespace

TEST_SUITE("teacher/exchange xapi") {
    TEST_CASE("every statement of a pretend class keeps every rule") {
        XapiChecker checker(now);
        std::size_t number = 0;
        for (const std::string& line : lines_of(statements_of_a_class())) {
            const auto faults = checker.faults_of(line);
            CHECK_MESSAGE(faults.empty(), joined(faults) << line);
            ++number;
        }
        CHECK(number > 100);
        CHECK(statements_of_a_class().back() == '\n');
    }

    TEST_CASE("the bytes are those that nlohmann's ordered_json writes") {
        for (const std::string& line : lines_of(statements_of_a_class()))
            REQUIRE(Json::parse(line).dump() == line);
        std::string out;
        JsonText json(out);
        Json same;
        json.open_object();
        int number = 0;
        for (const char* text :
             {"", "plain", "é œ", "\"quoted\" \\", "two\nlines\t\x01", "\x7f", "not \xff utf-8"}) {
            const std::string key = "k" + std::to_string(number++);
            json.key(key).text(text);
            same[key] = text;
        }
        json.key("list").open_list();
        for (const double value : {0.0, -0.0, 1.0, 0.1, -2.5, 1e-7, 1e300, 2.0 / 3}) {
            json.number(value);
            same["list"].push_back(value);
        }
        json.number(std::int64_t{-42});
        same["list"].push_back(-42);
        json.open_object();
        json.close_object();
        same["list"].push_back(Json::object());
        json.flag(false);
        same["list"].push_back(false);
        json.close_list();
        json.key("last").json("[1]");
        same["last"] = Json::array({1});
        json.close_object();
        CHECK(out == same.dump(-1, ' ', false, Json::error_handler_t::replace));
    }

    TEST_CASE("the class did all that a statement can tell") {
        std::set<std::string> verbs, types, clocks, modes;
        int collective = 0;
        for (const Json& statement : statements()) {
            verbs.insert(statement["verb"]["id"]);
            types.insert(statement["object"]["definition"].value("interactionType", "none"));
            if (!statement.contains("context"))
                continue;
            const Json& told = statement["context"]["extensions"];
            clocks.insert(told.value(extension + "clock", "right"));
            modes.insert(told.value(extension + "mode", ""));
            collective += told.value(extension + "collective", false) ? 1 : 0;
        }
        CHECK(verbs.size() == 4);
        CHECK(types.count("choice") + types.count("performance") == 2);
        CHECK(clocks.count("right") + clocks.count("later_than_export") == 2);
        CHECK(modes == std::set<std::string>{"tablet", "board"});
        CHECK(collective > 20);
    }

    TEST_CASE("the strict reader finds what is broken") {
        const Json choice = answer_of_type("choice"), performance = answer_of_type("performance");
        REQUIRE(XapiChecker(now).faults_of(choice.dump()).empty());
        REQUIRE(XapiChecker(now).faults_of(performance.dump()).empty());
        struct Damage {
            const char* fault;
            std::function<void(Json&)> make;
        };
        const std::vector<Damage> damages{
            {"id is no UUID", [](Json& s) { s["id"] = "5852086C-39D5-49DC-8CA2-4EEC5E9F58C6"; }},
            {"id is no UUID", [](Json& s) { s["id"] = 7; }},
            {"statement has stored", [](Json& s) { s["stored"] = "2026-11-30T08:00:00.000Z"; }},
            {"statement lacks actor", [](Json& s) { s.erase("actor"); }},
            {"actor has name", [](Json& s) { s["actor"]["name"] = "Zoé"; }},
            {"actor has mbox", [](Json& s) { s["actor"]["mbox"] = "mailto:zoe@example.org"; }},
            {"name is no pseudonym", [](Json& s) { s["actor"]["account"]["name"] = "Zoé"; }},
            {"homePage is no IRI", [](Json& s) { s["actor"]["account"]["homePage"] = "mirabelle"; }},
            {"verb is not one of ours", [](Json& s) { s["verb"]["id"] = "answered"; }},
            {"display has en", [](Json& s) { s["verb"]["display"]["en"] = "answered"; }},
            {"object's id is no IRI", [](Json& s) { s["object"]["id"] = "https://example.org/a b"; }},
            {"object's id is no IRI", [](Json& s) { s["object"]["id"] = "https://example.org/é"; }},
            {"object's definition has name", [](Json& s) { s["object"]["definition"]["name"] = "b"; }},
            {"choices has an id twice",
             [](Json& s) {
                 Json& choices = s["object"]["definition"]["choices"];
                 choices.push_back(choices[0]);
             }},
            {"choices has an id that is none",
             [](Json& s) { s["object"]["definition"]["choices"][0]["id"] = "a b"; }},
            {"the right answer is no choice",
             [](Json& s) { s["object"]["definition"]["correctResponsesPattern"] = {"nothing"}; }},
            {"there is not one right answer",
             [](Json& s) { s["object"]["definition"]["correctResponsesPattern"] = Json::array(); }},
            {"the response is no choice", [](Json& s) { s["result"]["response"] = "nothing"; }},
            {"response is no text", [](Json& s) { s["result"]["response"] = 4; }},
            {"success is neither true nor false", [](Json& s) { s["result"]["success"] = 1; }},
            {"duration is none", [](Json& s) { s["result"]["duration"] = "PT4,27S"; }},
            {"duration is none", [](Json& s) { s["result"]["duration"] = "PT4.271S"; }},
            {"result has score",
             [](Json& s) {
                 s["result"]["score"] = {{"raw", 1}};
             }},
            {"error is null", [](Json& s) { s["result"]["extensions"][extension + "error"] = nullptr; }},
            {"result has the extension first_name",
             [](Json& s) { s["result"]["extensions"]["first_name"] = "Zoé"; }},
            {"result has the extension ",
             [](Json& s) { s["result"]["extensions"][extension + "portrait"] = "fox"; }},
            {"context has the extension ",
             [](Json& s) { s["context"]["extensions"][extension + "class"] = "MS"; }},
            {"registration is no UUID", [](Json& s) { s["context"]["registration"] = "x"; }},
            {"language is not French", [](Json& s) { s["context"]["language"] = "en"; }},
            {"contextActivities has sibling",
             [](Json& s) { s["context"]["contextActivities"]["sibling"] = Json::array(); }},
            {"parent is no list",
             [](Json& s) {
                 const Json first = s["context"]["contextActivities"]["parent"][0];
                 s["context"]["contextActivities"]["parent"] = first;
             }},
            {"timestamp is none", [](Json& s) { s["timestamp"] = "2026-11-30T08:00:00Z"; }},
            {"timestamp is none", [](Json& s) { s["timestamp"] = "2026-11-30T08:00:00.000-00:00"; }},
            {"timestamp is none", [](Json& s) { s["timestamp"] = "2026-11-30"; }},
            {"day that does not exist", [](Json& s) { s["timestamp"] = "2026-02-30T08:00:00.000Z"; }},
            {"in the future", [](Json& s) { s["timestamp"] = "2027-02-03T08:00:00.000Z"; }},
        };
        for (const Damage& damage : damages) {
            Json damaged = choice;
            damage.make(damaged);
            const std::string faults = joined(XapiChecker(now).faults_of(damaged.dump()));
            CHECK_MESSAGE(faults.find(damage.fault) != std::string::npos, damage.fault << " | " << faults);
        }
        Json damaged = performance;
        damaged["result"]["response"] = "4";
        CHECK(joined(XapiChecker(now).faults_of(damaged.dump())) ==
              "the response does not follow the steps; ");
        XapiChecker twice(now);
        twice.faults_of(choice.dump());
        CHECK(joined(twice.faults_of(choice.dump())) == "id was there before; ");
        damaged = choice;
        damaged["id"] = performance["id"];
        damaged["object"]["definition"]["type"] = "https://example.org/other";
        CHECK(joined(twice.faults_of(damaged.dump())).find("another definition before") != std::string::npos);
        CHECK(joined(twice.faults_of("{")) == "it is no JSON; ");
    }

    TEST_CASE("durations have a point and two decimals, also in a French system") {
        const std::string before = std::setlocale(LC_ALL, nullptr);
        for (const char* language : {"C", "fr_FR.UTF-8", "de_DE.UTF-8"}) {
            std::setlocale(LC_ALL, language);
            CHECK(xapi_duration(4271) == "PT4.27S");
            CHECK(xapi_duration(0) == "PT0.00S");
            CHECK(xapi_duration(5) == "PT0.01S");
            CHECK(xapi_duration(995) == "PT1.00S");
            CHECK(xapi_duration(-3) == "PT0.00S");
            CHECK(xapi_duration(3'600'050) == "PT3600.05S");
        }
        std::setlocale(LC_ALL, before.c_str());
    }

    TEST_CASE("whatever stands in the journal, ids are fit to be written") {
        CHECK(iri_part("count_objects") == "count_objects");
        CHECK(iri_part("é b/c") == "%C3%A9%20b%2Fc");
        CHECK(iri_part("") == "-");
        CHECK(component_id("b") == "b");
        CHECK(component_id("é") == "é");
        CHECK(component_id("pomme de terre") == "pomme%20de%20terre");
        CHECK(component_id("a[,]b") == "a%5B,%5Db");
    }

    TEST_CASE("each way to play has the interaction that says most of it") {
        Attempt attempt;
        attempt.expected = "4";
        attempt.response = "3+1";
        attempt.options = {"apple", "apple", "pear"};
        const auto collection = interaction_of(play_of(Task{Drag{}}), attempt);
        CHECK(definition_of(collection)["interactionType"] == "performance");
        CHECK(definition_of(collection)["correctResponsesPattern"][0] == "things[.]4[,]others[.]0");
        CHECK(collection.response == "things[.]3[,]others[.]1");
        attempt.response = "";
        CHECK_FALSE(interaction_of(XapiPlay::collection, attempt).response);
        CHECK(definition_of(interaction_of(XapiPlay::by_answer, attempt))["interactionType"] == "numeric");

        attempt.options.clear();
        attempt.response = "start";
        const auto tracing = interaction_of(play_of(Task{Trace{}}), attempt);
        CHECK(definition_of(tracing)["correctResponsesPattern"][0] == "trace[.]4");
        CHECK(tracing.response == "trace[.]start");

        attempt.options = {"4", "5", "4"};
        attempt.response = "5";
        for (const Task& task : {Task{Choose{}}, Task{TapCount{}}}) {
            const auto choice = interaction_of(play_of(task), attempt);
            CHECK(definition_of(choice)["interactionType"] == "choice");
            CHECK(definition_of(choice)["choices"].size() == 2);
            CHECK(choice.response == "5");
        }
        attempt.expected = "a, b";
        attempt.response = "b, a";
        const auto other = interaction_of(XapiPlay::by_answer, attempt);
        CHECK(definition_of(other)["interactionType"] == "other");
        CHECK(other.response == "b, a");
    }
}
