#include "engine/voice/sound_file.h"

#include <ogg/ogg.h>

#include <cstring>
#include <fstream>
#include <string_view>

namespace mirabelle {

namespace {

constexpr long bytes_at_once = 16 * 1024; // bytes read at once: most lines are smaller

struct Sync {
    Sync() { ogg_sync_init(&state); }
    ~Sync() { ogg_sync_clear(&state); }
    Sync(const Sync&) = delete;
    Sync& operator=(const Sync&) = delete;
    ogg_sync_state state{};
};

/// The rate that the first page promises.
long rate_of(const ogg_page& page) {
    constexpr std::string_view mark("\x01vorbis", 7);
    constexpr long rate_at = 12, header_length = 30; // Vorbis I, 4.2.2
    const bool is_vorbis = ogg_page_bos(&page) != 0 && page.body_len >= header_length &&
                           std::memcmp(page.body, mark.data(), mark.size()) == 0;
    if (!is_vorbis)
        throw SoundFileError("it is no Ogg Vorbis file");
    long rate = 0;
    for (int byte = 3; byte >= 0; --byte)
        rate = rate << 8 | page.body[rate_at + byte];
    if (rate < 8000 || rate > 192'000)
        throw SoundFileError("it has no usable sample rate");
    return rate;
}

} // namespace

Milliseconds vorbis_length(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw SoundFileError("it cannot be read");
    Sync sync;
    long rate = 0, pages = 0;
    std::int64_t samples = 0;
    bool ended = false;
    while (in) {
        in.read(ogg_sync_buffer(&sync.state, bytes_at_once), bytes_at_once);
        ogg_sync_wrote(&sync.state, static_cast<long>(in.gcount()));
        ogg_page page;
        int found = 0;
        while ((found = ogg_sync_pageout(&sync.state, &page)) != 0) {
            if (found < 0 || ogg_page_pageno(&page) != pages++)
                throw SoundFileError("a part of it is damaged");
            if (rate == 0)
                rate = rate_of(page);
            samples = ogg_page_granulepos(&page) < 0 ? samples : ogg_page_granulepos(&page);
            ended = ogg_page_eos(&page) != 0;
        }
    }
    if (rate == 0)
        throw SoundFileError("it is no Ogg Vorbis file");
    if (!ended)
        throw SoundFileError("its end is missing");
    if (samples <= 0)
        throw SoundFileError("nothing is in it");
    return samples * 1000 / rate;
}

} // namespace mirabelle
