// What is written down: who the children are and what each of them did. Plain data; the journal keeps it.
#pragma once

#include "engine/access.h"
#include "engine/band.h"
#include "engine/touch.h"
#include "engine/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mirabelle {

/// Milliseconds since 1970-01-01T00:00:00Z; a session's instants never run backwards, see Clock.
using UtcMilliseconds = std::int64_t;

struct Child {
    Uuid id;
    std::string first_name; ///< never leaves the device; encrypted where it is kept
    std::string initial;    ///< of the family name, may be empty
    std::string portrait;   ///< name of a portrait of assets/portraits.toml
    Band band = Band::MS;
    std::string class_name;
    Access access = {}; ///< how it plays; never leaves the device, encrypted where it is kept
};

enum class SessionMode : std::uint8_t { tablet, board };

/// Whether the device's clock can be believed when a session starts.
enum class ClockCheck : std::uint8_t { plausible, before_release, far_future, behind_last_session };

struct Session {
    Uuid id;
    std::string device; ///< pseudonym, drawn by chance when the database is made
    std::string app_version;
    std::string content_version;
    SessionMode mode = SessionMode::tablet;
    UtcMilliseconds start = 0;
    ClockCheck clock_check = ClockCheck::plausible;
};

enum class RunEnding : std::uint8_t { completed, left, time_up, stopped_by_teacher, recovered_after_crash };

/// One activity played by one child (or, without a child, by the class) from start to end.
struct Run {
    Uuid id;
    Uuid session;
    std::optional<Uuid> child;
    std::string activity;
    std::string level;
    std::uint64_t seed = 0;
    int lane = 0; ///< from 0
    UtcMilliseconds start = 0;
};

/// How much help stood on the stage when an answer was given, in rising order.
enum class HelpLevel : std::uint8_t { none, gesture_shown, fewer_choices, answer_shown, solved_together };

/// What kind of try an answer belongs to.
enum class Scaffold : std::uint8_t { alone, guided };

/// One answer. The first attempt of a question is the one that tells what the child knows; all are kept.
struct Attempt {
    Uuid id;
    Uuid run;
    std::optional<Uuid> child;
    std::string skill;
    std::string activity;
    std::string level;
    int question = 0;       ///< place in the run, from 0
    std::uint64_t seed = 0; ///< rebuilds the exercise together with activity, level and content version
    std::string item;       ///< what was asked, e.g. "b" or "5"
    std::string expected;
    std::string response;
    std::vector<std::string> options; ///< in the order shown
    bool correct = false;
    std::string error;      ///< name of the error, empty when correct or unknown
    int attempt_number = 1; ///< from 1 within the question
    HelpLevel help = HelpLevel::none;
    Scaffold scaffold = Scaffold::alone;
    Milliseconds latency = 0;  ///< from the question's start to the first touch
    Milliseconds duration = 0; ///< from the question's (or the last attempt's) start to the answer
    int prompts_replayed = 0;
    int touches = 0;
    int stray_touches = 0;
    double difficulty = 0; ///< of what was asked, logits; not a number where nobody wrote it down
    int choices = 0;       ///< equally likely answers for who guesses; 0: none, -1: nobody wrote it down
    double predicted = 0;  ///< probability of success that the planner expected
    double mu_before = 0, mu_after = 0;             ///< logits
    double variance_before = 0, variance_after = 0; ///< logits²
    double weight = 1;                              ///< 0..1, how much it counted
    int lane = 0;
    UtcMilliseconds when = 0;
};

/// Every touch of one attempt, in mm of the lane and ms since the question began, so that it can be played
/// again.
struct TouchTrace {
    Size lane; ///< size of the lane it was played in, mm
    std::vector<Touch> touches;
    double reach = 0;   ///< mm above the lane's bottom edge that the child could reach; 0: all of it
    Access access = {}; ///< what shaped the stage and its times
};

/// Something the teacher should be told; the sentence belongs to the code, in assets/teacher_fr.toml.
struct Notice {
    std::string code;   ///< e.g. "database_restored"
    std::string detail; ///< a path, a date: what the sentence is about
    UtcMilliseconds when = 0;
};

} // namespace mirabelle
