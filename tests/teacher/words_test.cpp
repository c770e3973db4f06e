// The words of the teacher's panel: complete in both languages, and set as French and English are.
#include "teacher/panel/words.h"

#include "engine/content/content_error.h"
#include "tests/support/process.h"
#include "tests/support/real_content.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace mirabelle;

namespace {

const std::filesystem::path bundle_folder{MIRABELLE_BUNDLE_FOLDER};

const Words& french() {
    static const Words words(bundle_folder, Language::french);
    return words;
}
const Words& english() {
    static const Words words(bundle_folder, Language::english);
    return words;
}

std::set<std::string> all_matches(const std::string& text, const std::regex& pattern, std::size_t group) {
    std::set<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
        found.insert((*match)[group]);
    return found;
}

std::set<std::string> places(const std::string& text) {
    static const std::regex pattern("\\{([a-z_]+)\\}");
    return all_matches(text, pattern, 1);
}

/// A high sign that ends a word without any space before it, be it one that does not break.
bool has_tight_sign(const std::string& text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool ends = at + 1 == text.size() || text[at + 1] == ' ';
        const std::string before = text.substr(0, at);
        const auto ends_with = [&](std::string_view space) {
            return before.size() >= space.size() &&
                   before.compare(before.size() - space.size(), space.size(), space) == 0;
        };
        if (ends && std::string_view(":;!?").find(text[at]) != std::string_view::npos && !ends_with(" ") &&
            !ends_with("\u00A0") && !ends_with("\u202F"))
            return true;
    }
    return false;
}

/// Every "page.name" that stands in quotes in the sources of the panel.
std::set<std::string> keys_in_sources() {
    static const std::regex pattern("\"([a-z_]+\\.[a-z_0-9]+)\"");
    std::set<std::string> keys;
    const std::filesystem::path sources = std::filesystem::path(MIRABELLE_SOURCE_FOLDER) / "teacher";
    for (const char* room : {"panel", "pages"})
        for (const auto& file : std::filesystem::directory_iterator(sources / room))
            if (file.path().extension() == ".cpp")
                keys.merge(all_matches(text_of(file.path()), pattern, 1));
    for (const char* file : {"panel_fr.toml", "panel_en.toml"})
        keys.erase(file);
    return keys;
}

} // namespace

TEST_SUITE("teacher/words") {
    TEST_CASE("both languages say the same things, with the same values filled in") {
        CHECK(french().all().size() > 100);
        for (const auto& [key, text] : french().all()) {
            CAPTURE(key);
            REQUIRE(english().has(key));
            CHECK(places(text) == places(english()(key)));
            CHECK_FALSE(text.empty());
        }
        for (const auto& [key, text] : english().all()) {
            CAPTURE(key);
            CHECK(french().has(key));
            CHECK_FALSE(text.empty());
        }
    }

    TEST_CASE("whatever the panel says has words") {
        const std::set<std::string> keys = keys_in_sources();
        CHECK(keys.size() > 100);
        for (const std::string& key : keys)
            CHECK_MESSAGE(french().has(key), key);
        for (const Activity& activity : all_activities())
            CHECK_MESSAGE(french().has("activity." + std::string(activity.id)), activity.id);
        for (int month = 1; month <= 12; ++month)
            CHECK_MESSAGE(french().has("date.month_" + std::to_string(month)), month);
        for (const char* band : {"ps", "ms", "gs"}) {
            CHECK(french().has("band." + std::string(band)));
            CHECK(french().has("band." + std::string(band) + "_short"));
        }
    }

    TEST_CASE("no words are kept that nobody reads") {
        const std::set<std::string> keys = keys_in_sources();
        for (const auto& [key, text] : french().all())
            if (key.rfind("activity.", 0) != 0 && key.rfind("date.month_", 0) != 0 &&
                key.rfind("label.", 0) != 0)
                CHECK_MESSAGE(keys.count(key) == 1, key);
    }

    TEST_CASE("French has a space before high signs, and English has none") {
        static const std::regex wide(" [:;!?](\\s|$)");
        for (const auto& [key, text] : french().all()) {
            CAPTURE(key);
            CHECK_MESSAGE(!has_tight_sign(text), text);
            CHECK_MESSAGE(text.find("...") == std::string::npos, text);
        }
        for (const auto& [key, text] : english().all()) {
            CAPTURE(key);
            CHECK_MESSAGE(!std::regex_search(text, wide), text);
        }
    }

    TEST_CASE("values are filled in wherever they stand, and a value with braces stays as it is") {
        CHECK(french().with("child.facts", {{"band", "MS"}, {"today", "3 min"}, {"last", "{band}"}}) ==
              "MS · aujourd'hui : 3 min · dernière fois : {band}");
        CHECK(std::string(french()("nowhere.at_all")) == "nowhere.at_all");
        CHECK_FALSE(french().has("nowhere.at_all"));
        CHECK_THROWS_AS(Words("nowhere", Language::french), ContentError);
    }
}
