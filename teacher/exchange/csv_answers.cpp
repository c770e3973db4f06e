#include "teacher/exchange/csv_answers.h"

#include "engine/civil_time.h"
#include "engine/journal/journal_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mirabelle {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; // or a spreadsheet reads é as Ã©
constexpr std::string_view line_end = "\r\n";

// In the order of the table; the headings are in export_fr.toml.
constexpr std::array<std::string_view, 25> columns{
    "date",     "time",    "pupil",    "session",  "mode",    "lane",    "activity", "level", "skill",
    "question", "item",    "expected", "response", "options", "correct", "error",    "try",   "help",
    "scaffold", "latency", "duration", "replayed", "touches", "stray",   "clock"};

/// Builds a line cell by cell.
class Line {
  public:
    explicit Line(std::string& out) : out_(out) {}
    ~Line() { out_ += line_end; }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void text(std::string_view text) { number(csv_cell(text)); }
    /// Our own digits, which need no care.
    void number(std::string_view digits) {
        if (!is_first_)
            out_ += ';';
        is_first_ = false;
        out_ += digits;
    }
    void number(int value) { number(std::to_string(value)); }

  private:
    std::string& out_;
    bool is_first_ = true;
};

template <typename Enum, std::size_t count>
void read_words(const TomlTable& words, std::array<std::string, count>& texts) {
    for (std::size_t place = 0; place < count; ++place)
        texts[place] = words.text(word_of(static_cast<Enum>(place)));
}

template <std::size_t count, typename Enum>
const std::string& word(const std::array<std::string, count>& texts, Enum value) {
    return texts[static_cast<std::size_t>(value)];
}

std::string joined(const std::vector<std::string>& options) {
    std::string text;
    for (const std::string& option : options)
        text += (text.empty() ? "" : " | ") + option;
    return text;
}

const std::string& found_or(const std::map<std::string, std::string, std::less<>>& texts,
                            const std::string& id) {
    const auto found = texts.find(id);
    return found == texts.end() ? id : found->second;
}

} // namespace

std::string csv_cell(std::string_view text) {
    std::string cell;
    if (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos)
        cell = "'";
    cell += text;
    if (cell.find_first_of(";\"\r\n\t ,") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char letter : cell)
        quoted += letter == '"' ? std::string(2, '"') : std::string(1, letter);
    return quoted + '"';
}

std::string csv_seconds(Milliseconds time) {
    const Milliseconds hundredths = (std::max<Milliseconds>(time, 0) + 5) / 10;
    return fmt::format("{},{:02}", hundredths / 100, hundredths % 100);
}

CsvAnswers::CsvAnswers(const TomlTable& words, const Content& content, Pseudonyms pseudonyms)
    : pseudonyms_(std::move(pseudonyms)), heading_(byte_order_mark) {
    {
        Line line(heading_);
        const TomlTable headings = words.table("heading");
        for (const std::string_view column : columns)
            line.text(headings.text(column));
    }
    for (const Skill& skill : content.skills())
        skills_.emplace(skill.id, skill.name);
    for (const ErrorDescription& error : content.errors())
        errors_.emplace(error.id, error.text);
    yes_no_ = {words.text("no"), words.text("yes")};
    read_words<SessionMode>(words.table("mode"), modes_);
    read_words<Scaffold>(words.table("scaffold"), scaffolds_);
    read_words<HelpLevel>(words.table("help"), helps_);
    read_words<ClockCheck>(words.table("clock"), clocks_);
}

void CsvAnswers::add(const Attempt& attempt, const PlayedRun& run, std::string& out) {
    const std::string instant = iso_instant(attempt.when);
    Line line(out);
    line.number(instant.substr(0, 10));
    line.number(instant.substr(11, 8));
    line.text(pseudonyms_.of(attempt.child, attempt.when));
    line.text(run.session.id.text());
    line.text(word(modes_, run.session.mode));
    line.number(attempt.lane + 1);
    line.text(attempt.activity);
    line.text(attempt.level);
    line.text(found_or(skills_, attempt.skill));
    line.number(attempt.question + 1);
    line.text(attempt.item);
    line.text(attempt.expected);
    line.text(attempt.response);
    line.text(joined(attempt.options));
    line.text(yes_no_[attempt.correct ? 1 : 0]);
    line.text(found_or(errors_, attempt.error));
    line.number(attempt.attempt_number);
    line.text(word(helps_, attempt.help));
    line.text(word(scaffolds_, attempt.scaffold));
    line.number(csv_seconds(attempt.latency));
    line.number(csv_seconds(attempt.duration));
    line.number(attempt.prompts_replayed);
    line.number(attempt.touches);
    line.number(attempt.stray_touches);
    line.text(word(clocks_, run.session.clock_check));
}

} // namespace mirabelle
