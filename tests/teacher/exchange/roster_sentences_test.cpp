#include "teacher/exchange/roster_sentences.h"

#include "engine/content/content_error.h"

#include <doctest/doctest.h>

#include <set>

using namespace mirabelle;

TEST_SUITE("teacher/exchange/roster sentences") {
    TEST_CASE("whatever can be the matter with a list has a sentence of its own, with the line it is about") {
        const RosterSentences sentences{std::filesystem::path(MIRABELLE_BUNDLE_FOLDER)};
        std::set<std::string> different;
        for (const RosterProblem problem : all_roster_problems) {
            const std::string sentence = sentences.sentence(RosterRemark{problem, 17, "23"});
            CHECK(sentence.find('{') == std::string::npos);
            CHECK(sentence.size() > 40);
            different.insert(sentence);
        }
        CHECK(different.size() == all_roster_problems.size());
        const auto damaged = sentences.sentence(RosterRemark{RosterProblem::damaged_row, 17, {}});
        CHECK(damaged.find("17") != std::string::npos);
        const auto without = sentences.sentence(RosterRemark{RosterProblem::no_level, 0, "23"});
        CHECK(without.find("23") != std::string::npos);
    }

    TEST_CASE("what is not kept is said with its columns") {
        const RosterSentences sentences{std::filesystem::path(MIRABELLE_BUNDLE_FOLDER)};
        const std::string address = sentences.sentence({RosterData::address, {"Adresse1", "Cp1"}});
        CHECK(address.find("Adresse1, Cp1") != std::string::npos);
        CHECK(address.find('{') == std::string::npos);
        CHECK(sentences.sentence({RosterData::family_name, {}}).find("initiale") != std::string::npos);
        CHECK(sentences.sentence("added", "12").find("12") != std::string::npos);
        CHECK(sentences.sentence("something_new", "12").find("something_new") != std::string::npos);
        CHECK_THROWS_AS(RosterSentences{"nowhere"}, ContentError);
    }
}
