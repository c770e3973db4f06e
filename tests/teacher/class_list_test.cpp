#include "teacher/class_list.h"

#include "tests/support/school_journal.h"

#include <SQLiteCpp/Database.h>
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

using namespace mirabelle;

namespace {

struct Desk {
    explicit Desk(int children = 0) : school(children), list(real_content(), school.journal, Random(31)) {}

    /// The list as the teacher reads it.
    std::vector<std::string> shown() const {
        std::vector<std::string> lines;
        for (const Child& child : list.children())
            lines.push_back(fmt::format("{} {} {} {} {}", child.first_name, child.initial, child.portrait,
                                        name_of(child.band), child.class_name));
        return lines;
    }
    /// What another start of the program would show.
    bool is_on_disk() const {
        const auto kept = school.journal.children();
        return std::equal(kept.begin(), kept.end(), list.children().begin(), list.children().end(),
                          [](const Child& a, const Child& b) {
                              return a.id == b.id && a.first_name == b.first_name && a.initial == b.initial &&
                                     a.portrait == b.portrait && a.band == b.band &&
                                     a.class_name == b.class_name;
                          });
    }
    const Uuid& id(std::size_t place) const { return list.children()[place].id; }
    ImportPlan import(const std::string& text) { return list.import(read_roster(text), Band::MS); }

    SchoolJournal school;
    ClassList list;
};

std::string portrait(std::size_t place) { return real_content().portraits()[place].id; }

constexpr const char* small_class = "Prénom;Nom;Niveau;Classe\n"
                                    "CHLOÉ;Martin;PS;Étoiles\nLéa;Dupont;MS;Étoiles\nLéa;Moreau;MS;Étoiles\n";

} // namespace

TEST_SUITE("teacher/class list") {
    TEST_CASE("a teacher enrols a child, and the name is written as one writes names") {
        Desk desk;
        const auto id = desk.list.add({" JEAN-BAPTISTE ", "dupont", "", Band::GS, "  GS de Paul "});
        REQUIRE(id);
        CHECK(desk.shown() == std::vector<std::string>{"Jean-Baptiste D " + portrait(0) + " GS GS de Paul"});
        CHECK(desk.id(0) == *id);
        CHECK(desk.is_on_disk());
        desk.list.add({"Zoé", "", portrait(4), Band::PS, ""});
        CHECK(desk.list.children()[1].portrait == portrait(4));
        CHECK_FALSE(desk.list.add({"  ", "M", "", Band::PS, ""}));
        CHECK_FALSE(desk.list.add({"12/03/2021", "M", "", Band::PS, ""}));
        CHECK(desk.list.children().size() == 2);
    }

    TEST_CASE("every change is on disk at once and can be taken back, several steps far") {
        Desk desk(3);
        std::vector<std::vector<std::string>> before;
        const auto step = [&](auto change) {
            before.push_back(desk.shown());
            change();
            CHECK(desk.shown() != before.back());
            CHECK(desk.is_on_disk());
        };
        const Uuid first = desk.id(0);
        step([&] { CHECK(desk.list.rename(first, "n’golo", "k.") == ClassList::Edit::done); });
        CHECK(desk.list.children()[0].first_name == "N’Golo");
        CHECK(desk.list.children()[0].initial == "K");
        step([&] { desk.list.change_portrait(first, "owl"); });
        step([&] { desk.list.change_band(first, Band::GS); });
        step([&] { desk.list.change_class(first, "Étoiles"); });
        step([&] { desk.list.add({"Aya", "D", "", Band::MS, "Étoiles"}); });
        step([&] { desk.list.remove(first, school_morning); });
        step([&] { desk.import(small_class); });
        while (!before.empty()) {
            REQUIRE(desk.list.can_undo());
            desk.list.undo(school_morning);
            CHECK(desk.shown() == before.back());
            CHECK(desk.is_on_disk());
            before.pop_back();
        }
        CHECK_FALSE(desk.list.can_undo());
        desk.list.undo(school_morning); // nothing left to take back
        CHECK(desk.list.children().size() == 3);
    }

    TEST_CASE("what cannot be done is said and changes nothing") {
        Desk desk(1);
        const auto shown = desk.shown();
        Random random(99);
        const Uuid stranger = Uuid::make(random);
        CHECK(desk.list.rename(desk.id(0), " ", "M") == ClassList::Edit::not_a_first_name);
        CHECK(desk.list.rename(stranger, "Léa", "M") == ClassList::Edit::no_such_child);
        CHECK(desk.list.change_band(stranger, Band::GS) == ClassList::Edit::no_such_child);
        CHECK(desk.list.remove(stranger, school_morning) == ClassList::Edit::no_such_child);
        CHECK(desk.shown() == shown);
        CHECK_FALSE(desk.list.can_undo());
    }

    TEST_CASE("a child that was removed by mistake comes back in its place with all its answers") {
        Desk desk(3);
        Journal& journal = desk.school.journal;
        const Uuid child = desk.id(1);
        const Session session = journal.begin_session("1", SessionMode::tablet, school_morning);
        Random random(8);
        const Run run{Uuid::make(random), session.id, child, "give_me", "ps-1", 1, 0, school_morning};
        journal.begin_run(run);
        Attempt attempt;
        attempt.id = Uuid::make(random);
        attempt.run = run.id;
        attempt.child = child;
        attempt.skill = "s";
        attempt.activity = run.activity;
        attempt.level = run.level;
        attempt.when = school_morning;
        journal.add(attempt, std::nullopt);
        desk.list.remove(child, school_morning + 1);
        CHECK(desk.list.children().size() == 2);
        desk.list.undo(school_morning + 2);
        REQUIRE(desk.list.children().size() == 3);
        CHECK(desk.id(1) == child);
        REQUIRE(journal.attempts(child, 0).size() == 1);
        CHECK(journal.attempts(child, 0)[0].id == attempt.id);
        CHECK(journal.last_played(child) == school_morning);
    }

    TEST_CASE("a class is imported: everyone has a portrait of their own") {
        Desk desk;
        desk.list.add({"Tom", "B", portrait(1), Band::PS, "Étoiles"});
        const ImportPlan done = desk.import(small_class);
        CHECK(done.to_add.size() == 3);
        CHECK(done.portraits_shared == 0);
        CHECK(desk.shown() == std::vector<std::string>{"Tom B " + portrait(1) + " PS Étoiles",
                                                       "Chloé M " + portrait(0) + " PS Étoiles",
                                                       "Léa D " + portrait(2) + " MS Étoiles",
                                                       "Léa M " + portrait(3) + " MS Étoiles"});
        CHECK(desk.is_on_disk());
    }

    TEST_CASE("importing the same list again doubles nobody; what is new is taken over") {
        Desk desk;
        desk.import(small_class);
        const auto shown = desk.shown();
        const ImportPlan again = desk.import(small_class);
        CHECK(again.to_add.empty());
        CHECK(again.to_update.empty());
        CHECK(again.already_there == 3);
        CHECK(desk.shown() == shown);

        // A capital without its accent is the same child, and keeps the name that the teacher gave it.
        const ImportPlan later =
            desk.import("Prénom;Nom;Niveau;Classe\n"
                        "CHLOE;Martin;MS;ÉTOILES\nLéa;Dupont;MS;Étoiles\nAya;D;MS;Étoiles");
        CHECK(later.to_add.size() == 1);
        REQUIRE(later.to_update.size() == 1);
        CHECK(later.already_there == 1);
        CHECK(desk.list.children()[0].first_name == "Chloé");
        CHECK(desk.list.children()[0].band == Band::MS);
        CHECK(desk.list.children()[0].class_name == "Étoiles");
        CHECK(desk.list.children().size() == 4);

        desk.list.undo(school_morning);
        CHECK(desk.shown() == shown);
    }

    TEST_CASE("two children of one name and initial are two children, also the second time") {
        Desk desk;
        const std::string twins = "Prénom;Nom\nLéa;Martin\nLéa;Moreau";
        CHECK(desk.import(twins).to_add.size() == 2);
        CHECK(desk.import(twins).to_add.empty());
        CHECK(desk.import(twins + "\nLéa;Mercier").to_add.size() == 1);
        CHECK(desk.import("Prénom;Nom\nLea;Martin\nLéa;Moreau").already_there == 2);
    }

    TEST_CASE("children whose list tells no level get the band that the teacher chose") {
        Desk desk;
        const ImportPlan done = desk.list.import(read_roster("Léa\nTom (PS)"), Band::GS);
        CHECK(done.without_level == 1);
        CHECK(desk.list.children()[0].band == Band::GS);
        CHECK(desk.list.children()[1].band == Band::PS);
        // The next list tells none either: nobody's band is lost.
        CHECK(desk.list.import(read_roster("Léa\nTom"), Band::MS).already_there == 2);
        CHECK(desk.list.children()[1].band == Band::PS);
    }

    TEST_CASE("two classes share no portrait while there are enough, and share them evenly when not") {
        Desk desk;
        std::string first = "Prénom;Classe\n", second = first;
        const std::size_t portraits = real_content().portraits().size();
        for (std::size_t i = 0; i < portraits / 2; ++i) {
            const std::string name = "Enfant" + std::string(i + 1, 'a');
            first += name + ";A\n";
            second += name + ";B\n";
        }
        desk.import(first);
        CHECK(desk.import(second).portraits_shared == 0);
        std::set<std::string> used;
        for (const Child& child : desk.list.children())
            CHECK(used.insert(child.portrait).second);

        std::string large = "Prénom;Classe\n";
        for (std::size_t i = 0; i < portraits + 3; ++i)
            large += "E" + std::string(i + 1, 'a') + ";C\n";
        CHECK(desk.import(large).portraits_shared == 3);
        CHECK(desk.import("Prénom;Classe\nUne;D\n").portraits_shared == 0);
    }

    TEST_CASE(
        "the disk fails in the middle of an import: what is written is shown, can be undone and completed") {
        Desk desk;
        {
            SQLite::Database saboteur(desk.school.journal.file(), SQLite::OPEN_READWRITE);
            saboteur.exec("CREATE TRIGGER no_more BEFORE INSERT ON child "
                          "WHEN (SELECT count(*) FROM child) >= 2 BEGIN SELECT RAISE(ABORT, 'no room'); END");
        }
        CHECK_THROWS_AS(desk.import(small_class), JournalError);
        CHECK(desk.list.children().size() == 2);
        CHECK(desk.is_on_disk());
        {
            SQLite::Database mended(desk.school.journal.file(), SQLite::OPEN_READWRITE);
            mended.exec("DROP TRIGGER no_more");
        }
        const ImportPlan rest = desk.import(small_class);
        CHECK(rest.to_add.size() == 1);
        CHECK(rest.already_there == 2);
        CHECK(desk.list.children().size() == 3);
        desk.list.undo(school_morning);
        CHECK(desk.list.children().size() == 2);
        desk.list.undo(school_morning);
        CHECK(desk.list.children().empty());
        CHECK_FALSE(desk.list.can_undo());
    }

    TEST_CASE("the disk fails in the middle of taking back: the rest can be taken back later") {
        Desk desk;
        desk.import(small_class);
        {
            SQLite::Database saboteur(desk.school.journal.file(), SQLite::OPEN_READWRITE);
            saboteur.exec("CREATE TRIGGER stays BEFORE UPDATE ON child WHEN old.sequence = 2 "
                          "BEGIN SELECT RAISE(ABORT, 'no room'); END");
        }
        CHECK_THROWS_AS(desk.list.undo(school_morning), JournalError);
        CHECK(desk.list.children().size() == 2);
        CHECK(desk.is_on_disk());
        {
            SQLite::Database mended(desk.school.journal.file(), SQLite::OPEN_READWRITE);
            mended.exec("DROP TRIGGER stays");
        }
        desk.list.undo(school_morning);
        CHECK(desk.list.children().empty());
        CHECK_FALSE(desk.list.can_undo());
    }
}
