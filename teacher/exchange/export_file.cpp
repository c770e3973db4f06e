#include "teacher/exchange/export_file.h"

#include "engine/journal/durable.h"
#include "engine/journal/journal_error.h"
#include "teacher/exchange/export.h"

#include <fmt/format.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace mirabelle {

namespace {

namespace fs = std::filesystem;

std::string_view remedy_for(const std::error_code& error) {
    if (error == std::errc::no_space_on_device || error == std::errc::file_too_large)
        return "free some space on its disk, or export to another one";
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        return "make its folder, or choose another one";
    if (error == std::errc::is_a_directory)
        return "name a file, not a folder";
    if (error == std::errc::read_only_file_system || error == std::errc::permission_denied ||
        error == std::errc::operation_not_permitted)
        return "allow writing there, or choose another folder";
    return "see whether its disk is still there, or export to another one";
}

[[noreturn]] void fail(const fs::path& file, const std::error_code& error) {
    throw ExportError(fmt::format("{}: the export cannot be written ({}); {}", file.string(), error.message(),
                                  remedy_for(error)));
}

std::error_code last_error() { return {errno, std::generic_category()}; }

} // namespace

ExportFile::ExportFile(const fs::path& file) : file_(file), unfinished_(fs::path(file) += ".unfinished") {
    std::error_code ignored;
    if (fs::is_directory(file_, ignored) || !file_.has_filename())
        fail(file_, std::make_error_code(std::errc::is_a_directory));
    errno = 0;
    out_.reset(std::fopen(unfinished_.string().c_str(), "wb"));
    if (!out_)
        fail(file_, last_error());
}

ExportFile::~ExportFile() {
    if (is_finished_)
        return;
    out_.reset();
    std::error_code ignored;
    fs::remove(unfinished_, ignored);
}

void ExportFile::write(std::string_view bytes) {
    errno = 0;
    if (std::fwrite(bytes.data(), 1, bytes.size(), out_.get()) != bytes.size())
        fail(file_, last_error());
}

void ExportFile::finish() {
    errno = 0;
    if (std::fflush(out_.get()) != 0)
        fail(file_, last_error());
    out_.reset(); // some systems rename no open file
    try {
        make_durable(unfinished_);
        fs::rename(unfinished_, file_);
        is_finished_ = true;
        make_durable(file_);
    } catch (const fs::filesystem_error& failure) {
        fail(file_, failure.code());
    } catch (const JournalError& failure) {
        throw ExportError(failure.what());
    }
}

} // namespace mirabelle
