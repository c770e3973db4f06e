// The code of the teacher's panel. It gates the screen from children; it is no key: names are sealed with the
// device's own key (a code of four digits could be guessed offline within minutes).
#pragma once

#include "engine/journal/journal.h"

#include <string_view>

namespace mirabelle {

enum class CodeVerdict : std::uint8_t { right, wrong, too_soon };

class TeacherCode {
  public:
    static constexpr std::size_t shortest = 4; ///< digits
    static constexpr std::size_t longest = 8;

    /// The journal outlives it, and keeps the hash and the failures. Throws JournalError.
    explicit TeacherCode(Journal& journal) : journal_(&journal) {}

    bool is_set() const;
    /// Argon2id with a random salt (libsodium). `code` has shortest..longest digits. Throws JournalError.
    void set(std::string_view code);
    /// After three failures in a row each further one doubles a delay, from 5 s to 10 minutes; it outlives
    /// the program. Takes some hundredths of a second. Throws JournalError.
    CodeVerdict try_code(std::string_view code, UtcMilliseconds now);
    /// How long until the next try is taken, in ms; 0 at once.
    Milliseconds wait(UtcMilliseconds now) const;
    /// The next opening of the panel asks for a new code.
    void forget();

  private:
    Journal* journal_;
};

} // namespace mirabelle
