// See the header.
#include "resolve/attribute_names.h"

#include <algorithm>
#include <array>
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
    return attribute.at_form ? "@" + attribute.name.text : "{:" + attribute.name.text + "}";
}

} // namespace daphnia::resolve
