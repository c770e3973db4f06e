#include "teacher/exchange/roster_cells.h"

#include "teacher/exchange/roster_text.h"

#include <algorithm>

namespace mirabelle {

namespace {

// An address in quotes has a few lines; a lone quote must not swallow the children below it.
constexpr std::size_t longest_quoted_cell = 1000; // characters

class Reader {
  public:
    Reader(std::u32string_view text, char32_t separator) : text_(text), separator_(separator) {}

    bool at_end() const { return place_ == text_.size(); }

    RosterRow row() {
        RosterRow read;
        read.line = line_;
        for (bool more = true; more;) {
            read.cells.emplace_back(trimmed(cell()));
            more = !at_end() && text_[place_] == separator_;
            place_ += at_end() ? 0 : 1;
        }
        ++line_;
        return read;
    }

  private:
    bool ends_cell(std::size_t place) const {
        return place == text_.size() || text_[place] == separator_ || text_[place] == U'\n';
    }

    std::u32string cell() {
        const auto first = std::min(text_.find_first_not_of(U' ', place_), text_.size());
        std::u32string read;
        if (first < text_.size() && text_[first] == U'"' && quoted(first + 1, read))
            return read;
        const auto from = place_;
        while (!ends_cell(place_))
            ++place_;
        return std::u32string(text_.substr(from, place_ - from));
    }

    /// Reads up to the closing quote, and only moves on when there is one.
    bool quoted(std::size_t from, std::u32string& read) {
        const std::size_t last = std::min(text_.size(), from + longest_quoted_cell);
        for (std::size_t at = from; at < last; ++at) {
            if (text_[at] != U'"') {
                read += text_[at];
            } else if (at + 1 < text_.size() && text_[at + 1] == U'"') {
                read += text_[at++];
            } else {
                std::size_t end = at + 1;
                while (end < text_.size() && text_[end] == U' ')
                    ++end;
                if (!ends_cell(end))
                    break;
                line_ += static_cast<int>(std::count(read.begin(), read.end(), U'\n'));
                place_ = end;
                return true;
            }
        }
        read.clear();
        return false;
    }

    std::u32string_view text_;
    char32_t separator_;
    std::size_t place_ = 0;
    int line_ = 1;
};

} // namespace

std::vector<RosterRow> rows_of(std::u32string_view text, char32_t separator, std::size_t most) {
    std::vector<RosterRow> rows;
    for (Reader reader(text, separator); rows.size() < most && !reader.at_end();) {
        RosterRow row = reader.row();
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                       [](const std::u32string& cell) { return cell.empty(); });
        if (!blank)
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace mirabelle
