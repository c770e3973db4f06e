// The linter's rules, in groups; each looks at one question and complains.
#pragma once

#include "engine/lint/lint.h"

#include <functional>
#include <map>
#include <set>
#include <string>

namespace mirabelle {

/// One question and where it comes from.
struct Linted {
    const Content& content;
    const Level& level;
    const Exercise& exercise;
};

using Complain = std::function<void(LintRule rule, std::string reason)>;

/// Foils, labels, faces, and that the task fits its pieces.
void lint_pieces(const Linted& asked, const Complain& complain);
/// Numbers: dots, numerals, what is more.
void lint_numbers(const Linted& asked, const Complain& complain);
/// Words: rhymes, onsets, syllables, homophones, pictures.
void lint_words(const Linted& asked, const Complain& complain);
/// Letters' names and sounds; `taught` are those asked at this level or an earlier one.
void lint_letters(const Linted& asked, const std::set<std::string>& taught, const Complain& complain);
/// Instruments and noises: what is heard is what is right.
void lint_noises(const Linted& asked, const Complain& complain);
/// Every line and picture exists and every character can be drawn.
void lint_media(const Linted& asked, const Fonts& fonts, const Complain& complain);
/// Laid on the smallest tablet that is supported.
void lint_layout(const Linted& asked, const Fonts& fonts, MakeMechanic make_mechanic,
                 const Complain& complain);

/// The letters a question asks for, by their ids; empty where it asks for something else.
std::vector<std::string> letters_asked(const Linted& asked);
/// Whether the skill's id begins so.
bool is_skill(const Linted& asked, std::string_view beginning);
/// What is said before the child answers.
bool is_said(const Prompt& prompt, VoiceId line);

} // namespace mirabelle
