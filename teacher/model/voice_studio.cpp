#include "teacher/model/voice_studio.h"

#include "engine/voice/recording.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <system_error>
#include <utility>

namespace mirabelle {

namespace {

constexpr const char* not_kept = ".new";   // the ending of what was recorded and not kept yet
constexpr Milliseconds room_around = 2000; // time to breathe before and after the words; it is trimmed
constexpr std::size_t level_window = microphone_rate / 20; // 50 ms

double level_of(const std::vector<float>& samples) {
    const std::size_t first = samples.size() - std::min(samples.size(), level_window);
    float largest = 0;
    for (std::size_t i = first; i < samples.size(); ++i)
        largest = std::max(largest, std::abs(samples[i]));
    // -50..0 dB over the whole width: a quiet voice is seen, too.
    return std::clamp(1 + std::log10(static_cast<double>(largest) + 1e-6) * 20 / 50, 0.0, 1.0);
}

void remove_file(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

} // namespace

VoiceStudio::VoiceStudio(VoicePacks& packs, Microphone& microphone) : packs_(packs), microphone_(microphone) {
    std::error_code error;
    std::filesystem::directory_iterator entry(packs.folder() / "teacher", error);
    std::vector<std::filesystem::path> left;
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error))
        if (entry->path().extension() == not_kept || entry->path().extension() == ".part")
            left.push_back(entry->path());
    std::for_each(left.begin(), left.end(), remove_file);
}

VoiceStudio::~VoiceStudio() { discard(); }

std::filesystem::path VoiceStudio::tried_file() const {
    std::filesystem::path file = packs_.teacher_file(line_);
    return file += not_kept;
}

Milliseconds VoiceStudio::recorded() const {
    return static_cast<Milliseconds>(samples_.size()) * 1000 / microphone_rate;
}

void VoiceStudio::begin(VoiceId line, Milliseconds longest) {
    discard();
    line_ = line;
    trouble_ = StudioTrouble::none;
    most_samples_ = static_cast<std::size_t>((longest + room_around) * microphone_rate / 1000);
    samples_.clear();
    samples_.reserve(most_samples_);
    state_ = StudioState::opening;
    microphone_.open();
}

void VoiceStudio::end() {
    if (state_ == StudioState::opening)
        return discard();
    if (state_ != StudioState::recording)
        return;
    microphone_.read(samples_);
    microphone_.close();
    samples_.resize(std::min(samples_.size(), most_samples_));
    state_ = StudioState::working;
    work_ = std::async(std::launch::async, [samples = std::move(samples_), file = tried_file()] {
        return finish(samples, file);
    });
    samples_.clear();
}

VoiceStudio::Finished VoiceStudio::finish(std::vector<float> samples, const std::filesystem::path& file) {
    const std::optional<Speech> line = finished_recording({std::move(samples), microphone_rate});
    if (!line)
        return {StudioTrouble::nothing_heard, 0};
    try {
        write_vorbis(*line, file);
        return {StudioTrouble::none, vorbis_length(file)};
    } catch (const SoundFileError&) {
        return {StudioTrouble::not_written, 0};
    }
}

void VoiceStudio::advance() {
    if (state_ == StudioState::opening || state_ == StudioState::recording) {
        const MicrophoneState microphone = microphone_.state();
        if (microphone == MicrophoneState::missing)
            return fail(StudioTrouble::no_microphone);
        if (microphone == MicrophoneState::listening)
            state_ = StudioState::recording;
        microphone_.read(samples_);
        level_ = level_of(samples_);
        if (samples_.size() >= most_samples_)
            end();
    }
    if (state_ != StudioState::working ||
        work_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    const Finished result = work_.get();
    if (result.trouble != StudioTrouble::none)
        return fail(result.trouble);
    packs_.try_out(line_, tried_file(), result.length);
    state_ = StudioState::reviewing;
    finished_ = true;
}

void VoiceStudio::fail(StudioTrouble trouble) {
    microphone_.close();
    state_ = StudioState::idle;
    trouble_ = trouble;
    level_ = 0;
}

void VoiceStudio::keep() {
    if (state_ != StudioState::reviewing)
        return;
    std::error_code error;
    std::filesystem::rename(tried_file(), packs_.teacher_file(line_), error);
    packs_.look_up(line_);
    fail(error ? StudioTrouble::not_written : StudioTrouble::none);
}

void VoiceStudio::discard() {
    if (work_.valid())
        work_.get();
    if (state_ != StudioState::idle) {
        remove_file(tried_file());
        packs_.look_up(line_);
    }
    finished_ = false;
    fail(StudioTrouble::none);
}

void VoiceStudio::remove(VoiceId line) {
    discard();
    remove_file(packs_.teacher_file(line));
    packs_.look_up(line);
}

} // namespace mirabelle
