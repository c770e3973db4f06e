// The export as a person starts it: what it says, what it writes, and what it never tells.
#include "engine/journal/journal.h"
#include "tests/end_to_end/real_screen.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

// Letters that every encoding writes in another way, and words that stand nowhere else.
const std::vector<std::string> canaries{"Zébulonne-Œdipe", "O'Kéfrançoise",
                                        "Quetzalcóatl",    "Ÿ. de Montségur",
                                        "canary-portrait", "Classe des Ouistitis Ébouriffés"};

std::u32string letters_of(std::string_view utf8) {
    std::u32string letters;
    for (const char part : utf8) {
        const auto code = static_cast<unsigned char>(part);
        if (code < 0x80)
            letters += code;
        else if (code >= 0xC0)
            letters += code & (code < 0xE0 ? 0x1Fu : 0x0Fu);
        else if (letters.empty()) // a key is no text
            letters += code;
        else
            letters.back() = letters.back() << 6 | (code & 0x3Fu);
    }
    return letters;
}

template <typename Write>
std::string written(std::string_view text, Write write) {
    std::string out;
    for (const char32_t letter : letters_of(text))
        out += write(letter);
    return out;
}

template <typename Write>
std::string written_by_byte(std::string_view text, Write write) {
    std::string out;
    for (const char part : text)
        out += write(static_cast<unsigned char>(part));
    return out;
}

/// The letters in the middle of the base64 of `text`, when `before` other bytes precede it.
std::string base64_within(std::string_view text, std::size_t before) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string bytes = std::string(before, ' ') + std::string(text);
    std::string encoded;
    for (std::size_t place = 0; place + 3 <= bytes.size(); place += 3) {
        const auto byte = [&](std::size_t offset) {
            return static_cast<unsigned char>(bytes[place + offset]);
        };
        const unsigned group =
            static_cast<unsigned>(byte(0)) << 16 | static_cast<unsigned>(byte(1)) << 8 | byte(2);
        for (const int shift : {18, 12, 6, 0})
            encoded += digits[group >> shift & 63];
    }
    return encoded.substr(before == 0 ? 0 : 4);
}

/// Every form in which a name could travel without being noticed.
std::vector<std::string> disguises_of(const std::string& name) {
    const auto latin1 = [](char32_t letter) { return std::string(1, static_cast<char>(letter & 0xFF)); };
    const auto utf16 = [](char32_t letter) {
        return std::string{static_cast<char>(letter & 0xFF), static_cast<char>(letter >> 8)};
    };
    const auto json = [](const char* pattern) {
        return [pattern](char32_t letter) {
            return letter < 0x80 ? std::string(1, static_cast<char>(letter))
                                 : fmt::format(fmt::runtime(pattern), static_cast<unsigned>(letter));
        };
    };
    return {name,
            written(name, latin1),
            written(name, utf16),
            written(name, json("\\u{:04x}")),
            written(name, json("\\u{:04X}")),
            written(name, json("&#{};")),
            written_by_byte(name,
                            [](unsigned char byte) {
                                return byte > ' ' && byte < 0x7F ? std::string(1, static_cast<char>(byte))
                                                                 : fmt::format("%{:02X}", byte);
                            }),
            written_by_byte(name, [](unsigned char byte) { return fmt::format("{:02x}", byte); }),
            base64_within(name, 0),
            base64_within(name, 1),
            base64_within(name, 2)};
}

std::vector<std::string> secrets_found(const std::string& text, const std::vector<std::string>& secrets) {
    std::vector<std::string> found;
    for (const std::string& secret : secrets)
        for (const std::string& disguise : disguises_of(secret))
            if (text.find(disguise) != std::string::npos)
                found.push_back(secret);
    return found;
}

ProcessStory run(const ScratchFolder& folder, std::vector<std::string> words) {
    words.insert(words.begin(), program_path());
    return run_process({std::move(words), {}, {}}, folder.path());
}

/// A class with strange names that has played a little; gives the ids of its children.
std::vector<std::string> enrol_canaries(const fs::path& folder) {
    JournalOptions options;
    options.now = options.release;
    options.random = Random(41);
    Journal journal = Journal::open(folder, options);
    Random ids(42);
    const Session session = journal.begin_session("content-1", SessionMode::tablet, options.now);
    std::vector<std::string> children;
    for (std::size_t number = 0; number < 3; ++number) {
        const Child child{Uuid::make(ids), canaries[number], canaries[3], canaries[4], Band::MS, canaries[5]};
        children.emplace_back(child.id.text());
        journal.add_child(child);
        const Run played{Uuid::make(ids), session.id, child.id, "count_objects", "ms-1", 3, 0, options.now};
        journal.begin_run(played);
        Attempt attempt;
        attempt.id = Uuid::make(ids);
        attempt.run = played.id;
        attempt.child = child.id;
        attempt.skill = "count_ms";
        attempt.activity = played.activity;
        attempt.level = played.level;
        attempt.item = attempt.expected = "3";
        attempt.response = "4";
        attempt.options = {"3", "4"};
        attempt.when = options.now + 5000;
        journal.add(attempt, std::nullopt);
        journal.end_run(played.id, RunEnding::completed, options.now + 9000);
    }
    journal.erase_child(*Uuid::parse(children[2]), options.now + 10'000);
    return children;
}

} // namespace

TEST_CASE("the search for names sees through every disguise") {
    for (const std::string& canary : canaries)
        for (const std::string& disguise : disguises_of(canary)) {
            CHECK(disguise.size() >= 10);
            CHECK(secrets_found("before " + disguise + " after", {canary}).size() >= 1);
        }
    CHECK(secrets_found("Zoé and Adam", canaries).empty());
    const std::string key = "\x81\xFF\x07\xC3 key";
    CHECK(secrets_found("before " + key, {key}).size() >= 1);
}

TEST_CASE("no name, portrait, class, id or key of a child gets into an export or onto the screen") {
    const ScratchFolder folder("mirabelle-export-");
    const fs::path data = folder.path() / "data", out = folder.path() / "out";
    fs::create_directories(out);
    std::vector<std::string> secrets = canaries;
    for (const std::string& id : enrol_canaries(data))
        secrets.push_back(id);
    std::string said;
    for (const char* format : {"csv", "xapi"}) {
        const auto story = run(folder, {"export", "--format", format, "--out", (out / format).string(),
                                        "--data", data.string()});
        INFO(story.errors);
        CHECK(story.end.exit_code == 0);
        CHECK(story.output ==
              fmt::format("Exported 2 answers of 2 children to {}.\n", (out / format).string()));
        said += story.output + story.errors;
        const auto failing = run(folder, {"export", "--format", format, "--out",
                                          (out / "none" / format).string(), "--data", data.string()});
        CHECK(failing.end.exit_code == 6);
        said += failing.output + failing.errors;
    }
    secrets.push_back(text_of(data / "pseudonym.key"));
    CHECK(secrets_found(said, secrets).empty());
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(out)) {
        const std::string text = text_of(entry.path());
        CHECK(text.size() > 500);
        for (const std::string& secret : secrets_found(text, secrets))
            CHECK_MESSAGE(false, entry.path().filename().string() << " tells " << secret);
        ++files;
    }
    CHECK(files == 2);
}

TEST_CASE("an export says what is wrong, in one sentence with the place and the remedy") {
    const ScratchFolder folder("mirabelle-export-");
    const std::string data = (folder.path() / "data").string(), out = (folder.path() / "out.csv").string();
    enrol_canaries(folder.path() / "data");
    const auto told = [&](std::vector<std::string> words, int code, const std::string& place) {
        words.insert(words.begin(), "export");
        const auto story = run(folder, words);
        CHECK_MESSAGE(story.end.exit_code == code, story.errors);
        CHECK_MESSAGE((story.output + story.errors).find(place) != std::string::npos, story.errors);
    };
    told({"--out", out, "--data", data}, 2, "--format");
    told({"--format", "pdf", "--out", out, "--data", data}, 2, "pdf");
    told({"--format", "csv", "--data", data}, 2, "--out");
    told({"--format", "csv", "--out", out, "--data", data, "--since", "2026-02-30"}, 2, "YYYY-MM-DD");
    told({"--format", "csv", "--out", out, "--data", (folder.path() / "nowhere").string()}, 4, "--data");
    told({"--format", "csv", "--out", folder.path().string(), "--data", data}, 6, "name a file");
    CHECK_FALSE(fs::exists(folder.path() / "nowhere"));
    CHECK_FALSE(fs::exists(out));
    told({"--format", "csv", "--out", out, "--data", data, "--since", "2027-01-01"}, 0, "Exported 0 answers");
}

TEST_CASE("an export opens no socket") {
    const ScratchFolder folder("mirabelle-export-");
    enrol_canaries(folder.path() / "data");
    const auto story =
        run_process({{std::string(MIRABELLE_BUILD_FOLDER) + "/without_network", "nothing", program_path(),
                      "export", "--format", "xapi", "--out", (folder.path() / "out").string(), "--data",
                      (folder.path() / "data").string()},
                     {},
                     {}},
                    folder.path());
    INFO(story.errors);
    CHECK(story.end.signal == 0);
    CHECK(story.end.exit_code == 0);
}
