#include "engine/class_room.h"
#include "tests/support/app_scene.h"

#include <doctest/doctest.h>

using namespace mirabelle;

namespace {

constexpr UtcMilliseconds day = 24 * 60 * 60 * 1000;

struct Room {
    explicit Room(int enrolled, std::optional<Band> only = {})
        : school(enrolled), room(real_content(), school.journal, only, ids) {}

    SchoolJournal school;
    Random ids{9};
    ClassRoom room;
};

} // namespace

TEST_SUITE("engine/class room") {
    TEST_CASE("an empty class is offered example children, who move in when the first one sits down") {
        Room empty(0);
        CHECK(empty.room.children().size() == real_content().example_names().size());
        CHECK(empty.school.journal.children().empty());
        empty.room.sit_down(1);
        CHECK(empty.room.is_playing(1));
        CHECK(empty.room.is_settled());
        const auto kept = empty.school.journal.children();
        REQUIRE(kept.size() == empty.room.children().size());
        for (std::size_t i = 0; i < kept.size(); ++i) {
            CHECK(kept[i].id == empty.room.child(i).id);
            CHECK(kept[i].first_name == empty.room.child(i).first_name);
        }
        empty.room.sit_down(2);
        CHECK(empty.school.journal.children().size() == kept.size());
    }

    TEST_CASE("example children are of every age, or of the one that is asked for") {
        Room all(0);
        std::array<int, 3> bands{};
        for (const Child& child : all.room.children())
            ++bands[static_cast<std::size_t>(child.band)];
        for (const int count : bands)
            CHECK(count > 0);
        Room old(0, Band::GS);
        for (const Child& child : old.room.children())
            CHECK(child.band == Band::GS);
    }

    TEST_CASE("a real class is never mixed with examples, and may be shown by age column") {
        Room real(7);
        CHECK(real.room.children().size() == 7);
        real.room.sit_down(0);
        CHECK(real.school.journal.children().size() == 7);
        Room some(7, Band::MS);
        CHECK(some.room.children().size() == 2);
        Room none(1, Band::GS); // a class without children of that age is still a real class
        CHECK(none.room.children().empty());
    }

    TEST_CASE("next comes who has played least today and is not playing") {
        Room room(4);
        CHECK(room.room.next_after(0) == 1u);
        room.room.add_played(1, 1000);
        CHECK(room.room.next_after(0) == 2u);
        room.room.sit_down(2);
        CHECK(room.room.next_after(0) == 3u);
        room.room.sit_down(3);
        CHECK(room.room.next_after(0) == 1u);
        room.room.sit_down(1);
        CHECK_FALSE(room.room.next_after(0));
        room.room.stand_up(3);
        CHECK(room.room.next_after(0) == 3u);
        Room alone(1);
        CHECK_FALSE(alone.room.next_after(0));
    }

    TEST_CASE("a new day begins with empty hands; the same day goes on after a restart") {
        Room room(2);
        const Session session = room.school.journal.begin_session("1", SessionMode::tablet, school_morning);
        const Uuid child = room.room.child(0).id;
        const Run run{Uuid::make(room.ids), session.id, child, "give_me", "ps-1", 1, 0, school_morning};
        room.school.journal.begin_run(run);
        room.school.journal.end_run(run.id, RunEnding::completed, school_morning + 90'000);
        room.room.begin_day(school_morning - day / 3, school_morning + day * 2 / 3);
        CHECK(room.room.played(0) == 90'000);
        CHECK(room.room.played(1) == 0);
        CHECK(room.room.leaves() == 1);
        CHECK(room.room.is_today(school_morning));
        CHECK_FALSE(room.room.is_today(school_morning + day));
        room.room.begin_day(school_morning + day * 2 / 3, school_morning + day * 5 / 3);
        CHECK(room.room.played(0) == 0);
        CHECK(room.room.leaves() == 0);
    }

    TEST_CASE("the list is read anew: everyone keeps seat and minutes, wherever they stand now") {
        Room room(4);
        const auto before = room.school.journal.children();
        room.room.sit_down(2);
        room.room.add_played(3, 5000);
        room.school.journal.remove_child(before[1].id, school_morning);
        const MovedChildren moved = room.room.reload();
        REQUIRE(moved.size() == 4);
        CHECK(moved[0] == 0u);
        CHECK_FALSE(moved[1]);
        CHECK(moved[2] == 1u);
        CHECK(moved[3] == 2u);
        CHECK(room.room.is_playing(1));
        CHECK_FALSE(room.room.is_playing(2));
        CHECK(room.room.played(2) == 5000);
        CHECK(room.room.child(1).id == before[2].id);
    }

    TEST_CASE("who comes back to the list the same day keeps the minutes played") {
        Room room(1);
        const Session session = room.school.journal.begin_session("1", SessionMode::tablet, school_morning);
        const Child late{Uuid::make(room.ids), "Ali", "", "cat", Band::MS, ""};
        room.room.begin_day(school_morning - day / 3, school_morning + day * 2 / 3);
        room.school.journal.add_child(late);
        const Run run{Uuid::make(room.ids), session.id, late.id, "give_me", "ms-1", 1, 0, school_morning};
        room.school.journal.begin_run(run);
        room.school.journal.end_run(run.id, RunEnding::completed, school_morning + 90'000);
        room.room.reload();
        CHECK(room.room.played(1) == 90'000);
    }

    TEST_CASE("examples stay the same until someone real comes") {
        Room empty(0);
        const Uuid first = empty.room.child(0).id;
        CHECK(empty.room.reload().front() == 0u);
        CHECK(empty.room.child(0).id == first);
        empty.school.journal.add_child({Uuid::make(empty.ids), "Ali", "", "cat", Band::MS, ""});
        CHECK_FALSE(empty.room.reload().front());
        REQUIRE(empty.room.children().size() == 1);
        empty.room.sit_down(0); // and they do not move in any more
        CHECK(empty.school.journal.children().size() == 1);
    }

    TEST_CASE("enough is what the content says, or what the school says for that age") {
        SchoolJournal school(3);
        Random ids(4);
        SessionCaps caps;
        caps[static_cast<std::size_t>(Band::MS)] = 3;
        ClassRoom room(real_content(), school.journal, {}, ids, caps);
        const Milliseconds content_ps = real_content().sizes(Band::PS).session;
        room.add_played(0, content_ps - 1);
        CHECK_FALSE(room.has_played_enough(0));
        room.add_played(0, 1);
        CHECK(room.has_played_enough(0));
        room.add_played(1, 3 * 60'000 - 1);
        CHECK_FALSE(room.has_played_enough(1));
        room.add_played(1, 1);
        CHECK(room.has_played_enough(1));
    }

    TEST_CASE("most of a class are of one age") {
        CHECK(Room(4).room.usual_band() == Band::PS); // PS MS GS PS
        CHECK(Room(5, Band::GS).room.usual_band() == Band::GS);
    }
}
