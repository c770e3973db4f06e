// Answers as a table that a French spreadsheet opens as it is: semicolons, UTF-8 with its mark, decimal
// commas, ISO dates, quotes as in RFC 4180.
#pragma once

#include "engine/content/content.h"
#include "engine/content/toml_file.h"
#include "teacher/exchange/export_writer.h"

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace mirabelle {

/// One cell of text. One that a spreadsheet would take for a formula gets an apostrophe before it.
std::string csv_cell(std::string_view text);
/// Milliseconds as seconds with two decimals: "4,27".
std::string csv_seconds(Milliseconds time);

class CsvAnswers final : public ExportWriter {
  public:
    /// Throws ContentError when a heading or a word is missing.
    CsvAnswers(const TomlTable& words, const Content& content, Pseudonyms pseudonyms);

    std::string opening() const override { return heading_; }
    using ExportWriter::add;
    void add(const Attempt& attempt, const PlayedRun& run, std::string& out) override;

  private:
    Pseudonyms pseudonyms_;
    std::string heading_;
    std::map<std::string, std::string, std::less<>> skills_, errors_;
    std::array<std::string, 2> yes_no_, modes_, scaffolds_;
    std::array<std::string, 5> helps_;
    std::array<std::string, 4> clocks_;
};

} // namespace mirabelle
