#include "activities/the_day/calendar.h"

#include <array>
#include <span>
#include <string>

namespace mirabelle {

namespace {

struct Entry {
    std::string_view id; ///< ends the id of its voice line: time_monday
    std::string_view picture;
    std::string_view sky = {}; ///< behind the picture
};

constexpr std::array moments{Entry{"breakfast", "1f963", "sky_morning"}, Entry{"school", "1f3eb", "sky_day"},
                             Entry{"lunch", "1f37d", "sky_day"}, Entry{"bath", "1f6c0", "sky_evening"},
                             Entry{"bedtime", "1f6cc", "sky_night"}};
// Each day has the sign of what it is called after: moon, Mars, Mercury, Jupiter's lightning, Venus, Saturn,
// sun.
constexpr std::array days{Entry{"monday", "day_monday"},       Entry{"tuesday", "day_tuesday"},
                          Entry{"wednesday", "day_wednesday"}, Entry{"thursday", "day_thursday"},
                          Entry{"friday", "day_friday"},       Entry{"saturday", "day_saturday"},
                          Entry{"sunday", "day_sunday"}};
constexpr std::array seasons{Entry{"winter", "26c4"}, Entry{"spring", "1f337"}, Entry{"summer", "1f3d6"},
                             Entry{"autumn", "1f342"}};
// What a class does or sees in it.
constexpr std::array months{
    Entry{"january", "1f451"}, Entry{"february", "1f95e"}, Entry{"march", "1f337"},
    Entry{"april", "1f41f"},   Entry{"may", "1f490"},      Entry{"june", "1f352"},
    Entry{"july", "1f386"},    Entry{"august", "1f3d6"},   Entry{"september", "1f392"},
    Entry{"october", "1f383"}, Entry{"november", "1f344"}, Entry{"december", "1f384"}};

std::span<const Entry> entries(std::string_view kind) {
    if (kind == "moments")
        return moments;
    if (kind == "days")
        return days;
    if (kind == "seasons")
        return seasons;
    return months;
}

} // namespace

std::vector<Piece> calendar(std::string_view kind, const Content& content) {
    std::vector<Piece> pieces;
    for (const Entry& entry : entries(kind)) {
        const std::string id(entry.id);
        Piece piece{id, PictureFace{content.picture(entry.picture)}, content.voice("time_" + id)};
        if (!entry.sky.empty())
            piece.face = SceneFace{{{content.picture(entry.sky), {0, 0, 1, 1}},
                                    {content.picture(entry.picture), {0.17, 0.3, 0.66, 0.66}}}};
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace mirabelle
