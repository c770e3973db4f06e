#include "engine/lint/rules.h"

#include <algorithm>
#include <array>

namespace mirabelle {

namespace {

using Related = bool (*)(const Word&, const Word&);

/// What words of a question on this skill have in common.
struct Relation {
    std::string_view skill; ///< its beginning
    Related related;
    Related confusable; ///< no foil is so to the right one: somebody could hear it
    std::string_view name;
};
constexpr std::array<Relation, 3> relations{{
    {"rhyme_", rhyme, may_rhyme, "rhymes"},
    {"first_syllable_", begin_with_same_syllable, begin_with_same_syllable, "begins with the same syllable"},
    {"first_phoneme_", begin_alike, begin_alike, "begins with the same sound"},
}};

const Word* word_named(const Content& content, std::string_view text) {
    const auto words = content.words();
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.text == text; });
    return found == words.end() ? nullptr : &*found;
}

/// The words that lie there, in the pieces' order; empty when a piece is none.
std::vector<const Word*> words_shown(const Linted& asked) {
    std::vector<const Word*> words;
    for (const Piece& piece : asked.exercise.pieces) {
        words.push_back(word_named(asked.content, piece.label));
        if (words.back() == nullptr)
            return {};
    }
    return words;
}

/// "chat rat": which one goes with chat?
void lint_pair(const Word& model, const std::vector<const Word*>& words, std::size_t right,
               const Relation& relation, const Complain& complain) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool goes = (i == right ? relation.related : relation.confusable)(*words[i], model);
        if (i == right && !goes)
            complain(LintRule::wrong_answer, "'" + words[i]->text +
                                                 "' counts as right, but it is not so that it " +
                                                 std::string(relation.name) + " with '" + model.text + "'");
        if (i != right && goes)
            complain(LintRule::foil_also_right, "'" + words[i]->text + "' " + std::string(relation.name) +
                                                    " with '" + model.text + "' as well: draw another foil");
    }
}

/// All but one go together.
void lint_odd_one(const std::vector<const Word*>& words, std::size_t right, const Relation& relation,
                  const Complain& complain) {
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = i + 1; j < words.size(); ++j) {
            const bool with_odd = i == right || j == right;
            const bool goes = (with_odd ? relation.confusable : relation.related)(*words[i], *words[j]);
            const std::string both = "'" + words[i]->text + "' and '" + words[j]->text + "'";
            if (with_odd && goes)
                complain(LintRule::wrong_answer, both + " go together, but one of them is to be the odd one");
            if (!with_odd && !goes)
                complain(LintRule::foil_also_right, both + " do not go together: another one is odd as well");
        }
}

void lint_relation(const Linted& asked, const std::vector<const Word*>& words, std::size_t right,
                   const Complain& complain) {
    for (const Relation& relation : relations) {
        if (!is_skill(asked, relation.skill))
            continue;
        const std::string& item = asked.exercise.item;
        const std::size_t space = item.find(' ');
        const Word* model =
            space == std::string::npos ? nullptr : word_named(asked.content, item.substr(0, space));
        if (model != nullptr)
            lint_pair(*model, words, right, relation, complain);
        else
            lint_odd_one(words, right, relation, complain);
    }
}

/// A word whose syllables are counted or compared is heard alike by everybody.
void lint_syllables(const Linted& asked, const std::vector<const Word*>& words, const Complain& complain) {
    if (!is_skill(asked, "syllables_") && !is_skill(asked, "first_syllable_"))
        return;
    std::vector<const Word*> scored = words;
    const Word* item = word_named(asked.content, asked.exercise.item);
    if (item != nullptr)
        scored.push_back(item);
    for (const Word* word : scored)
        if (!word->counts_alike)
            complain(LintRule::unstable_word,
                     "not everybody hears as many syllables in '" + word->text + "': never score it");
    const auto* rhythm = std::get_if<Rhythm>(&asked.exercise.task);
    if (rhythm != nullptr && !rhythm->odd && item != nullptr && rhythm->beats != item->syllables)
        complain(LintRule::wrong_answer, "'" + item->text + "' has " + std::to_string(item->syllables) +
                                             " syllables, not " + std::to_string(rhythm->beats));
}

void lint_word(const Linted& asked, const Piece& piece, const Complain& complain) {
    const Word* word = word_named(asked.content, piece.label);
    const auto* shown = std::get_if<PictureFace>(&piece.face);
    if (word == nullptr || shown == nullptr)
        return;
    const bool counted =
        std::any_of(asked.content.objects().begin(), asked.content.objects().end(),
                    [&](const CountedObject& object) { return object.picture == shown->picture; });
    if (shown->picture != word->picture && !counted)
        complain(LintRule::picture_mismatch, "'" + word->text + "' shows another word's picture");
    if (shown->picture == word->picture && !word->named_alike)
        complain(LintRule::picture_missing,
                 "children give the picture of '" + word->text + "' another name: take another word");
}

/// What is asked by its name is called by that name, and no other piece is.
void lint_naming(const Linted& asked, const std::vector<const Word*>& words, std::size_t right,
                 const Complain& complain) {
    if (!is_skill(asked, "point_to_named_") && !is_skill(asked, "minimal_pairs_"))
        return;
    if (!is_said(asked.exercise.prompt, words[right]->voice))
        complain(LintRule::voice_mismatch, "'" + words[right]->text + "' is right, but it is never said");
}

} // namespace

void lint_words(const Linted& asked, const Complain& complain) {
    for (const Piece& piece : asked.exercise.pieces)
        lint_word(asked, piece, complain);
    const std::vector<const Word*> words = words_shown(asked);
    lint_syllables(asked, words, complain);
    const auto* choose = std::get_if<Choose>(&asked.exercise.task);
    if (choose == nullptr || words.empty() || choose->right >= words.size())
        return;
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = i + 1; j < words.size(); ++j)
            if (words[i] != words[j] && sound_alike(*words[i], *words[j]))
                complain(LintRule::homophones, "'" + words[i]->text + "' and '" + words[j]->text +
                                                   "' sound the same: never show both");
    lint_relation(asked, words, choose->right, complain);
    lint_naming(asked, words, choose->right, complain);
}

} // namespace mirabelle
