#include "activities/feelings/feelings.h"

#include <array>

namespace mirabelle {

namespace {

struct Feeling {
    std::string_view id; ///< ends the id of its voice line
    std::string_view picture;
};
constexpr std::array known{Feeling{"joy", "1f60a"},      Feeling{"sorrow", "1f622"},
                           Feeling{"anger", "1f620"},    Feeling{"fear", "1f628"},
                           Feeling{"tired", "1f971"},    Feeling{"calm", "1f60c"},
                           Feeling{"worry", "1f61f"},    Feeling{"disappointment", "1f61e"},
                           Feeling{"surprise", "1f62e"}, Feeling{"excitement", "1f929"}};
constexpr std::array<std::string_view, known.size()> ids{
    "joy", "sorrow", "anger", "fear", "tired", "calm", "worry", "disappointment", "surprise", "excitement"};
constexpr std::array<std::string_view, 2> moments{"now", "today"};
constexpr std::array rules{
    SettingRule{"feelings", SettingKind::words, 0, 0, ids},    // all of them are shown
    SettingRule{"moments", SettingKind::words, 0, 0, moments}, // one of these is asked about
};

Exercise make_exercise(const Level& level, const Content& content, Random& random) {
    Exercise exercise;
    exercise.scoring = Scoring::never;
    exercise.item = random.pick(level.settings.words("moments"));
    for (const std::string& id : level.settings.words("feelings"))
        for (const Feeling& feeling : known)
            if (feeling.id == id)
                exercise.pieces.push_back(
                    {id, PictureFace{content.picture(feeling.picture)}, content.voice("feeling_" + id)});
    random.shuffle(exercise.pieces);
    exercise.prompt = {content.voice("how_do_you_feel_" + exercise.item), content.voice("touch_your_face")};
    exercise.praise = {content.voice("thank_you_for_telling")};
    exercise.skill = level.skill;
    exercise.difficulty = level.difficulty;
    exercise.options = static_cast<int>(exercise.pieces.size());
    // Where the helping hand shows how it is done, it touches any of them.
    exercise.task = Choose{random.below(static_cast<std::uint32_t>(exercise.pieces.size()))};
    return exercise;
}

} // namespace

Activity feelings() { return {"feelings", rules, make_exercise}; }

} // namespace mirabelle
