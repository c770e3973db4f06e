// The allow-list: everything an exported statement says beyond what xAPI itself names. What is not in this
// table cannot be written.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mirabelle {

enum class XapiField : std::uint8_t {
    attempt_number,
    help,
    scaffold,
    error,
    given_response,
    latency,
    prompts_replayed,
    touches,
    stray_touches,
    ending,
    item,
    question,
    run,
    lane,
    mode,
    school,
    school_year,
    collective,
    device,
    clock,
    device_instant,
    predicted,
    mu_before,
    mu_after,
    variance_before,
    variance_after,
    weight
};

enum class XapiPlace : std::uint8_t { result, context };

struct XapiFieldRule {
    XapiField field;
    XapiPlace place;          ///< whose extensions it belongs to
    std::string_view key;     ///< last part of the IRI
    std::string_view meaning; ///< with its unit, for the data dictionary
};

// Absent where there is nothing to say; never null. A published key never changes its meaning.
inline constexpr std::array<XapiFieldRule, 27> xapi_fields{{
    {XapiField::attempt_number, XapiPlace::result, "attempt-number", "which try of the question, from 1"},
    {XapiField::help, XapiPlace::result, "help",
     "none, gesture_shown, fewer_choices, answer_shown or solved_together"},
    {XapiField::scaffold, XapiPlace::result, "scaffold", "alone, or guided: the hand showed it first"},
    {XapiField::error, XapiPlace::result, "error",
     "id of assets/errors.toml; absent when correct or unknown"},
    {XapiField::given_response, XapiPlace::result, "given-response",
     "the answer as the journal has it, where the interaction has no form for it"},
    {XapiField::latency, XapiPlace::result, "latency", "from the question to the first touch, in ms"},
    {XapiField::prompts_replayed, XapiPlace::result, "prompts-replayed", "how often the ear was touched"},
    {XapiField::touches, XapiPlace::result, "touches", "how many touches"},
    {XapiField::stray_touches, XapiPlace::result, "stray-touches", "how many of them on nothing"},
    {XapiField::ending, XapiPlace::result, "ending",
     "completed, left, time_up, stopped_by_teacher or recovered_after_crash"},
    {XapiField::item, XapiPlace::context, "item",
     "what was asked: a letter, a number, a word of the content"},
    {XapiField::question, XapiPlace::context, "question", "place in the run, from 0"},
    {XapiField::run, XapiPlace::context, "run", "UUID of the run, which ends in a statement of that id"},
    {XapiField::lane, XapiPlace::context, "lane", "part of the screen, from 0"},
    {XapiField::mode, XapiPlace::context, "mode", "tablet, or board: the class's display"},
    {XapiField::school, XapiPlace::context, "school", "id of the school, drawn by chance"},
    {XapiField::school_year, XapiPlace::context, "school-year", "the year in which it began, in August"},
    {XapiField::collective, XapiPlace::context, "collective", "true where the class played, not one child"},
    {XapiField::device, XapiPlace::context, "device", "id of the device, drawn by chance"},
    {XapiField::clock, XapiPlace::context, "clock",
     "why the timestamp is in doubt: before_release, far_future, behind_last_session, later_than_export"},
    {XapiField::device_instant, XapiPlace::context, "device-instant",
     "what the device's clock said, where it was later than the first export"},
    {XapiField::predicted, XapiPlace::context, "predicted", "probability of success the planner expected"},
    {XapiField::mu_before, XapiPlace::context, "mu-before", "estimate of the skill before, logits"},
    {XapiField::mu_after, XapiPlace::context, "mu-after", "estimate of the skill after, logits"},
    {XapiField::variance_before, XapiPlace::context, "variance-before", "its variance before, logits²"},
    {XapiField::variance_after, XapiPlace::context, "variance-after", "its variance after, logits²"},
    {XapiField::weight, XapiPlace::context, "weight", "0..1, how much the answer counted"},
}};

constexpr bool is_in_order(const std::array<XapiFieldRule, 27>& fields) {
    for (std::size_t place = 0; place < fields.size(); ++place)
        if (static_cast<std::size_t>(fields[place].field) != place)
            return false;
    return true;
}
static_assert(is_in_order(xapi_fields));

} // namespace mirabelle
