// A strict reader of exported statements, which knows the rules and nothing of the writer. It also catches
// what learning record stores let pass: days that do not exist, spaces in IRIs, ids twice.
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace mirabelle {

class XapiChecker {
  public:
    /// No statement may be later than `now`, in the notation of the timestamps.
    explicit XapiChecker(std::string now) : now_(std::move(now)) {}

    /// What is wrong with one line, and with it beside the lines before; empty when nothing is.
    std::vector<std::string> faults_of(const std::string& line);

  private:
    using Json = nlohmann::json;

    void check(bool is_right, const std::string& fault);
    /// Whether it is an object with all of `needed` and nothing but these and `allowed`.
    bool has_only(const Json& object, const std::string& name, const std::set<std::string>& needed,
                  const std::set<std::string>& allowed = {});
    void check_everywhere(const Json& value, const std::string& name);
    void check_actor(const Json& actor);
    void check_verb(const Json& verb);
    void check_activity(const Json& activity, const std::string& name);
    void check_interaction(const Json& definition, const Json& result);
    void check_performance(const Json& definition, const std::string& text, const std::string& name);
    void check_result(const Json& result);
    void check_context(const Json& context);
    void check_extensions(const Json& extensions, const std::string& name,
                          const std::set<std::string>& allowed);
    void check_timestamp(const Json& timestamp);

    std::string now_;
    std::vector<std::string> faults_;
    std::set<std::string> ids_;
    std::map<std::string, std::string> definitions_; ///< by the id of the activity
};

} // namespace mirabelle
