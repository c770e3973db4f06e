// Whatever the journal holds, the teacher reads it in words, not in labels.
#include "teacher/pages/answer_words.h"

#include "tests/support/real_content.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <sstream>

using namespace mirabelle;

namespace {

/// Letters, numbers and French words stand for themselves.
bool speaks_for_itself(const std::string& label) {
    static const std::set<std::string> french = [] {
        std::set<std::string> parts;
        for (const Word& word : real_content().words()) {
            std::istringstream text(word.text);
            for (std::string part; text >> part;)
                parts.insert(part);
        }
        return parts;
    }();
    const bool number = label.find_first_not_of("0123456789+-./_?") == std::string::npos;
    const bool pattern = label.find_first_not_of("ABC") == std::string::npos;
    const auto letters = real_content().letters();
    const bool letter =
        label.size() == 1 || std::any_of(letters.begin(), letters.end(), [&](const Letter& one) {
            return one.id == label || one.capital == label;
        });
    return number || pattern || letter || french.count(label) > 0;
}

bool has_words(const Words& words, const std::string& label) {
    return speaks_for_itself(label) || words.has("label." + label) || in_words(words, label) != label;
}

/// Every label of every question, and one activity that has it.
std::map<std::string, std::string> labels_met() {
    constexpr std::uint64_t seeds = 60;
    std::map<std::string, std::string> met;
    const auto note = [&](const Activity& activity, const std::string& text) {
        std::string plain = text;
        for (char& sign : plain)
            if (std::string_view("+>:,=").find(sign) != std::string_view::npos)
                sign = ' ';
        std::istringstream labels(plain);
        for (std::string label; labels >> label;)
            met.emplace(label, activity.id);
    };
    for (const Activity& activity : all_activities())
        for (const Level& level : real_content().levels(activity.id))
            for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
                const Exercise exercise = exercise_of(activity, level, seed);
                note(activity, exercise.item);
                note(activity, exercise.expected);
                for (const Piece& piece : exercise.pieces)
                    note(activity, piece.label);
                for (const NamedError& error : exercise.errors)
                    note(activity, error.response);
            }
    return met;
}

} // namespace

TEST_SUITE("teacher/answer_words") {
    TEST_CASE("a teacher reads every answer without meeting a label, in both languages") {
        const auto met = labels_met();
        for (const Language language : {Language::french, Language::english}) {
            const Words words(std::filesystem::path(MIRABELLE_BUNDLE_FOLDER), language);
            for (const auto& [label, activity] : met)
                if (!has_words(words, label))
                    FAIL_CHECK(activity << ": give label." << label << " to the panel's words");
        }
    }

    TEST_CASE("labels are put into words one by one, and the rest stays as it is") {
        const Words words(std::filesystem::path(MIRABELLE_BUNDLE_FOLDER), Language::french);
        CHECK(in_words(words, "square 2") == "carré 2");
        CHECK(in_words(words, "chat") == "chat");
        CHECK(in_words(words, "") == "");
        CHECK(in_words(words, "m a") == "m a");
        CHECK(in_words(words, "yellow-square") == "jaune carré");
        CHECK(in_words(words, "abeille:apple,apple") == "abeille : pomme, pomme");
        CHECK(in_words(words, "chat>animals") == "chat – animaux");
        CHECK(in_words(words, "arc-en-ciel") == "arc-en-ciel");
    }
}
