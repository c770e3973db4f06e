// The demonstration's films: each tells its story in pictures, and tells it the same way every time.
#include "activities/activities.h"
#include "platform/commands/film.h"
#include "tests/support/process.h"
#include "tests/support/real_content.h"
#include "tests/support/scratch_folder.h"

#include <SDL2/SDL_image.h>
#include <doctest/doctest.h>
#include <webp/demux.h>

#include <set>

using namespace mirabelle;

TEST_SUITE("platform/film") {
    TEST_CASE("there is a film of every mechanic") {
        std::set<std::string> names;
        std::set<std::size_t> tasks;
        for (const FilmSubject& subject : film_subjects(real_content(), all_activities())) {
            CHECK(names.insert(subject.mechanic).second);
            Random chance(1);
            tasks.insert(subject.activity
                             ->make_exercise(real_content().levels(subject.activity->id).front(),
                                             real_content(), chance)
                             .task.index());
        }
        CHECK(tasks.size() == names.size());
        CHECK(names.size() == std::variant_size_v<Task>);
    }

    TEST_CASE("a film lasts six to ten seconds, moves, and is the same every time") {
        const ScratchFolder scratch("mirabelle_film");
        const FilmSubject subject = film_subjects(real_content(), all_activities()).front();
        const auto first = scratch.path() / "first", second = scratch.path() / "second";
        const std::size_t pictures = make_film(real_content(), *subject.activity, first);
        CHECK(pictures * film_frame >= 6000);
        CHECK(pictures * film_frame <= 10'000);
        CHECK(make_film(real_content(), *subject.activity, second) == pictures);
        const std::string film = text_of(first.string() + ".webp");
        CHECK(film == text_of(second.string() + ".webp"));
        std::set<std::string> different;
        for (const auto& entry : std::filesystem::directory_iterator(first)) {
            const std::string picture = text_of(entry.path());
            CHECK(picture == text_of(second / entry.path().filename()));
            different.insert(picture);
        }
        CHECK(different.size() > pictures / 2);
        SDL_Surface* last =
            IMG_Load((first / (std::to_string(10'000 + pictures).substr(1) + ".png")).c_str());
        REQUIRE(last != nullptr);
        CHECK(last->w == 960);
        CHECK(last->h == 600);
        SDL_FreeSurface(last);

        const WebPData data{reinterpret_cast<const std::uint8_t*>(film.data()), film.size()};
        WebPAnimDecoder* decoder = WebPAnimDecoderNew(&data, nullptr);
        REQUIRE(decoder != nullptr);
        int ends = 0;
        for (std::uint8_t* pixels = nullptr; WebPAnimDecoderHasMoreFrames(decoder) != 0;)
            REQUIRE(WebPAnimDecoderGetNext(decoder, &pixels, &ends) != 0);
        WebPAnimDecoderDelete(decoder);
        CHECK(ends == static_cast<int>(pictures) * static_cast<int>(film_frame));
    }
}
