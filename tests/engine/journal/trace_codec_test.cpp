#include "engine/journal/trace_codec.h"

#include <doctest/doctest.h>

#include <limits>

using namespace mirabelle;

namespace {

// One finger that draws like a child's, and now and then something no screen would ever send.
TouchTrace random_trace(Random& random) {
    TouchTrace trace{{random.share() * 400, random.share() * 300}, {}};
    if (random.happens(0.5))
        trace.reach = random.share() * 600;
    if (random.happens(0.5))
        trace.access = *access_of_bits(random.below(32));
    if (trace.access.scans())
        trace.access.scan_step = random.between(0, 8000);
    Touch touch{random.between(-20, 3000), FingerId{random.between(0, 9)}, TouchPhase::down,
                Point{random.share() * 400, random.share() * 300}};
    for (int left = random.between(0, 120); left > 0; --left) {
        trace.touches.push_back(touch);
        touch.time += random.between(0, 40);
        touch.phase = static_cast<TouchPhase>(random.below(4));
        touch.at = touch.at + Point{random.share() * 6 - 3, random.share() * 6 - 3};
        if (random.happens(0.1))
            touch.finger = static_cast<FingerId>(static_cast<std::int32_t>(random.bits()));
        if (random.happens(0.02))
            touch.time = static_cast<Milliseconds>(random.bits());
    }
    return trace;
}

bool is_same(const TouchTrace& one, const TouchTrace& other) {
    return one.lane == other.lane && one.reach == other.reach && one.access == other.access &&
           one.touches == other.touches;
}

} // namespace

TEST_SUITE("engine/trace_codec") {
    TEST_CASE("what a finger did comes back exactly, to a tenth of a millimetre") {
        Random random(1);
        for (int round = 0; round < 3000; ++round) {
            const TouchTrace trace = random_trace(random);
            const std::optional<TouchTrace> back = unpack_trace(pack_trace(trace));
            REQUIRE(back);
            REQUIRE(is_same(*back, quantised(trace)));
            REQUIRE(is_same(quantised(*back), *back));
            for (std::size_t place = 0; place < trace.touches.size(); ++place)
                REQUIRE(distance(trace.touches[place].at, back->touches[place].at) <= 0.0708);
        }
    }

    TEST_CASE("a second of drawing takes few bytes") {
        TouchTrace trace{{200, 150}, {}};
        for (int place = 0; place < 60; ++place)
            trace.touches.push_back(
                {place * 17, FingerId{0}, TouchPhase::move, {50 + place * 0.7, 60 - place * 0.4}});
        CHECK(pack_trace(trace).size() < 60 * 4.2);
    }

    TEST_CASE("numbers that no screen sends are held within bounds") {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        const TouchTrace trace{{infinite, std::numeric_limits<double>::quiet_NaN()},
                               {{std::numeric_limits<Milliseconds>::min(),
                                 FingerId{INT32_MIN},
                                 TouchPhase::down,
                                 {-1e300, 1e300}},
                                {std::numeric_limits<Milliseconds>::max(),
                                 FingerId{INT32_MAX},
                                 TouchPhase::cancel,
                                 {1e300, -1e300}}}};
        const std::optional<TouchTrace> back = unpack_trace(pack_trace(trace));
        REQUIRE(back);
        CHECK(is_same(*back, quantised(trace)));
        CHECK(back->lane == Size{100'000, 0});
    }

    TEST_CASE("a trace that is cut short, or longer than written, or of another version is not a trace") {
        Random random(2);
        std::vector<std::uint8_t> packed = pack_trace(random_trace(random));
        for (std::size_t length = 0; length < packed.size(); ++length)
            CHECK_FALSE(unpack_trace(std::span(packed).first(length)));
        std::vector<std::uint8_t> longer = packed;
        longer.push_back(0);
        CHECK_FALSE(unpack_trace(longer));
        packed[0] = 4;
        CHECK_FALSE(unpack_trace(packed));
    }

    TEST_CASE("any bytes are either refused or exactly what would be written") {
        Random random(3);
        int read = 0;
        for (int round = 0; round < 40'000; ++round) {
            std::vector<std::uint8_t> bytes;
            if (random.happens(0.5)) {
                bytes = pack_trace(random_trace(random));
                for (int flips = random.between(1, 3); flips > 0; --flips)
                    bytes[random.below(static_cast<std::uint32_t>(bytes.size()))] ^=
                        static_cast<std::uint8_t>(1u << random.below(8));
            } else {
                bytes.resize(random.below(40));
                for (std::uint8_t& byte : bytes)
                    byte = static_cast<std::uint8_t>(random.below(random.happens(0.5) ? 4 : 256));
                if (!bytes.empty())
                    bytes[0] = static_cast<std::uint8_t>(random.between(1, 3));
            }
            if (const std::optional<TouchTrace> trace = unpack_trace(bytes)) {
                ++read;
                REQUIRE(pack_trace(*trace) == bytes);
            }
        }
        CHECK(read > 100);
    }
}
