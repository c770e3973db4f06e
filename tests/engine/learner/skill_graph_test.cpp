#include "engine/content/content_error.h"
#include "engine/content/skill_graph_file.h"
#include "engine/content/toml_file.h"
#include "tests/support/real_content.h"
#include "tests/support/scratch_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>

using namespace mirabelle;

namespace {

const std::vector<Skill> three{{"a", "literacy", Band::PS, "A", "PS"},
                               {"b", "literacy", Band::MS, "B", "MS"},
                               {"c", "numeracy", Band::GS, "C", "GS"}};

SkillGraph read(const std::string& text) {
    const ScratchFolder folder{"mirabelle_graph"};
    const auto file = folder.path() / "skill_graph.toml";
    std::ofstream(file) << text;
    return read_skill_graph(file, three, {});
}

std::string complaint(const std::string& text) {
    try {
        read(text);
    } catch (const ContentError& error) {
        return error.what();
    }
    return "";
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("engine/learner skill graph") {
    TEST_CASE("every skill of the programme has its place, can be reached, and is not above what it needs") {
        const SkillGraph& graph = real_content().graph();
        CHECK(graph.size() == real_content().skills().size());
        CHECK_FALSE(graph.circle().has_value());
        std::set<std::string> written;
        const TomlTable file = TomlTable::open(real_content().folder() / "content" / "skill_graph.toml");
        for (const TomlTable& table : file.tables("skill"))
            written.insert(table.text("id"));
        for (std::size_t skill = 0; skill < graph.size(); ++skill) {
            CHECK_MESSAGE(written.count(graph[skill].id) == 1, graph[skill].id);
            CHECK(graph.find(graph[skill].id) == skill);
            for (const std::size_t need : graph[skill].needs)
                CHECK_MESSAGE(graph[need].band <= graph[skill].band, graph[skill].id);
        }
    }

    TEST_CASE("what is wrong is told with its file, its line and how to mend it") {
        const std::string fine = "[[skill]]\nid = \"a\"\n[[skill]]\nid = \"b\"\nneeds = [\"a\"]\n";
        CHECK(complaint(fine) == "");
        const std::string unknown = complaint(fine + "[[skill]]\nid = \"c\"\nneeds = [\"z\"]\n");
        CHECK(contains(unknown, "skill_graph.toml:8"));
        CHECK(contains(unknown, "unknown skill 'z'"));
        CHECK(contains(complaint(fine + "[[skill]]\nid = \"x\"\n"), "unknown skill 'x'"));
        CHECK(contains(complaint(fine + "[[skill]]\nid = \"b\"\n"), "a second time"));
        const std::string circle = complaint("[[skill]]\nid = \"a\"\nneeds = [\"b\"]\n"
                                             "[[skill]]\nid = \"b\"\nneeds = [\"c\"]\n"
                                             "[[skill]]\nid = \"c\"\nneeds = [\"b\"]\n");
        CHECK(contains(circle, "back to itself"));
        CHECK((contains(circle, ":6") || contains(circle, ":9"))); // in the circle, not before it
    }

    TEST_CASE("a skill that was called otherwise is found by both names") {
        const SkillGraph graph = read("[[skill]]\nid = \"a\"\n[[renamed]]\nwas = \"alpha\"\nis = \"a\"\n");
        CHECK(graph.find("alpha") == graph.find("a"));
        CHECK_FALSE(graph.find("beta").has_value());
        CHECK(contains(complaint("[[skill]]\nid = \"a\"\n[[renamed]]\nwas = \"b\"\nis = \"a\"\n"),
                       "still exists"));
        CHECK(
            contains(complaint("[[skill]]\nid = \"a\"\n[[renamed]]\nwas = \"x\"\nis = \"y\"\n"), "unknown"));
    }
}
