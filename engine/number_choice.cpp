#include "engine/number_choice.h"

#include "engine/dot_arrays.h"
#include "engine/ensure.h"

#include <algorithm>
#include <charconv>

namespace mirabelle {

VoiceId number_voice(const Content& content, int number) {
    return content.voice("number_" + std::to_string(number));
}

Face numeral(int number) { return WritingFace{std::to_string(number), Script::script}; }

Face dots_of(int number, Random& random) {
    return dots_in(number <= 6 ? DotPattern::die : DotPattern::ten_frame, number, random);
}

Face fingers(const Content& content, int number) {
    return PictureFace{content.picture("fingers_" + std::to_string(number))};
}

Face number_as(std::string_view look, int number, const Content& content, Random& random) {
    if (look == "numeral")
        return numeral(number);
    return look == "fingers" ? fingers(content, number) : dots_of(number, random);
}

std::vector<int> numbers_around(int right, std::size_t count, NumberRange range, Random& random) {
    ENSURE(right >= range.low && right <= range.high);
    int low = right, high = right;
    while (high - low + 1 < static_cast<int>(count))
        if (high == range.high || (low > range.low && random.happens(0.5)))
            --low;
        else
            ++high;
    std::vector<int> numbers;
    for (int number = low; number <= high; ++number)
        numbers.push_back(number);
    return numbers;
}

std::vector<int> numbers_with(int right, std::span<const int> wanted, std::size_t count, NumberRange range) {
    std::vector<int> numbers{right};
    const auto add = [&](int number) {
        const bool fits = number >= range.low && number <= range.high && numbers.size() < count;
        if (fits && std::find(numbers.begin(), numbers.end(), number) == numbers.end())
            numbers.push_back(number);
    };
    for (const int number : wanted)
        add(number);
    for (int off = 1; off <= range.high; ++off) {
        add(right + off);
        add(right - off);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

void choose_number(Exercise& exercise, std::span<const int> numbers, std::span<const Face> faces, int right,
                   const Content& content) {
    Choose task;
    if (const auto* asked = std::get_if<Choose>(&exercise.task))
        task = *asked; // its model stays
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const int number = numbers[i];
        exercise.pieces.push_back({std::to_string(number), faces[i]});
        if (number == right) {
            task.right = i;
            continue;
        }
        const auto* name = number == right + 1   ? "one_more"
                           : number == right - 1 ? "one_less"
                                                 : "other_number";
        exercise.errors.push_back({std::to_string(number),
                                   name,
                                   {content.voice("that_is"), number_voice(content, number),
                                    content.voice("there_are"), number_voice(content, right)}});
    }
    exercise.task = std::move(task);
    exercise.expected = std::to_string(right);
    exercise.options = static_cast<int>(numbers.size());
}

void choose_numeral(Exercise& exercise, std::span<const int> numbers, int right, const Content& content) {
    std::vector<Face> faces;
    for (const int number : numbers)
        faces.push_back(numeral(number));
    choose_number(exercise, numbers, faces, right, content);
}

NumberPair number_pair(std::string_view written) {
    NumberPair pair;
    const char* const end = written.data() + written.size();
    const char* const after = std::from_chars(written.data(), end, pair.less).ptr;
    if (after < end)
        std::from_chars(after + 1, end, pair.more);
    ENSURE(pair.less > 0 && pair.more > pair.less);
    return pair;
}

void name_error(Exercise& exercise, int number, std::string_view name, Prompt explanation) {
    for (NamedError& error : exercise.errors)
        if (error.response == std::to_string(number)) {
            error.name = name;
            if (!explanation.empty())
                error.explanation = std::move(explanation);
        }
}

} // namespace mirabelle
