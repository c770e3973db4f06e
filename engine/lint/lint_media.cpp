#include "engine/lint/rules.h"

#include "engine/utf8.h"
#include "engine/voice/spoken_lines.h"

#include <algorithm>

namespace mirabelle {

namespace {

struct CheckFace {
    const Linted& asked;
    const Fonts& fonts;
    const Complain& complain;

    void operator()(const PictureFace& face) const { check(face.picture); }
    void operator()(const SceneFace& face) const {
        for (const PlacedPicture& placed : face.pictures)
            check(placed.picture);
    }
    void operator()(const WritingFace& face) const {
        if (face.text.empty())
            complain(LintRule::malformed, "a piece shows an empty word");
        for (std::string_view rest = face.text; !rest.empty();)
            if (!fonts.has(face.script, take_character(rest)))
                complain(LintRule::glyph_missing,
                         "the font has no character for one in '" + face.text + "': write it otherwise");
    }
    template <typename Other>
    void operator()(const Other&) const {} // drawn without files

  private:
    void check(PictureId picture) const {
        const auto place = static_cast<std::size_t>(picture);
        if (place >= asked.content.pictures().size() || asked.content.pictures()[place].empty())
            complain(LintRule::picture_missing, "a picture does not exist: add its file to assets/");
    }
};

} // namespace

void lint_media(const Linted& asked, const Fonts& fonts, const Complain& complain) {
    for (const Prompt& prompt : everything_said(asked.exercise))
        for (const VoiceId line : prompt)
            if (line == VoiceId{} || static_cast<std::size_t>(line) >= asked.content.voices().size())
                complain(LintRule::voice_missing,
                         "a line is said that does not exist: add it to assets/voice/lines.toml");
    if (asked.exercise.prompt.empty() || asked.exercise.praise.empty())
        complain(LintRule::voice_missing,
                 "nothing is said before or after the answer: set prompt and praise");
    for (const Face& face : faces_shown(asked.exercise))
        std::visit(CheckFace{asked, fonts, complain}, face);
}

bool is_skill(const Linted& asked, std::string_view beginning) {
    return std::string_view(asked.exercise.skill).starts_with(beginning);
}

bool is_said(const Prompt& prompt, VoiceId line) {
    return std::find(prompt.begin(), prompt.end(), line) != prompt.end();
}

} // namespace mirabelle
