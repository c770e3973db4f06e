#include "teacher/notices.h"

#include "engine/content/content_error.h"

#include <doctest/doctest.h>

using namespace mirabelle;

TEST_SUITE("teacher/notices") {
    TEST_CASE("what happened to the journal is told in a teacher's words, with the place it is about") {
        const NoticeTexts texts{std::filesystem::path(MIRABELLE_BUNDLE_FOLDER)};
        for (const char* code : {"database_restored", "record_refused"}) {
            const std::string sentence = texts.sentence(code, "30 novembre");
            CHECK(sentence != code);
            CHECK(sentence.find('{') == std::string::npos);
        }
    }

    TEST_CASE("a code without a sentence is shown as it is; a bundle without the file is told") {
        const NoticeTexts texts{std::filesystem::path(MIRABELLE_BUNDLE_FOLDER)};
        CHECK(texts.sentence("something_new", "a place").find("something_new") != std::string::npos);
        CHECK_THROWS_AS(NoticeTexts{"nowhere"}, ContentError);
    }
}
