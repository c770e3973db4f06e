#include "engine/teacher_code.h"

#include "engine/ensure.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace mirabelle {

namespace {

constexpr std::string_view hash_setting = "teacher_code";
constexpr std::string_view failures_setting = "teacher_code_failures";
constexpr std::string_view blocked_setting = "teacher_code_blocked_until";

// Small enough for a tablet's memory; the delays do the guarding.
constexpr unsigned long long operations = 3;
constexpr std::size_t memory = 16U << 20U; // bytes
constexpr int free_failures = 3;
constexpr Milliseconds first_delay = 5000;
constexpr Milliseconds longest_delay = 600'000;

std::int64_t number_of(const Journal& journal, std::string_view key) {
    const std::string text = journal.setting(key).value_or("0");
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Milliseconds delay_after(std::int64_t failures) {
    if (failures < free_failures)
        return 0;
    const auto doublings = std::min<std::int64_t>(failures - free_failures, 16);
    return std::min(first_delay << doublings, longest_delay);
}

} // namespace

bool TeacherCode::is_set() const { return !journal_->setting(hash_setting).value_or("").empty(); }

void TeacherCode::set(std::string_view code) {
    ENSURE(code.size() >= shortest && code.size() <= longest);
    ENSURE(sodium_init() >= 0);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    ENSURE(crypto_pwhash_str(hash.data(), code.data(), code.size(), operations, memory) == 0);
    journal_->set_setting(hash_setting, hash.data());
    journal_->set_setting(failures_setting, "0");
    journal_->set_setting(blocked_setting, "0");
}

Milliseconds TeacherCode::wait(UtcMilliseconds now) const {
    const Milliseconds left = number_of(*journal_, blocked_setting) - now;
    // More than any delay: the clock was set back. It must not lock anyone out until it has caught up; the
    // next failure sets a delay by the new time.
    return left > longest_delay ? 0 : std::max<Milliseconds>(left, 0);
}

CodeVerdict TeacherCode::try_code(std::string_view code, UtcMilliseconds now) {
    if (wait(now) > 0)
        return CodeVerdict::too_soon;
    ENSURE(sodium_init() >= 0);
    const std::string hash = journal_->setting(hash_setting).value_or("");
    if (crypto_pwhash_str_verify(hash.c_str(), code.data(), code.size()) == 0) {
        journal_->set_setting(failures_setting, "0");
        journal_->set_setting(blocked_setting, "0");
        return CodeVerdict::right;
    }
    const std::int64_t failures = number_of(*journal_, failures_setting) + 1;
    journal_->set_setting(failures_setting, std::to_string(failures));
    journal_->set_setting(blocked_setting, std::to_string(now + delay_after(failures)));
    return CodeVerdict::wrong;
}

void TeacherCode::forget() {
    journal_->set_setting(hash_setting, "");
    journal_->set_setting(failures_setting, "0");
    journal_->set_setting(blocked_setting, "0");
}

} // namespace mirabelle
