#include "tests/support/xserver.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace mirabelle {

namespace {

constexpr Process::Duration start_takes_at_most{20'000};

void replace_all(std::string& text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

std::filesystem::path write_configuration(PixelSize size, const std::filesystem::path& folder) {
    std::string text = text_of(std::filesystem::path(MIRABELLE_SOURCE_FOLDER) / "tests/support/xorg.conf.in");
    const int width = size.width, height = size.height;
    replace_all(text, "@SOCKETS@", folder.string());
    replace_all(text, "@WIDTH@", std::to_string(width));
    replace_all(text, "@HEIGHT@", std::to_string(height));
    // Any timings do for a screen that is not there, as long as they follow one another and the dummy card's
    // clock of 300 MHz is fast enough.
    const auto timings = [](int visible, int porch, int sync, int total) {
        return fmt::format("{} {} {} {}", visible, visible + porch, visible + sync, visible + total);
    };
    replace_all(text, "@HORIZONTAL@", timings(width, 56, 192, 384));
    replace_all(text, "@VERTICAL@", timings(height, 1, 4, 26));
    replace_all(text, "@CLOCK@", fmt::format("{:.2f}", (width + 384) * (height + 26) * 30 / 1e6));
    const auto file = folder / "xorg.conf";
    std::ofstream(file) << text;
    return file;
}

std::vector<std::string> command(XServer::Kind kind, PixelSize size, const std::filesystem::path& folder) {
    if (kind == XServer::Kind::picture)
        return {"Xvfb",      "-displayfd",
                "1",         "-screen",
                "0",         std::to_string(size.width) + "x" + std::to_string(size.height) + "x24",
                "-nolisten", "tcp",
                "-ac",       "-noreset"};
    return {"Xorg",
            "-displayfd",
            "1",
            "-config",
            write_configuration(size, folder).string(),
            "-logfile",
            (folder / "xorg.log").string(),
            "-noreset",
            "-nolisten",
            "tcp",
            "-novtswitch",
            "-sharevts",
            "-ac"};
}

} // namespace

XServer::XServer(Kind kind, PixelSize size, const std::filesystem::path& scratch)
    : sockets_(scratch / "sockets") {
    std::filesystem::create_directories(sockets_);
    server_ = std::make_unique<Process>(ProcessStart{command(kind, size, sockets_), {}, {}}, sockets_);
    const auto number =
        server_->wait_for_line([](const std::string& line) { return !line.empty(); }, start_takes_at_most);
    if (!number)
        throw std::runtime_error(
            std::string(kind == Kind::picture ? "Xvfb" : "Xorg with its dummy screen and its test fingers") +
            " does not start, so this test cannot look at the real program: install the packages with "
            "tools/setup.sh test, and allow this user to start an X server. It said: " +
            server_->errors().substr(0, 2000));
    display_ = ":" + *number;
}

} // namespace mirabelle
