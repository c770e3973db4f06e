// Everything that is shown, said and asked, read once at start and validated there, so that a child's session
// never meets a surprise.
#pragma once

#include "engine/content/accent.h"
#include "engine/content/content_items.h"
#include "engine/content/level.h"
#include "engine/content/tale.h"
#include "engine/content/word_list.h"
#include "engine/learner/skill_graph.h"
#include "engine/stage.h"
#include "engine/writing/joined_cursive.h"

#include <array>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mirabelle {

struct Activity;

class Content {
  public:
    /// Reads the bundle folder. Throws ContentError (file, line, remedy) when something needed is missing or
    /// wrong; a single voice or picture file that is missing is a problem to tell, not a reason to keep
    /// children waiting.
    static Content load(const std::filesystem::path& bundle, std::span<const Activity> activities);

    /// The line named `id`; an unknown one is silence, and is counted in problems() of `mirabelle check`.
    VoiceId voice(std::string_view id) const;
    PictureId picture(std::string_view id) const;

    std::span<const Voice> voices() const { return voices_; }
    /// Two things change after loading. From now on `line` is this file of `duration` ms, which whoever gives
    /// it has checked. Spans of voices() stay valid.
    void speak_from(VoiceId line, std::filesystem::path file, Milliseconds duration);
    /// From now on words are counted and said so, and version() says it. Nothing but words() is another one.
    void set_accent(Accent accent);
    Accent accent() const { return accent_; }
    std::span<const std::filesystem::path> pictures() const { return picture_files_; }
    std::span<const Letter> letters() const { return letters_; }
    std::span<const CountedObject> objects() const { return objects_; }
    std::span<const Word> words() const { return accent_ == Accent::southern ? southern_words_ : words_; }
    std::span<const Tale> tales() const { return tales_; }
    std::span<const Portrait> portraits() const { return portraits_; }
    std::span<const Skill> skills() const { return skills_; }
    const SkillGraph& graph() const { return graph_; } ///< over all skills, in their order
    std::span<const ErrorDescription> errors() const { return errors_; }
    std::span<const Level> levels(std::string_view activity) const;
    const Letter& letter(std::string_view id) const;     ///< throws ContentError when unknown
    const Skill& skill(std::string_view id) const;       ///< throws ContentError when unknown
    const Portrait& portrait(std::string_view id) const; ///< the first one when unknown
    std::span<const WritingModel> models(Alphabet alphabet) const;
    /// Throws ContentError when unknown.
    const WritingModel& model(Alphabet alphabet, std::string_view id) const;
    std::span<const WritingMark> marks() const { return marks_; } ///< accents of cursive, and its hyphen
    const TouchSizes& sizes(Band band) const { return sizes_[static_cast<std::size_t>(band)]; }
    const Easing& easing() const { return easing_; }
    std::span<const std::string> example_names() const { return example_names_; }
    const std::filesystem::path& folder() const { return folder_; }

    /// Changes whenever anything that shapes an exercise changes.
    std::string_view version() const { return version_; }

    /// Missing voices and pictures, one sentence each.
    std::span<const std::string> problems() const { return problems_; }

  private:
    friend class ContentLoader;
    Content() = default;

    std::filesystem::path folder_;
    std::string version_, northern_version_;
    std::vector<Voice> voices_;
    std::map<std::string, VoiceId, std::less<>> voice_ids_;
    std::vector<std::filesystem::path> picture_files_;
    std::map<std::string, PictureId, std::less<>> picture_ids_;
    std::vector<Letter> letters_;
    std::vector<CountedObject> objects_;
    Accent accent_ = Accent::northern;
    std::vector<Word> words_, southern_words_; ///< the same ones, in the same order
    std::vector<Tale> tales_;
    std::vector<Portrait> portraits_;
    std::vector<Skill> skills_;
    SkillGraph graph_;
    std::vector<ErrorDescription> errors_;
    std::vector<std::string> example_names_;
    std::array<std::vector<WritingModel>, all_alphabets.size()> models_;
    std::vector<WritingMark> marks_;
    std::map<std::string, std::vector<Level>, std::less<>> levels_;
    std::array<TouchSizes, all_bands.size()> sizes_{};
    Easing easing_;
    std::vector<std::string> problems_;
};

} // namespace mirabelle
