// What must survive a power cut is brought to disk here.
#pragma once

#include <filesystem>

namespace mirabelle {

/// Brings a file and its name in the folder to disk. Throws JournalError.
void make_durable(const std::filesystem::path& file);

} // namespace mirabelle
