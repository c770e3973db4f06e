// Damaged, missing, full: what the program says about its files, and that it goes on wherever it can.
#include "teacher/notices.h"
#include "tests/end_to_end/real_screen.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>
#include <thread>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

constexpr Duration soon{20'000};

/// What the teacher reads first of the notice `code`.
std::string opening_of(const char* code) {
    static const NoticeTexts texts(MIRABELLE_BUNDLE_FOLDER);
    const std::string sentence = texts.sentence(code, "");
    REQUIRE(sentence.size() > 40);
    return sentence.substr(0, sentence.find_first_of(".:;("));
}

struct Tablet {
    Tablet() : folder("mirabelle-files-"), data(folder.path() / "data"), bundle(folder.path() / "bundle") {}

    void enrol() { enrol_class(data, 3, "give_me"); }
    void back_up() {
        JournalOptions options;
        Journal::open(data, options).make_backup(options.release);
    }
    ProcessStory run(std::vector<std::string> words, std::map<std::string, std::string> environment = {}) {
        words.insert(words.begin(), program_path());
        return run_process({std::move(words), std::move(environment), {}}, folder.path());
    }
    fs::path journal() const { return data / "mirabelle.sqlite"; }

    ScratchFolder folder;
    fs::path data, bundle;
};

/// The app opens with what it finds, tells the teacher `code`, and shows the children's portraits.
void check_opens_and_tells(Tablet& tablet, const char* code) {
    const XServer server(XServer::Kind::picture, {1280, 720}, tablet.folder.path());
    RealProgram program({"--data", tablet.data.string(), "--report"}, server.environment(),
                        tablet.folder.path());
    program.wait_for_scene(1, "who_is_here");
    CHECK(program.process().wait_for_error(opening_of(code), soon));
    program.close();
}

void spoil(const fs::path& file) {
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(100);
    out << std::string(static_cast<std::size_t>(fs::file_size(file)) - 200, '#');
}

void replace(const fs::path& link, const std::string& text) {
    fs::remove(link);
    std::ofstream(link) << text;
}

} // namespace

TEST_CASE("a damaged journal comes back from its backup, and the teacher is told") {
    Tablet tablet;
    tablet.enrol();
    tablet.back_up();
    spoil(tablet.journal());
    check_opens_and_tells(tablet, "database_restored");
    const auto story = tablet.run({"check", "--data", tablet.data.string()});
    CHECK(story.end.exit_code == 0);
    CHECK(story.output.find("3 children") != std::string::npos);
}

TEST_CASE("a damaged journal without a backup is set aside, and the class can play") {
    Tablet tablet;
    tablet.enrol();
    fs::remove_all(tablet.data / "backups");
    spoil(tablet.journal());
    check_opens_and_tells(tablet, "database_started_afresh");
}

TEST_CASE("a journal that is gone, or empty, comes back from its backup") {
    for (const bool gone : {true, false}) {
        CAPTURE(gone);
        Tablet tablet;
        tablet.enrol();
        tablet.back_up();
        if (gone)
            fs::remove(tablet.journal());
        else
            fs::resize_file(tablet.journal(), 0);
        check_opens_and_tells(tablet, "database_missing_restored");
        CHECK(tablet.run({"check", "--data", tablet.data.string()}).output.find("3 children") !=
              std::string::npos);
    }
}

TEST_CASE("where the panel's words are gone the children play, and whoever asks for the panel is told") {
    Tablet tablet;
    tablet.enrol();
    const fs::path bundle = bundle_to_damage(tablet.folder.path());
    REQUIRE(fs::remove(bundle / "content/panel_fr.toml"));
    const XServer server(XServer::Kind::touch, {1280, 720}, tablet.folder.path());
    Hands hands(server, tablet.folder.path());
    auto environment = server.environment();
    environment["MIRABELLE_BUNDLE"] = bundle.string();
    RealProgram program({"--data", tablet.data.string(), "--report"}, environment, tablet.folder.path());
    const Scene portraits = program.wait_for_scene(1, "who_is_here");
    CHECK(program.process().errors().find("panel_fr.toml") == std::string::npos); // nobody needed it so far
    std::this_thread::sleep_for(Duration(400));
    hands.hold_corners(portraits.screen);
    CHECK(program.process().wait_for_error("panel_fr.toml", soon));
    hands.tap(portraits, "portrait 1");
    program.wait_for_scene(1, "garden");
    program.close();
}

TEST_CASE("without a journal, check says so") {
    Tablet tablet;
    fs::create_directories(tablet.data);
    const auto story = tablet.run({"check", "--data", tablet.data.string()});
    CHECK(story.end.exit_code == 4);
    CHECK(story.errors.find(tablet.data.string()) != std::string::npos);
}

TEST_CASE("a data folder that cannot be made: commands give up, the app waits with its calm picture") {
    Tablet tablet;
    std::ofstream(tablet.folder.path() / "file") << "not a folder";
    const std::string impossible = (tablet.folder.path() / "file" / "data").string();
    std::ofstream(tablet.folder.path() / "script") << "100 tap portrait 1\n";
    const auto story =
        tablet.run({"play", "--script", (tablet.folder.path() / "script").string(), "--data", impossible});
    CHECK(story.end.exit_code == 4);
    CHECK(story.errors.find(impossible) != std::string::npos);

    const XServer server(XServer::Kind::picture, {1280, 720}, tablet.folder.path());
    RealProgram program({"--data", impossible, "--report"}, server.environment(), tablet.folder.path());
    CHECK(program.process().wait_for_error(opening_of("journal_cannot_create"), soon));
    // Somebody mends it: no need to start again.
    fs::remove(tablet.folder.path() / "file");
    program.wait_for_scene(1, "who_is_here");
    program.close();
}

TEST_CASE("a disk that cannot be written: the teacher is told and the app waits") {
    Tablet tablet;
    fs::create_directories(tablet.data);
    const XServer server(XServer::Kind::picture, {1280, 720}, tablet.folder.path());
    const std::string command = "mount -t tmpfs -o ro none '" + tablet.data.string() +
                                "' || exit 77; exec '" + program_path() + "' --data '" +
                                tablet.data.string() + "'";
    std::vector<std::string> words{"unshare", "--mount", "sh", "-c", command};
    if (geteuid() != 0)
        words.insert(words.begin() + 1, "--map-root-user");
    Process program({words, server.environment(), {}}, tablet.folder.path());
    const bool told = program.wait_for_error(opening_of("journal_read_only"), soon);
    if (const auto end = program.wait(Duration(0)); end && (end->exit_code == 77 || end->exit_code == 1)) {
        MESSAGE("not tried: this system does not let the test mount a disk");
        return;
    }
    CHECK(told);
    CHECK(program.running());
}

TEST_CASE("the disk is full while a child plays: nothing is lost, and play goes on when there is room") {
    Tablet tablet;
    tablet.enrol();
    const XServer server(XServer::Kind::touch, {1280, 720}, tablet.folder.path());
    Hands hands(server, tablet.folder.path());
    constexpr std::uint64_t roomy = 1'000'000'000;
    {
        RealProgram program({"--data", tablet.data.string(), "--diagonal-cm", "40", "--announce", "--report"},
                            server.environment(), tablet.folder.path(), roomy);
        hands.tap(program.wait_for_scene(1, "who_is_here"), "portrait 2");
        const Scene garden = program.wait_for_scene(1, "garden");
        std::this_thread::sleep_for(Duration(600));
        hands.tap(garden, "card 1");
        for (std::size_t answer = 1; answer <= 3; ++answer) {
            const Scene question = program.wait_for_question(1, "give_me");
            const bool full = answer == 2;
            if (full)
                program.process().limit_files(fs::file_size(tablet.data / "mirabelle.sqlite-wal") + 1);
            hands.perform({{1, question.answer}}, question.screen);
            if (full) {
                CHECK(program.process().wait_for_error("mirabelle.sqlite", soon));
                CHECK(program.announced().size() == 1);
                // A child's fingers meet the calm picture and spoil nothing.
                hands.perform({{1, question.answer}}, question.screen);
                CHECK(program.process().running());
                program.process().limit_files(roomy);
                CHECK(program.process().wait_for_error("every answer is written down again", soon));
            }
            program.wait_for_announced(answer);
        }
        program.close();
    }
    JournalOptions options;
    Journal journal = Journal::open(tablet.data, options);
    int played = 0;
    for (const Attempt& attempt : journal.attempts(std::nullopt, 0))
        played += attempt.response.empty() ? 0 : 1; // those of the enrolment have none
    CHECK(played == 3);
}

TEST_CASE(
    "a damaged recording is named by check with its remedy, and the built-in voice speaks in its place") {
    Tablet tablet;
    tablet.enrol();
    fs::create_directories(tablet.data / "voices/teacher");
    fs::create_directories(tablet.data / "voices/packs/anne");
    std::ofstream(tablet.data / "voices/teacher/hello.ogg") << "this was a voice";
    std::ofstream(tablet.data / "voices/packs/anne/nobody_says_this.ogg") << "neither";
    const ProcessStory check = tablet.run({"check", "--data", tablet.data.string()});
    CHECK(check.end.exit_code == 1);
    CHECK(check.output.find((tablet.data / "voices/teacher/hello.ogg").string() + ": is damaged") !=
          std::string::npos);
    CHECK(check.output.find("record it again, or remove the file") != std::string::npos);
    CHECK(check.output.find("nobody_says_this.ogg: no line has this name") != std::string::npos);

    const XServer server(XServer::Kind::picture, {1280, 720}, tablet.folder.path());
    RealProgram program({"--data", tablet.data.string(), "--report"}, server.environment(),
                        tablet.folder.path());
    program.wait_for_scene(1, "who_is_here");
    CHECK(program.process().wait_for_error("teacher/hello.ogg", soon));
    program.close();
    fs::remove_all(tablet.data / "voices");
    CHECK(tablet.run({"check", "--data", tablet.data.string()}).end.exit_code == 0);
}

TEST_CASE("a missing voice is named by check, and the app plays without it") {
    Tablet tablet;
    bundle_to_damage(tablet.folder.path());
    const std::map<std::string, std::string> environment{{"MIRABELLE_BUNDLE", tablet.bundle.string()}};
    fs::remove(tablet.bundle / "voice/hello.ogg");
    const auto story = tablet.run({"check", "--content"}, environment);
    CHECK(story.end.exit_code == 1);
    CHECK(story.output.find("hello.ogg") != std::string::npos);

    const XServer server(XServer::Kind::picture, {1280, 720}, tablet.folder.path());
    auto on_screen = server.environment();
    on_screen.insert(environment.begin(), environment.end());
    RealProgram program({"--data", tablet.data.string(), "--report"}, on_screen, tablet.folder.path());
    program.wait_for_scene(1, "who_is_here");
    program.close();
}

TEST_CASE("a missing picture is told at the start with the line that asks for it") {
    Tablet tablet;
    bundle_to_damage(tablet.folder.path());
    fs::remove(tablet.bundle / "pictures/1f34e.svg");
    const auto story = tablet.run({"check", "--content"}, {{"MIRABELLE_BUNDLE", tablet.bundle.string()}});
    CHECK(story.end.exit_code == 3);
    CHECK(story.errors.find(".toml:") != std::string::npos);
    CHECK(story.errors.find("1f34e") != std::string::npos);
}

TEST_CASE("a mistake in a levels file is told with its file, its line and its remedy") {
    Tablet tablet;
    bundle_to_damage(tablet.folder.path());
    const fs::path levels = tablet.bundle / "content/activities/give_me/levels.toml";
    const std::string text = text_of(levels);
    replace(levels, text + "\n[[level]\nid = \"broken\"\n");
    const auto story = tablet.run({"check", "--content"}, {{"MIRABELLE_BUNDLE", tablet.bundle.string()}});
    CHECK(story.end.exit_code == 3);
    const auto line = lines_of(text).size() + 2;
    CHECK_MESSAGE(story.errors.find("levels.toml:" + std::to_string(line)) != std::string::npos,
                  story.errors);
}

TEST_CASE("without its bundle the program says where it looked") {
    Tablet tablet;
    const auto story = tablet.run({"check", "--content"}, {{"MIRABELLE_BUNDLE", "/no/such/folder"}});
    CHECK(story.end.exit_code == 3);
    CHECK(story.errors.find("/no/such/folder") != std::string::npos);
    CHECK(story.errors.find("MIRABELLE_BUNDLE") != std::string::npos);
}
