// See the header.
#include "resolve/attribute_names.h"

#include "support/spelling.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace daphnia::resolve {

namespace {

// @Name before a declaration, and {:name}, which it means. Dafny has these and no others.
constexpr std::array<std::pair<const char*, const char*>, 42> kAtForms{{
    {"AssumeCrossModuleTermination", "AssumeCrossModuleTermination"},
    {"AutoContracts", "autocontracts"},
    {"AutoRequires", "autoReq"},
    {"AutoRevealDependencies", "autoRevealDependencies"},
    {"AutoRevealDependenciesAll", "autoRevealDependencies"},
    {"Axiom", "axiom"},
    {"Compile", "compile"},
    {"Concurrent", "concurrent"},
    {"DisableNonlinearArithmetic", "disableNonlinearArithmetic"},
    {"Fuel", "fuel"},
    {"IsolateAssertions", "isolate_assertions"},
    {"NativeInt", "nativeType"},
    {"NativeInt128", "nativeType"},
    {"NativeInt16", "nativeType"},
    {"NativeInt32", "nativeType"},
    {"NativeInt53", "nativeType"},
    {"NativeInt64", "nativeType"},
    {"NativeInt8", "nativeType"},
    {"NativeIntOrReal", "nativeType"},
    {"NativeNone", "nativeType"},
    {"NativeUInt128", "nativeType"},
    {"NativeUInt16", "nativeType"},
    {"NativeUInt32", "nativeType"},
    {"NativeUInt64", "nativeType"},
    {"NativeUInt8", "nativeType"},
    {"Options", "options"},
    {"Print", "print"},
    {"Priority", "priority"},
    {"ResourceLimit", "resource_limit"},
    {"Synthesize", "synthesize"},
    {"TailRecursion", "tailrecursion"},
    {"Test", "test"},
    {"TestEntry", "TestEntry"},
    {"TestInline", "testInline"},
    {"TimeLimit", "timeLimit"},
    {"TimeLimitMultiplier", "timeLimitMultiplier"},
    {"Transparent", "transparent"},
    {"VcsMaxCost", "vcs_max_cost"},
    {"VcsMaxKeepGoingSplits", "vcs_max_keep_going_splits"},
    {"VcsMaxSplits", "vcs_max_splits"},
    {"Verify", "verify"},
    {"VerifyOnly", "only"},
}};

// What may stand between {: and }, whatever becomes of it here: Dafny's attributes, and those of Boogie that Dafny
// hands on. Other names are the programmer's own.
constexpr std::array kNames{
    "AssumeCrossModuleTermination",
    "TestEntry",
    "TestInline",
    "abstemious",
    "assume_concurrent",
    "assumption",
    "autoReq",
    "autoRequires",
    "autoRevealDependencies",
    "auto_generated",
    "autocontracts",
    "autotriggers",
    "axiom",
    "compile",
    "concurrent",
    "contradiction",
    "disableNonlinearArithmetic",
    "error",
    "extern",
    "extern_extract",
    "focus",
    "fuel",
    "heapQuantifier",
    "id",
    "ignore",
    "induction",
    "inductionTrigger",
    "inferred",
    "inline",
    "isolate_assertions",
    "main",
    "matchingloop",
    "matchinglooprewrite",
    "message",
    "name",
    "nativeType",
    "neverVerify",
    "no_inline",
    "nowarn",
    "only",
    "opaque",
    "opaque_reveal",
    "options",
    "print",
    "priority",
    "qid",
    "random_seed",
    "resource_limit",
    "revealedFunction",
    "rlimit",
    "selective_checking",
    "smt_option",
    "split",
    "split_here",
    "start_checking_here",
    "subsumption",
    "synthesize",
    "tailrecursion",
    "termination",
    "test",
    "testInline",
    "test_isolate",
    "timeLimit",
    "timeLimitMultiplier",
    "transparent",
    "trigger",
    "vcs_max_cost",
    "vcs_max_keep_going_splits",
    "vcs_max_splits",
    "vcs_split_on_every_assert",
    "verboseName",
    "verify",
    "warnShadowing",
    "weight",
};

std::string spelt(const std::string& name, bool at_form) {
    return at_form ? "@" + name : "{:" + name + "}";
}

} // namespace

std::string name_of(const ast::Attribute& attribute) {
    if (!attribute.at_form) {
        return attribute.name.text;
    }
    const auto* const known = std::find_if(kAtForms.begin(), kAtForms.end(),
                                           [&](const auto& form) { return attribute.name.text == form.first; });
    return known == kAtForms.end() ? std::string() : known->second;
}

std::string as_written(const ast::Attribute& attribute) {
    return spelt(attribute.name.text, attribute.at_form);
}

std::string meant_by(const ast::Attribute& attribute) {
    std::vector<std::string> known;
    if (attribute.at_form) {
        std::transform(kAtForms.begin(), kAtForms.end(), std::back_inserter(known),
                       [](const auto& form) { return form.first; });
    } else {
        known.assign(kNames.begin(), kNames.end());
    }
    const std::string& name = attribute.name.text;
    if (std::find(known.begin(), known.end(), name) != known.end()) {
        return {};
    }
    std::vector<std::string> near = support::near_misses(name, known);
    for (std::string& each : near) {
        each = spelt(each, attribute.at_form);
    }
    return support::did_you_mean(near);
}

} // namespace daphnia::resolve
