// The demonstration, and a session that is recorded and played again: the same seed, the same answers.
#include "activities/activities.h"
#include "tests/end_to_end/real_screen.h"

#include <SDL2/SDL_image.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace mirabelle;

namespace {

namespace fs = std::filesystem;

/// Everything the journal keeps of the answers that does not depend on the moment they were given at.
std::vector<std::string> answers_in(const fs::path& folder, const std::string& columns) {
    const SQLite::Database database((folder / "mirabelle.sqlite").string(), SQLite::OPEN_READONLY);
    SQLite::Statement query(database,
                            "SELECT " + columns + " FROM attempt WHERE response <> '' ORDER BY sequence");
    std::vector<std::string> rows;
    while (query.executeStep())
        rows.push_back(query.getColumn(0).getString());
    return rows;
}

ProcessStory run(const ScratchFolder& folder, std::vector<std::string> words) {
    words.insert(words.begin(), program_path());
    return run_process({std::move(words), {}, {}}, folder.path(), std::chrono::minutes(10));
}

} // namespace

TEST_CASE("the demonstration leaves a sound journal and its pictures, and is the same every time") {
    const ScratchFolder folder("mirabelle-demo-");
    const fs::path out = folder.path() / "demo";
    const std::vector<std::string> words{"demo", "--out", out.string(), "--weeks", "1", "--seed", "5"};
    const auto story = run(folder, words);
    INFO(story.errors);
    REQUIRE(story.end.exit_code == 0);
    CHECK(story.output.find(out.string()) != std::string::npos);
    const std::string columns =
        "id || run || child || activity || level || question || seed || item || response || "
        "correct || error || help || latency || duration || touches || lane || instant";
    const auto answers = answers_in(out, columns);
    CHECK(answers.size() > 200);

    // Not one game is left out.
    const auto played = answers_in(out, "DISTINCT activity");
    for (const Activity& activity : all_activities())
        CHECK_MESSAGE(std::find(played.begin(), played.end(), activity.id) != played.end(), activity.id);

    int pictures = 0;
    for (const auto& entry : fs::directory_iterator(out / "pictures"))
        pictures += entry.is_regular_file() && entry.file_size() > 20'000 ? 1 : 0;
    CHECK(pictures >= 10);
    // Every page of the teacher's panel on a tablet, a laptop and a class display.
    for (const std::string page : {"class", "child", "replay", "launch", "list", "edit", "export", "settings",
                                   "packs", "steps", "choices", "groups"})
        for (const std::string size : {"1280x800", "1920x1080", "3840x2160"})
            CHECK(fs::file_size(out / "pictures" / "panel" / ("panel_" + page + "_" + size + ".png")) >
                  10'000);
    const std::string csv = text_of(out / "answers.csv"), statements = text_of(out / "statements.jsonl");
    CHECK(lines_of(csv).size() == answers.size() + 1);
    CHECK(lines_of(statements).size() > answers.size());
    for (const std::string name : {"Alice", "Basile", "Djibril"}) {
        CHECK(csv.find(name) == std::string::npos);
        CHECK(statements.find(name) == std::string::npos);
    }
    SDL_Surface* sheet = IMG_Load((out / "contact_sheet.png").string().c_str());
    REQUIRE(sheet != nullptr);
    CHECK(sheet->w > 2000);
    CHECK(sheet->h > 1000);
    SDL_FreeSurface(sheet);

    for (const std::string mechanic : {"choose", "tap_count", "drag", "trace"}) {
        CHECK(fs::file_size(out / "film" / (mechanic + ".webp")) > 20'000);
        CHECK(fs::exists(out / "film" / mechanic / "0060.png"));
    }
    const auto check = run(folder, {"check", "--data", out.string()});
    CHECK(check.end.exit_code == 0);
    CHECK(check.output.find("see above") == std::string::npos);
    // The same folder again is no accident, and gives the same; films take their time and are compared
    // elsewhere.
    auto without_film = words;
    without_film.emplace_back("--no-film");
    CHECK(run(folder, without_film).end.exit_code == 0);
    CHECK(answers == answers_in(out, columns));
    CHECK_FALSE(fs::exists(out / "film")); // of the time before
    // The journal of a real class would be lost by accident.
    enrol_class(folder.path() / "real", 2, "give_me");
    const auto refused = run(folder, {"demo", "--out", (folder.path() / "real").string()});
    CHECK(refused.end.exit_code == 4);
    CHECK(refused.errors.find("--out") != std::string::npos);
}

TEST_CASE("a recorded session is played again with the same answers") {
    const ScratchFolder folder("mirabelle-record-");
    const fs::path played = folder.path() / "played", again = folder.path() / "again";
    const std::string record = (folder.path() / "record").string();
    enrol_class(played, 3, "give_me");
    enrol_class(again, 3, "give_me");
    const std::vector<std::string> same{"--seed", "11", "--diagonal-cm", "40"};
    {
        const XServer server(XServer::Kind::touch, {1280, 720}, folder.path());
        Hands hands(server, folder.path());
        std::vector<std::string> words{"--data", played.string(), "--record",
                                       record,   "--announce",    "--report"};
        words.insert(words.end(), same.begin(), same.end());
        RealProgram program(words, server.environment(), folder.path());
        hands.tap(program.wait_for_scene(1, "who_is_here"), "portrait 2");
        const Scene garden = program.wait_for_scene(1, "garden");
        std::this_thread::sleep_for(Duration(700));
        hands.tap(garden, "card 1");
        for (std::size_t answer = 1; answer <= 2; ++answer) {
            const Scene question = program.wait_for_question(1, "give_me");
            hands.perform({{1, question.answer}}, question.screen);
            program.wait_for_announced(answer);
        }
        program.close();
    }
    std::vector<std::string> words{"play",         "--script", record,    "--data",
                                   again.string(), "--size",   "1280x720"};
    words.insert(words.end(), same.begin(), same.end());
    const auto story = run(folder, words);
    INFO(story.errors);
    REQUIRE(story.end.exit_code == 0);
    const std::string columns =
        "activity || level || question || seed || item || response || correct || touches";
    const auto answers = answers_in(played, columns);
    CHECK(answers.size() == 2);
    CHECK(answers == answers_in(again, columns));
}
