// The laws of what a loop and a call may change.
#include "../interpret/running.h"
#include "typed/effects.h"
#include "typed/frame.h"
#include "typed/walk.h"

#include <gtest/gtest.h>

namespace daphnia::typed {
namespace {

using interpret::Source;

// "i, s; int: a; nat: *; everything; allocates": variables, then the regions with what is written in them.
std::string described(const Effects& effects) {
    std::string result;
    for (const Variable* variable : effects.variables) {
        result += (result.empty() ? "" : ", ") + variable->name;
    }
    const auto add = [&](const std::string& text) { result += (result.empty() ? "" : "; ") + text; };
    for (const auto& [region, writes] : effects.writes) {
        std::string text = region.name + ":";
        for (const Variable* variable : writes.to) {
            text += " " + variable->name;
        }
        text += writes.anywhere ? " *" : "";
        text += writes.fresh ? " new" : "";
        add(text);
    }
    if (effects.everything) {
        add("everything");
    }
    if (effects.allocates) {
        add("allocates");
    }
    return result;
}

constexpr const char* kMethods = R"(
method Fill(a: array<int>) modifies a
method Share(a: array<array<int>>) modifies a
method Make() returns (a: array<int>)
method Count() returns (n: int)
method All(s: seq<array<int>>) modifies s
method Pair(a: array<int>, b: array<nat>) modifies a, b
lemma Fact(a: array<int>)
)";

// Of the first loop in a method with a few parameters.
std::string effects_of_loop(const std::string& body) {
    const Source source(std::string(kMethods) + R"(
method Test(a: array<int>, b: array<int>, n: array<nat>, s: seq<array<int>>, x: int) returns (r: int)
  modifies a, b, n, s
  decreases *
{
  r := 0;
  var i, c := 0, a;
)" + body + "\n}\n");
    std::string result = "no loop";
    for_each_below(*source.method("Test").body, {[](const Expr&) {},
                                                 [&](const Stmt& stmt) {
                                                     const auto* loop = std::get_if<While>(&stmt.node);
                                                     if (loop != nullptr && result == "no loop") {
                                                         result = described(effects_of(*loop));
                                                     }
                                                 }});
    return result;
}

std::string effects_of_call(const std::string& method) {
    const Source source(kMethods);
    return described(effects_of(source.method(method)));
}

TEST(EffectsOfLoops, AreTheVariablesThatItAssigns) {
    EXPECT_EQ(effects_of_loop("while i < 3 { i := i + 1; r := i; }"), "i, r");
    EXPECT_EQ(effects_of_loop("while i < 3 { var k := i; k := k + 1; i := k; }"), "i");
    EXPECT_EQ(effects_of_loop("while i < 3 { i := Count(); }"), "i; allocates");
    EXPECT_EQ(effects_of_loop("while i < 3 { i :| i > 2; }"), "i");
}

TEST(EffectsOfLoops, AreNotWhatHappensOnTheWayOut) {
    EXPECT_EQ(effects_of_loop("while i < 3 { i := i + 1; if i == 2 { r := 1; return; } }"), "i");
    EXPECT_EQ(effects_of_loop("while i < 3 { i := i + 1; if i == 2 { r := 1; break; } }"), "i");
}

TEST(EffectsOfLoops, NameTheObjectsThatVariablesReferTo) {
    EXPECT_EQ(effects_of_loop("while i < a.Length { a[i] := 0; i := i + 1; }"), "i; int: a");
    EXPECT_EQ(effects_of_loop("while i < 3 { b[0], a[0], n[0] := 1, 2, 3; i := i + 1; }"), "i; int: b a; nat: n");
    EXPECT_EQ(effects_of_loop("while i < 3 { forall j | 0 <= j < a.Length { a[j] := 0; } i := 3; }"), "i; int: a");
}

TEST(EffectsOfLoops, AreAnywhereWhenTheVariableMayReferToSeveralObjects) {
    EXPECT_EQ(effects_of_loop("while i < 3 { c[0] := 1; c := b; i := 3; }"), "c, i; int: c *");
    EXPECT_EQ(effects_of_loop("while i < 3 { var d := b; d[0] := 1; i := 3; }"), "i; int: d *");
    EXPECT_EQ(effects_of_loop("while i < |s| { s[i][0] := 1; i := 3; }"), "i; int: *");
}

TEST(EffectsOfLoops, OfAllocationAreOnWhatIsNew) {
    EXPECT_EQ(effects_of_loop("while i < 3 { c := new int[3]; i := 3; }"), "c, i; int: new; allocates");
}

TEST(EffectsOfLoops, OfCallsAreThoseOfTheContractWithTheArguments) {
    EXPECT_EQ(effects_of_loop("while i < 3 { Fill(b); i := 3; }"), "i; int: b; allocates");
    EXPECT_EQ(effects_of_loop("while i < 3 { Pair(b, n); i := 3; }"), "i; int: b; nat: n; allocates");
    EXPECT_EQ(effects_of_loop("while i < 3 { Fill(s[0]); i := 3; }"), "i; int: *; allocates");
    EXPECT_EQ(effects_of_loop("while i < 3 { Fact(a); i := 3; }"), "i");
}

TEST(EffectsOfLoops, WithoutBodyAreEverythingThatItMentions) {
    EXPECT_EQ(effects_of_loop("while i < 3 invariant r >= x"), "i, r; everything");
}

TEST(EffectsOfCalls, AreOnWhatTheFrameNames) {
    EXPECT_EQ(effects_of_call("Fill"), "int: a; allocates");
    EXPECT_EQ(effects_of_call("Pair"), "int: a; nat: b; allocates");
    EXPECT_EQ(effects_of_call("All"), "int: *; allocates");
    EXPECT_EQ(effects_of_call("Count"), "allocates");
}

TEST(EffectsOfCalls, AreEverythingWhenNewObjectsBecomeVisible) {
    EXPECT_EQ(effects_of_call("Make"), "everything; allocates");
    EXPECT_EQ(effects_of_call("Share"), "array<int>: a; everything; allocates");
}

TEST(EffectsOfCalls, OfLemmasAreNone) {
    EXPECT_EQ(effects_of_call("Fact"), "");
}

// "One int", "AllOf int", "ReadsOf ?": of the entries of a function's reads clause.
std::vector<std::string> entries(const std::string& parameters, const std::string& reads) {
    const Source source("function F(" + parameters + "): int\n  reads " + reads + "\n");
    std::vector<std::string> result;
    for (const FrameEntry& entry : source.find<Function>("F").reads.entries) {
        const std::string kind = kind_of(entry) == FrameEntryKind::One     ? "One"
                                 : kind_of(entry) == FrameEntryKind::AllOf ? "AllOf"
                                                                           : "ReadsOf";
        const std::optional<std::vector<Region>> regions = regions_of(named_by(entry));
        result.push_back(kind + " " + (regions ? regions->front().name : "?") +
                         (names_nothing(entry) ? " nothing" : ""));
    }
    return result;
}

TEST(FrameEntries, AreObjectsCollectionsOrWhatFunctionsRead) {
    using Entries = std::vector<std::string>;
    EXPECT_EQ(entries("a: array<int>", "a"), Entries{"One int"});
    EXPECT_EQ(entries("a: array?<nat>", "a"), Entries{"One nat"});
    EXPECT_EQ(entries("a: array<int>, b: array<int>", "{a, b}"), (Entries{"One int", "One int"}));
    EXPECT_EQ(entries("s: set<array<bool>>", "s"), Entries{"AllOf bool"});
    EXPECT_EQ(entries("s: seq<array<bool>>", "s"), Entries{"AllOf bool"});
    EXPECT_EQ(entries("f: int ~> int", "f.reads"), Entries{"ReadsOf ?"});
    EXPECT_EQ(entries("f: int -> int", "f.reads"), Entries{"ReadsOf ? nothing"});
}

} // namespace
} // namespace daphnia::typed
