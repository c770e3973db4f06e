// mirabelle voices: every line that a person would record, with where it is said.
#include "activities/activities.h"
#include "engine/voice/spoken_lines.h"
#include "platform/commands/commands.h"
#include "platform/commands/house.h"
#include "platform/paths.h"
#include "teacher/panel/words.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace mirabelle {

namespace {

/// A line and the groups that say it.
struct Row {
    VoiceId line{};
    std::vector<std::string> said_in;
};

std::vector<Row> rows_of(const Content& content, const Words& words, VoicesOptions::Which which) {
    std::vector<Row> rows;
    std::vector<std::size_t> place(content.voices().size(), 0); // in rows, from 1
    const auto add = [&](VoiceId line, const std::string& group) {
        std::size_t& known = place[static_cast<std::size_t>(line)];
        if (known == 0) {
            rows.push_back({line, {}});
            known = rows.size();
        }
        if (!group.empty())
            rows[known - 1].said_in.push_back(group);
    };
    for (const VoiceId line : general_lines(content))
        add(line, words("voices.general"));
    for (const Activity& activity : all_activities()) {
        SpokenLines spoken(content, activity);
        while (spoken.read_more()) {
        }
        for (const VoiceId line : spoken.lines())
            add(line, words("activity." + std::string(activity.id)));
    }
    for (std::size_t line = 1; which == VoicesOptions::Which::all && line < content.voices().size(); ++line)
        add(static_cast<VoiceId>(line), "");
    return rows;
}

std::string quoted(std::string text) {
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2))
        text.insert(at, 1, '"');
    return '"' + text + '"';
}

/// In characters, as a terminal or a printer counts them.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char part) {
        return (static_cast<unsigned char>(part) & 0xC0) != 0x80;
    }));
}

std::string padded(const std::string& text, std::size_t width) {
    return text + std::string(width - std::min(width, width_of(text)), ' ');
}

void print_table(const Content& content, const std::vector<Row>& rows) {
    std::size_t id_width = 0, text_width = 0;
    for (const Row& row : rows) {
        const Voice& voice = content.voices()[static_cast<std::size_t>(row.line)];
        id_width = std::max(id_width, width_of(voice.id));
        text_width = std::max(text_width, width_of(voice.text));
    }
    for (const Row& row : rows) {
        const Voice& voice = content.voices()[static_cast<std::size_t>(row.line)];
        fmt::print("[ ] {}  {}  {}\n", padded(voice.id, id_width), padded(voice.text, text_width),
                   row.said_in.empty() ? "-" : fmt::format("{}", fmt::join(row.said_in, ", ")));
    }
}

void print_csv(const Content& content, const std::vector<Row>& rows) {
    fmt::print("id,text,said_in\n");
    for (const Row& row : rows) {
        const Voice& voice = content.voices()[static_cast<std::size_t>(row.line)];
        fmt::print("{},{},{}\n", voice.id, quoted(voice.text),
                   quoted(fmt::format("{}", fmt::join(row.said_in, "; "))));
    }
}

} // namespace

CLI::App* add_voices(CLI::App& program, VoicesOptions& options) {
    CLI::App* command = program.add_subcommand(
        "voices", "Lists every line that a person would record: id, text, where it is said");
    command->add_flag_callback(
        "--csv", [&options] { options.format = VoicesOptions::Format::csv; }, "For a spreadsheet");
    command->add_flag_callback(
        "--all", [&options] { options.which = VoicesOptions::Which::all; },
        "Lines that nothing says yet, too");
    return command;
}

ExitCode run_voices(const VoicesOptions& options) {
    const Content content = Content::load(bundle_folder(), all_activities());
    const Words words(content.folder(), Language::french);
    const std::vector<Row> rows = rows_of(content, words, options.which);
    if (options.format == VoicesOptions::Format::csv)
        print_csv(content, rows);
    else
        print_table(content, rows);
    return ExitCode::fine;
}

} // namespace mirabelle
