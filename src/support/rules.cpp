#include "support/rules.h"

#include <algorithm>
#include <array>

namespace daphnia::support {

namespace {

constexpr std::array kRules{
#define CHECK(name, id, unproved, broken, help) RuleInfo{#name, id, unproved, broken, help},
#define RULE(name, id, help) RuleInfo{#name, id, {}, {}, help},
#include "support/rules.def"
#undef CHECK
#undef RULE
};

} // namespace

std::span<const RuleInfo> rules() {
    return kRules;
}

const RuleInfo& info(Rule rule) {
    return kRules.at(static_cast<std::size_t>(rule));
}

std::optional<Rule> rule_named(std::string_view id) {
    const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const RuleInfo& each) { return each.id == id; });
    if (found == kRules.end()) {
        return std::nullopt;
    }
    return static_cast<Rule>(found - kRules.begin());
}

std::ostream& operator<<(std::ostream& out, Rule rule) {
    return out << info(rule).id;
}

} // namespace daphnia::support
