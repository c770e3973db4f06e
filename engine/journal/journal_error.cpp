#include "engine/journal/journal_error.h"

namespace mirabelle {

std::string_view notice_code(JournalFailure reason) {
    switch (reason) {
    case JournalFailure::already_open:
        return "journal_already_open";
    case JournalFailure::read_only:
        return "journal_read_only";
    case JournalFailure::disk_full:
        return "journal_disk_full";
    case JournalFailure::cannot_create:
        return "journal_cannot_create";
    case JournalFailure::newer_schema:
        return "journal_newer_schema";
    case JournalFailure::damaged_beyond_repair:
        return "journal_damaged_beyond_repair";
    case JournalFailure::refused:
        return "journal_refused";
    case JournalFailure::other:
        break;
    }
    return "journal_other";
}

} // namespace mirabelle
