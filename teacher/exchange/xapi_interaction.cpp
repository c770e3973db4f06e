#include "teacher/exchange/xapi_interaction.h"

#include "teacher/exchange/xapi_json.h"
#include "teacher/exchange/xapi_text.h"

#include <algorithm>
#include <variant>
#include <vector>

namespace mirabelle {

namespace {

struct PlayOfTask {
    XapiPlay operator()(const Choose&) const { return XapiPlay::choice; }
    XapiPlay operator()(const TapCount&) const { return XapiPlay::choice; }
    XapiPlay operator()(const Drag&) const { return XapiPlay::collection; }
    XapiPlay operator()(const Trace&) const { return XapiPlay::tracing; }
    template <typename Other>
    XapiPlay operator()(const Other&) const {
        return XapiPlay::by_answer;
    }
};

bool is_number(std::string_view text) {
    return !text.empty() && text.size() < 10 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_offered(const std::vector<std::string>& options, const std::string& label) {
    return !label.empty() && std::find(options.begin(), options.end(), label) != options.end();
}

/// `list` is "choices" or "steps" with their ids, or nothing.
std::string definition(std::string_view type, std::string_view right, std::string_view list = {},
                       const std::vector<std::string>& ids = {}) {
    std::string out;
    JsonText json(out);
    json.open_object();
    json.key("type").text("http://adlnet.gov/expapi/activities/cmi.interaction");
    json.key("interactionType").text(type);
    json.key("correctResponsesPattern").open_list();
    json.text(right);
    json.close_list();
    if (!list.empty()) {
        json.key(list).open_list();
        for (const std::string& id : ids) {
            json.open_object();
            json.key("id").text(id);
            json.close_object();
        }
        json.close_list();
    }
    json.close_object();
    return out;
}

XapiInteraction choice(const Attempt& attempt) {
    std::vector<std::string> ids;
    for (const std::string& label : attempt.options)
        if (std::string id = component_id(label);
            !id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(std::move(id));
    XapiInteraction made{definition("choice", component_id(attempt.expected), "choices", ids), std::nullopt};
    if (is_offered(attempt.options, attempt.response))
        made.response = component_id(attempt.response);
    return made;
}

std::string collected(std::string_view things, std::string_view others) {
    return "things[.]" + std::string(things) + "[,]others[.]" + std::string(others);
}

// Answers are "3", or "3+1" with one thing among them that nobody asked for.
XapiInteraction collection(const Attempt& attempt) {
    static const std::vector<std::string> steps{"things", "others"};
    XapiInteraction made{definition("performance", collected(attempt.expected, "0"), "steps", steps),
                         std::nullopt};
    const std::string_view given = attempt.response;
    const std::size_t plus = given.find('+');
    const std::string_view others = plus == std::string_view::npos ? "0" : given.substr(plus + 1);
    if (is_number(given.substr(0, plus)) && is_number(others))
        made.response = collected(given.substr(0, plus), others);
    return made;
}

XapiInteraction tracing(const Attempt& attempt) {
    static const std::vector<std::string> steps{"trace"};
    const auto traced = [](const std::string& what) { return "trace[.]" + component_id(what); };
    XapiInteraction made{definition("performance", traced(attempt.expected), "steps", steps), std::nullopt};
    if (!attempt.response.empty())
        made.response = traced(attempt.response);
    return made;
}

XapiInteraction numeric(const Attempt& attempt) {
    XapiInteraction made{definition("numeric", attempt.expected + "[:]" + attempt.expected), std::nullopt};
    if (is_number(attempt.response))
        made.response = attempt.response;
    return made;
}

XapiInteraction other(const Attempt& attempt) {
    XapiInteraction made{definition("other", attempt.expected), std::nullopt};
    if (!attempt.response.empty())
        made.response = attempt.response;
    return made;
}

} // namespace

XapiPlay play_of(const Task& task) { return std::visit(PlayOfTask{}, task); }

XapiInteraction interaction_of(XapiPlay play, const Attempt& attempt) {
    if (play == XapiPlay::tracing && !attempt.expected.empty())
        return tracing(attempt);
    if (play == XapiPlay::collection && is_number(attempt.expected))
        return collection(attempt);
    if (is_offered(attempt.options, attempt.expected))
        return choice(attempt);
    return is_number(attempt.expected) ? numeric(attempt) : other(attempt);
}

} // namespace mirabelle
