#include "engine/journal/pseudonym.h"

#include "engine/civil_time.h"
#include "engine/journal/journal_pages.h"
#include "tests/engine/journal/journal_scene.h"

#include <set>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

SecretKey counting_key() {
    SecretKey key;
    for (std::size_t place = 0; place < key.size(); ++place)
        key[place] = static_cast<std::uint8_t>(place);
    return key;
}

} // namespace

TEST_SUITE("engine/journal pseudonym") {
    TEST_CASE("pseudonyms are those that Python's hmac and base64 make") {
        CHECK(pseudonym_of(counting_key(), 2026, "school", "00000000-0000-4000-8000-000000000001") ==
              "KQIRVP3CLTMIJVX3UO4SVICXB5");
        CHECK(pseudonym_of(counting_key(), 2027, "school", "class") == "BRZKGWNAQ2VHJRFZADXPNWD75G");
    }

    TEST_CASE("the school year turns on 1 August") {
        CHECK(school_year(*midnight_of("2026-07-31") + 86'399'999) == 2025);
        CHECK(school_year(*midnight_of("2026-08-01")) == 2026);
        CHECK(school_year(*midnight_of("2027-01-01")) == 2026);
    }

    TEST_CASE("a child has one pseudonym a school year, shared with nobody") {
        Random random(3);
        Pseudonyms school(counting_key(), "one"), other_school(counting_key(), "two");
        const UtcMilliseconds first_year = *midnight_of("2026-09-01"),
                              second_year = *midnight_of("2027-09-01");
        std::set<std::string> seen;
        for (int child = 0; child < 200; ++child) {
            const Uuid id = Uuid::make(random);
            CHECK(school.of(id, first_year) == school.of(id, first_year + 86'400'000));
            for (const std::string& name :
                 {school.of(id, first_year), school.of(id, second_year), other_school.of(id, first_year)}) {
                CHECK(name.size() == 26);
                CHECK(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string::npos);
                CHECK(seen.insert(name).second);
            }
        }
        CHECK(seen.insert(school.of(std::nullopt, first_year)).second);
    }

    TEST_CASE("the key is made once, from the system's chance, and only its owner may read it") {
        const JournalFolder one, two;
        const auto first_of = [](const fs::path& folder) {
            JournalOptions options;
            options.now = monday_morning;
            options.random = Random(5); // the same for both
            Journal journal = Journal::open(folder, options);
            JournalPages pages(journal);
            Pseudonyms pseudonyms = pages.pseudonyms();
            CHECK(pseudonyms.school() == journal.setting("school_id"));
            return pseudonyms.of(std::nullopt, monday_morning);
        };
        const std::string name = first_of(one.path());
        CHECK(first_of(one.path()) == name);
        CHECK(first_of(two.path()) != name);
        const fs::path file = one.path() / "pseudonym.key";
        CHECK(fs::file_size(file) == 32);
        CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        CHECK(bytes_of(file) != bytes_of(two.path() / "pseudonym.key"));
        CHECK_FALSE(fs::exists(one.path() / "pseudonym.key.unfinished"));
    }

    TEST_CASE("a key that is no key is not overwritten: the children keep their pseudonyms") {
        const JournalFolder folder;
        Journal journal = open_at(folder.path());
        write_bytes(folder.path() / "pseudonym.key", "short");
        JournalPages pages(journal);
        CHECK_THROWS_WITH_AS(pages.pseudonyms(), doctest::Contains("pseudonym.key"), JournalError);
        CHECK(bytes_of(folder.path() / "pseudonym.key") == "short");
    }
}
