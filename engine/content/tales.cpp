#include "engine/content/tale.h"
#include "engine/content/toml_file.h"

#include <algorithm>
#include <sstream>

namespace mirabelle {

namespace {

/// "1f430 0.3 0.9 0.4": a picture, the middle of its foot, its width; all shares of the page.
PlacedPicture placed(const TomlTable& table, std::string_view key, const std::string& text,
                     const TaleMedia& media) {
    std::istringstream in(text);
    std::string name;
    double x = -1, foot = -1, width = -1;
    in >> name >> x >> foot >> width;
    const auto picture = media.picture(name);
    if (!picture)
        table.fail(
            key, "names the picture '" + name + "', which is not in the bundle",
            "write the code point of a picture of words_fr.csv, or the name of a drawing of assets/art");
    const Rect where{x - width / 2, foot - width, width, width};
    if (width <= 0 || !Rect{0, 0, 1, 1}.grown(0.001).contains(where))
        table.fail(key, "places '" + text + "' outside of the page",
                   "write picture, middle, foot and width, 0 to 1");
    return {*picture, where};
}

VoiceId line_of(const TomlTable& table, std::string_view key, const std::string& id, const TaleMedia& media) {
    const VoiceId line = media.voice(id);
    if (line == VoiceId{})
        table.fail(key, "has no voice line '" + id + "'", "build again");
    return line;
}

StoryPage read_page(const TomlTable& table, const std::string& line, const TaleMedia& media) {
    StoryPage page;
    for (const std::string& text : table.texts("scene"))
        page.scene.pictures.push_back(placed(table, "scene", text, media));
    if (page.scene.pictures.empty())
        table.fail("scene", "is missing or empty", "write scene = [\"1f430 0.5 0.9 0.4\"]");
    page.told = {line_of(table, "told", line, media)};
    return page;
}

/// "lapin 1f430": what the journal calls it, its picture, and for a wrong one what it means.
TaleQuestion::Choice read_choice(const TomlTable& table, const std::string& text, const TaleMedia& media) {
    std::istringstream in(text);
    TaleQuestion::Choice choice;
    std::string name;
    in >> choice.label >> name >> choice.error;
    const auto picture = media.picture(name);
    if (!picture)
        table.fail("choices", "names the picture '" + name + "', which is not in the bundle",
                   "write label, code point and, for a wrong one, an id of errors.toml");
    choice.face = PictureFace{*picture};
    return choice;
}

TaleQuestion read_question(const TomlTable& table, const std::string& line, const TaleMedia& media) {
    TaleQuestion question;
    question.id = table.text("id");
    const auto band = band_named(table.text("band"));
    if (!band)
        table.fail("band", "is '" + table.text("band") + "'", "write PS, MS or GS");
    question.band = *band;
    question.kind = table.text("kind");
    question.asked = line_of(table, "ask", line + "_ask", media);
    question.answered = line_of(table, "answer", line + "_answer", media);
    for (const std::string& text : table.texts("choices"))
        question.choices.push_back(read_choice(table, text, media));
    const auto is_right = [](const TaleQuestion::Choice& choice) { return choice.error.empty(); };
    if (question.choices.size() < 3 ||
        std::count_if(question.choices.begin(), question.choices.end(), is_right) != 1 ||
        !question.choices.front().error.empty())
        table.fail("choices", "are not one right answer, first, and two wrong ones or more",
                   "write the right one first, and after each wrong one what it means");
    return question;
}

} // namespace

std::vector<Tale> read_tales(const std::filesystem::path& file, const TaleMedia& media) {
    std::vector<Tale> tales;
    for (const TomlTable& table : TomlTable::open(file).tables("story")) {
        Tale tale;
        tale.id = table.text("id");
        const std::string line = "story_" + tale.id + "_";
        for (const TomlTable& page : table.tables("page"))
            tale.pages.push_back(read_page(page, line + std::to_string(tale.pages.size() + 1), media));
        for (const TomlTable& question : table.tables("question"))
            tale.questions.push_back(read_question(question, line + question.text("id"), media));
        tales.push_back(std::move(tale));
    }
    return tales;
}

} // namespace mirabelle
