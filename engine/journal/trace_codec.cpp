#include "engine/journal/trace_codec.h"

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

// Layout: version, then unsigned LEB128 numbers, signed ones as zigzag:
// lane width, lane height, in the second version the reach, in the third the reach and how the child plays,
// count, and for every touch finger and phase together, then the steps of time, x and y from the touch before
// it.
constexpr std::uint8_t all_within_reach = 1;
constexpr std::uint8_t with_reach = 2;
constexpr std::uint8_t with_access = 3;
constexpr std::int64_t farthest = 1'000'000;       // in 0.1 mm
constexpr Milliseconds longest_ring_step = 60'000; // of a ring
constexpr std::uint64_t phases = 4;
constexpr std::size_t fewest_bytes_a_touch = 4;

std::int64_t tenths(double mm) {
    if (std::isnan(mm))
        return 0;
    return std::llround(std::clamp(mm * 10, -static_cast<double>(farthest), static_cast<double>(farthest)));
}

Milliseconds kept_step(const Access& access) {
    return access.scans() ? std::clamp<Milliseconds>(access.scan_step, 0, longest_ring_step) : 0;
}

double millimetres(std::int64_t tenths_of_mm) { return static_cast<double>(tenths_of_mm) / 10; }

// Unsigned throughout, because a step between two far instants may leave the range of signed numbers.
std::uint64_t zigzag(std::uint64_t two_complement) {
    return (two_complement << 1) ^ (two_complement >> 63 != 0 ? UINT64_MAX : 0);
}
std::uint64_t unzigzag(std::uint64_t coded) { return (coded >> 1) ^ ((coded & 1) != 0 ? UINT64_MAX : 0); }

class Packer {
  public:
    void byte(std::uint8_t value) { bytes_.push_back(value); }
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<std::uint8_t>(value | 0x80));
        byte(static_cast<std::uint8_t>(value));
    }
    void step(std::int64_t from, std::int64_t to) {
        number(zigzag(static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)));
    }
    std::vector<std::uint8_t> take() { return std::move(bytes_); }

  private:
    std::vector<std::uint8_t> bytes_;
};

class Unpacker {
  public:
    explicit Unpacker(std::span<const std::uint8_t> bytes) : left_(bytes) {}

    std::optional<std::uint8_t> byte() {
        if (left_.empty())
            return std::nullopt;
        const std::uint8_t value = left_.front();
        left_ = left_.subspan(1);
        return value;
    }
    std::optional<std::uint64_t> number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::optional<std::uint8_t> next = byte();
            if (!next || (shift == 63 && *next > 1))
                return std::nullopt;
            value |= static_cast<std::uint64_t>(*next & 0x7F) << shift;
            if (*next < 0x80) {
                const bool is_shortest = *next != 0 || shift == 0;
                return is_shortest ? std::optional(value) : std::nullopt;
            }
        }
        return std::nullopt;
    }
    std::optional<std::int64_t> step(std::int64_t from) {
        const std::optional<std::uint64_t> coded = number();
        if (!coded)
            return std::nullopt;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + unzigzag(*coded));
    }
    std::optional<std::int64_t> length_step(std::int64_t from) {
        const std::optional<std::int64_t> reached = step(from);
        return reached && *reached >= -farthest && *reached <= farthest ? reached : std::nullopt;
    }
    std::size_t left() const { return left_.size(); }

  private:
    std::span<const std::uint8_t> left_;
};

/// Nothing for what is all as usual: that is an earlier version.
std::optional<Access> unpack_access(Unpacker& from) {
    const std::optional<std::uint64_t> bits = from.number();
    const std::optional<Access> kept = access_of_bits(bits.value_or(0));
    if (!kept || *kept == Access{})
        return std::nullopt;
    Access access = *kept;
    if (access.scans()) {
        const std::optional<std::uint64_t> step = from.number();
        if (!step || *step > static_cast<std::uint64_t>(longest_ring_step))
            return std::nullopt;
        access.scan_step = static_cast<Milliseconds>(*step);
    }
    return access;
}

std::optional<Touch> unpack_touch(Unpacker& from, const Touch& before) {
    const std::optional<std::uint64_t> finger_and_phase = from.number();
    const std::optional<std::int64_t> time = from.step(before.time);
    const std::optional<std::int64_t> x = from.length_step(tenths(before.at.x));
    const std::optional<std::int64_t> y = from.length_step(tenths(before.at.y));
    if (!finger_and_phase || !time || !x || !y || *finger_and_phase / phases > UINT32_MAX)
        return std::nullopt;
    const auto finger = static_cast<std::int64_t>(unzigzag(*finger_and_phase / phases));
    return Touch{*time, static_cast<FingerId>(finger), static_cast<TouchPhase>(*finger_and_phase % phases),
                 Point{millimetres(*x), millimetres(*y)}};
}

} // namespace

TouchTrace quantised(const TouchTrace& trace) {
    TouchTrace rounded = trace;
    rounded.lane = {millimetres(tenths(trace.lane.width)), millimetres(tenths(trace.lane.height))};
    rounded.reach = millimetres(tenths(trace.reach));
    rounded.access.scan_step = kept_step(trace.access);
    for (Touch& touch : rounded.touches)
        touch.at = {millimetres(tenths(touch.at.x)), millimetres(tenths(touch.at.y))};
    return rounded;
}

std::vector<std::uint8_t> pack_trace(const TouchTrace& trace) {
    Packer packer;
    const std::int64_t reach = tenths(trace.reach);
    const std::uint64_t access = bits_of(trace.access);
    const std::uint8_t version = access != 0 ? with_access : reach != 0 ? with_reach : all_within_reach;
    packer.byte(version);
    packer.step(0, tenths(trace.lane.width));
    packer.step(0, tenths(trace.lane.height));
    if (version != all_within_reach)
        packer.step(0, reach);
    if (version == with_access)
        packer.number(access);
    if (trace.access.scans())
        packer.number(static_cast<std::uint64_t>(kept_step(trace.access)));
    packer.number(trace.touches.size());
    Touch before;
    for (const Touch& touch : trace.touches) {
        const auto finger = static_cast<std::uint64_t>(static_cast<std::int64_t>(touch.finger));
        packer.number(zigzag(finger) * phases + static_cast<std::uint64_t>(touch.phase));
        packer.step(before.time, touch.time);
        packer.step(tenths(before.at.x), tenths(touch.at.x));
        packer.step(tenths(before.at.y), tenths(touch.at.y));
        before = touch;
    }
    return packer.take();
}

std::optional<TouchTrace> unpack_trace(std::span<const std::uint8_t> packed) {
    Unpacker from(packed);
    const std::optional<std::uint8_t> version = from.byte();
    if (!version || *version < all_within_reach || *version > with_access)
        return std::nullopt;
    const std::optional<std::int64_t> width = from.length_step(0);
    const std::optional<std::int64_t> height = from.length_step(0);
    const std::optional<std::int64_t> reach = *version == all_within_reach ? 0 : from.length_step(0);
    const std::optional<Access> access = *version == with_access ? unpack_access(from) : Access();
    const std::optional<std::uint64_t> count = from.number();
    // Asked before anything is reserved: a damaged count must not ask for all the memory there is.
    if (!width || !height || !reach || (*version == with_reach && *reach == 0) || !access || !count ||
        *count > from.left() / fewest_bytes_a_touch)
        return std::nullopt;
    TouchTrace trace{{millimetres(*width), millimetres(*height)}, {}, millimetres(*reach), *access};
    trace.touches.reserve(static_cast<std::size_t>(*count));
    Touch before;
    for (std::uint64_t place = 0; place < *count; ++place) {
        const std::optional<Touch> touch = unpack_touch(from, before);
        if (!touch)
            return std::nullopt;
        trace.touches.push_back(*touch);
        before = *touch;
    }
    return from.left() == 0 ? std::optional(std::move(trace)) : std::nullopt;
}

} // namespace mirabelle
