// What can be said about a program: every error, warning and assumption breaks (or names) a rule of one table. The
// prover's obligations and the checks of runs share their rules, so that a failing run can be matched with the
// obligation that it refutes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

namespace daphnia::support {

enum class Rule : std::uint8_t {
#define CHECK(name, id, unproved, broken, help) name,
#define RULE(name, id, help) name,
#include "support/rules.def"
#undef CHECK
#undef RULE
};

struct RuleInfo {
    std::string_view name; // of the enumerator
    std::string_view id;   // stable: terminal, JSON, test expectations
    // In Dafny's words, of a check that is not proved and of one that a run breaks; empty for rules that need no proof.
    std::string_view unproved;
    std::string_view broken;
    std::string_view help; // what has to be so: one sentence

    bool is_obligation() const { return !unproved.empty(); }
};

// By number of the rule.
std::span<const RuleInfo> rules();
const RuleInfo& info(Rule rule);
// Nothing when there is no rule of this id.
std::optional<Rule> rule_named(std::string_view id);

std::ostream& operator<<(std::ostream& out, Rule rule);

} // namespace daphnia::support
