// The teacher comes to the class's display while children play: the real program, real fingers.
#include "tests/end_to_end/real_screen.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace mirabelle;

namespace {

/// A class display with its children and their teacher.
struct ClassRoomScreen {
    ClassRoomScreen()
        : folder("mirabelle-panel-"),
          children(enrol_class(folder.path() / "data", 4, "give_me")),
          server(XServer::Kind::touch, {1920, 1080}, folder.path()),
          hands(server, folder.path()) {
        start();
    }

    void start() {
        program = std::make_unique<RealProgram>(
            std::vector<std::string>{"--data", (folder.path() / "data").string(), "--seed", "7",
                                     "--diagonal-cm", "165", "--reach-mm", "560", "--announce", "--report"},
            server.environment(), folder.path());
        screen = program->wait_for_scene(1, "who_is_here").screen;
        std::this_thread::sleep_for(Duration(400));
    }

    /// One tap on what is called so, and time for the panel to answer.
    void tap(const std::string& page, const std::string& target) {
        const Scene seen = program->wait_for_panel(page, target);
        hands.tap(seen, target);
        std::this_thread::sleep_for(Duration(250));
    }
    void type(const std::string& digits) {
        for (const char digit : digits)
            tap("code", std::string(1, digit));
        tap("code", "ok");
    }
    void open_with_new_code(const std::string& digits) {
        hands.hold_corners(screen);
        type(digits);
        type(digits);
        program->wait_for_panel("class");
    }
    std::vector<std::string> column(const std::string& sql) const {
        const SQLite::Database database((folder.path() / "data" / "mirabelle.sqlite").string(),
                                        SQLite::OPEN_READONLY);
        SQLite::Statement query(database, sql);
        std::vector<std::string> rows;
        while (query.executeStep())
            rows.push_back(query.getColumn(0).getString());
        return rows;
    }

    ScratchFolder folder;
    std::vector<Child> children;
    XServer server;
    Hands hands;
    std::unique_ptr<RealProgram> program;
    Size screen;
};

} // namespace

TEST_CASE("a teacher holds two corners, chooses a code and launches an activity for the class") {
    ClassRoomScreen room;
    room.open_with_new_code("2468");
    room.tap("class", "rail.launch");
    room.tap("launch", "give_me");
    room.tap("launch", "Lancer");
    const Scene question = room.program->wait_for_question(1, "give_me");
    const Scene strip = room.program->wait_for_panel("strip", "Pause");
    const double strip_bottom = strip.targets.at("Pause").bottom();
    for (const auto& [name, where] : question.targets)
        CHECK_MESSAGE(where.y > strip_bottom, name, " lies under the teacher's strip");

    room.hands.perform({{1, question.answer}}, question.screen);
    room.program->wait_for_announced(1);

    room.tap("strip", "Pause");
    room.program->wait_for_panel("strip", "Reprendre");
    const auto before = room.program->announced().size();
    room.hands.perform({{1, question.answer}}, question.screen);
    CHECK(room.program->announced().size() == before);
    room.tap("strip", "Reprendre");
    room.tap("strip", "Terminer");
    room.program->wait_for_scene(1, "who_is_here");
    room.program->wait_for_no_panel();
    room.program->close();

    CHECK(room.column("SELECT ending FROM run WHERE child IS NULL").back() == "stopped_by_teacher");
    CHECK(room.column("SELECT response FROM attempt WHERE child IS NULL").size() == 1);
    for (const std::string& value : room.column("SELECT value FROM setting"))
        CHECK(value.find("2468") == std::string::npos);
}

TEST_CASE("a child's answer is not lost when the teacher opens the panel in the middle of it") {
    ClassRoomScreen room;
    room.hands.tap(room.program->wait_for_scene(1, "who_is_here"), "portrait 2");
    const Scene garden = room.program->wait_for_scene(1, "garden");
    std::this_thread::sleep_for(Duration(700));
    room.hands.tap(garden, "card 1");
    const Scene question = room.program->wait_for_question(1, "give_me");
    const auto half = question.answer.begin() + static_cast<std::ptrdiff_t>(question.answer.size() / 2);
    room.hands.perform({{1, Gesture(question.answer.begin(), half)}}, question.screen);
    room.open_with_new_code("1357");
    room.hands.up(1);
    // What the child touches now touches the teacher's page, and nothing of the question.
    const auto before = room.program->announced().size();
    room.tap("class", "rail.close");
    room.program->wait_for_no_panel();
    const Scene again = room.program->wait_for_question(1, "give_me");
    CHECK(room.program->announced().size() == before);
    room.hands.perform({{1, again.answer}}, again.screen);
    room.program->wait_for_announced(before + 1);
    room.program->close();
    CHECK(room.column("SELECT response FROM attempt WHERE level <> ''").size() == before + 1);
}

TEST_CASE("whoever guesses the code has to wait, also after a restart; a lost code can be forgotten") {
    ClassRoomScreen room;
    room.open_with_new_code("2468");
    room.tap("class", "rail.close");
    room.program->wait_for_no_panel();
    room.program->close();
    room.start();
    room.hands.hold_corners(room.screen);
    for (int guess = 0; guess < 3; ++guess)
        room.type("1111");
    room.type("2468"); // too soon
    std::this_thread::sleep_for(Duration(300));
    CHECK(room.program->wait_for_panel("code").name == "code");
    room.program->close();

    const auto story = run_process(
        {{program_path(), "forget-code", "--data", (room.folder.path() / "data").string()}, {}, {}},
        room.folder.path(), std::chrono::seconds(30));
    CHECK(story.end.exit_code == 0);
    room.start();
    room.open_with_new_code("9999");
    room.program->close();
}

TEST_CASE("the size of the screen that the teacher has set is believed from then on") {
    const ScratchFolder folder("mirabelle-panel-");
    enrol_class(folder.path() / "data", 2, "give_me");
    {
        JournalOptions options;
        options.now = options.release;
        Journal::open(folder.path() / "data", options).set_setting("diagonal_mm", "1650");
    }
    const XServer server(XServer::Kind::picture, {1280, 720}, folder.path());
    RealProgram program({"--data", (folder.path() / "data").string(), "--report"}, server.environment(),
                        folder.path());
    const Size screen = program.wait_for_scene(1, "who_is_here").screen;
    CHECK(std::hypot(screen.width, screen.height) == doctest::Approx(1650).epsilon(0.01));
    program.close();
}

TEST_CASE("a teacher fits the screen to a bank card, and the children's pictures follow at once") {
    const ScratchFolder folder("mirabelle-panel-");
    enrol_class(folder.path() / "data", 2, "give_me");
    const XServer server(XServer::Kind::touch, {1080, 1920}, folder.path());
    Hands hands(server, folder.path());
    RealProgram program({"--data", (folder.path() / "data").string(), "--report"}, server.environment(),
                        folder.path());
    const auto diagonal = [](Size screen) { return std::hypot(screen.width, screen.height); };
    const auto tap = [&](const std::string& page, const std::string& target) {
        hands.tap(program.wait_for_panel(page, target), target);
        std::this_thread::sleep_for(Duration(250));
    };
    const Size before = program.wait_for_scene(1, "who_is_here").screen;
    std::this_thread::sleep_for(Duration(400));
    hands.hold_corners(before);
    for (int twice = 0; twice < 2; ++twice) {
        for (const char* digit : {"2", "4", "6", "8"})
            tap("code", digit);
        tap("code", "ok");
    }
    tap("class", "rail.settings");
    // Three age groups and the loudness come before the diagonal, which the first touch takes over as it is.
    for (int touch = 0; touch < 6; ++touch)
        tap("settings", "more 5");
    tap("settings", "rail.close");
    program.wait_for_no_panel();
    const Scene after = program.wait_for(1, [&](const Scene& scene) {
        return scene.name == "who_is_here" && diagonal(scene.screen) > diagonal(before) + 5;
    });
    CHECK(diagonal(after.screen) == doctest::Approx(diagonal(before) + 10).epsilon(0.003));
    // The same portraits lie where fingers meet them.
    hands.tap(after, "portrait 1");
    program.wait_for_scene(1, "garden");
    program.close();
}
