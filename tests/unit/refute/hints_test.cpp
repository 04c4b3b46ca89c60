// Each hint with programs for which it must appear, and programs like them for which it must not: a hint that
// contradicts the program is worse than none.
#include "parse/parse.h"
#include "refute/input.h"
#include "refute/refute.h"
#include "resolve/resolve.h"

#include <gtest/gtest.h>

#include <ostream>

namespace daphnia::refute {
namespace {

struct Case {
    const char* name;
    const char* text;   // of the program; the obligation is one of its last declaration
    const char* id;     // of the obligation
    const char* piece;  // where it is; empty: at the brace that opens the body
    const char* clause; // what is to hold there; may be empty
    const char* says;   // in the headline or in the hint; empty: nothing in particular
    const char* never;  // in neither; empty: anything else
};

std::ostream& operator<<(std::ostream& out, const Case& each) {
    return out << each.name;
}

class Hints : public testing::TestWithParam<Case> {};

// The last occurrence of the piece.
support::SourceRange at(const support::SourceFile& source, const std::string& piece) {
    const std::size_t begin = source.text().rfind(piece);
    EXPECT_NE(begin, std::string_view::npos) << piece;
    return {&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + piece.size())};
}

TEST_P(Hints, FitTheProgram) {
    const Case& each = GetParam();
    const support::SourceFile source("test.dfy", each.text);
    support::DiagnosticList said;
    const auto program = resolve::resolve(parse::parse(source, said), said, {});
    ASSERT_TRUE(program.has_value()) << (said.has_errors() ? said.sorted().front().message : std::string());
    Target target;
    target.rule = support::rule_named(each.id).value();
    if (*each.piece == '\0') {
        const auto begin = static_cast<std::uint32_t>(source.text().rfind("\n{") + 1);
        target.range = {&source, begin, begin + 1};
    } else {
        target.range = at(source, each.piece);
    }
    if (*each.clause != '\0') {
        target.clauses.push_back(at(source, each.clause));
    }
    target.has_quantifiers = std::string_view(each.text).find("forall") != std::string_view::npos;
    const Findings found = refute(*program, program->declarations.back(), {target}, {}, {2'000'000, 1});
    const support::Explanation& explanation = found.findings.at(0).explanation;
    const std::string words = explanation.headline + "\n" + explanation.hint;
    if (*each.says != '\0') {
        EXPECT_NE(words.find(each.says), std::string::npos) << words;
    }
    if (*each.never != '\0') {
        EXPECT_EQ(words.find(each.never), std::string::npos) << words;
    }
}

constexpr const char* kLists = R"(datatype List = Nil | Cons(head: int, tail: List)
function Append(a: List, b: List): List { match a case Nil => b case Cons(h, t) => Cons(h, Append(t, b)) }
function Turn(a: List): List { match a case Nil => Nil case Cons(h, t) => Append(Turn(t), Cons(h, Nil)) }
function Count(a: List): nat { match a case Nil => 0 case Cons(_, t) => 1 + Count(t) }
function CountOn(a: List, n: nat): nat { match a case Nil => n case Cons(_, t) => CountOn(t, n + 1) }
)";
const std::string kNoInduction = std::string(kLists) + R"(lemma {:induction false} Same(a: List)
  ensures Count(Turn(a)) == Count(a)
{
})";
const std::string kOwnCall = std::string(kLists) + R"(lemma {:induction false} Same(a: List)
  ensures Count(Turn(a)) == Count(a)
{
  if a.Cons? { Same(a.tail); }
})";
const std::string kAutomatic = std::string(kLists) + R"(lemma Same(a: List)
  ensures Turn(Turn(a)) == a
{
})";
const std::string kFromNothing = std::string(kLists) + R"(lemma Same(a: List)
  ensures CountOn(a, 0) == Count(a)
{
})";
const std::string kFromAnything = std::string(kLists) + R"(lemma Same(a: List, n: nat)
  ensures CountOn(a, n) == Count(a) + n
{
})";

const Case kInduction[] = {
    {"induction_is_missing", kNoInduction.c_str(), "postcondition", "", "Count(Turn(a)) == Count(a)",
     "by induction over a: let the lemma call itself", ""},
    {"induction_is_there", kOwnCall.c_str(), "postcondition", "", "Count(Turn(a)) == Count(a)",
     "what Count(Append(x, y)) is for all x and y", "let the lemma call itself"},
    {"induction_was_tried", kAutomatic.c_str(), "postcondition", "", "Turn(Turn(a)) == a",
     "induction over a was tried; its step has to know what Turn(Append(x, y)) is", "let the lemma call itself"},
    {"accumulator", kFromNothing.c_str(), "postcondition", "", "CountOn(a, 0) == Count(a)",
     "state the lemma for every n, not for 0 alone", "call itself for"},
    {"no_accumulator", kFromAnything.c_str(), "postcondition", "", "CountOn(a, n) == Count(a) + n", "",
     "state the lemma for every"},
    {"over_a_sequence",
     "lemma Rising(s: seq<int>)\n  requires forall i :: 0 <= i < |s| - 1 ==> s[i] <= s[i + 1]\n"
     "  ensures forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]\n{\n}",
     "postcondition", "", "forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]",
     "let the lemma call itself where |s| > 1: `Rising(s[..|s| - 1]);`", ""},
    {"over_a_sequence_already",
     "lemma Rising(s: seq<int>)\n  requires forall i :: 0 <= i < |s| - 1 ==> s[i] <= s[i + 1]\n"
     "  ensures forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]\n{\n  if |s| > 1 { Rising(s[..|s| - 1]); }\n}",
     "postcondition", "", "forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]", "", "call itself"},
    {"a_least_element",
     "function Least(s: set<int>): int\n  requires s != {}\n{\n  var x :| x in s && forall y :: y in s ==> x <= y;\n  "
     "x\n}",
     "assign-such-that", "var x :| x in s && forall y :: y in s ==> x <= y;\n  x", "", "needs an induction over s", ""},
};
INSTANTIATE_TEST_SUITE_P(Induction, Hints, testing::ValuesIn(kInduction), testing::PrintToStringParamName());

const Case kHidden[] = {
    {"opaque", "opaque function Twice(n: int): int { n + n }\nmethod M()\n{\n  assert Twice(3) == 6;\n}", "assertion",
     "Twice(3) == 6", "", "`reveal Twice();`", ""},
    {"opaque_in_what_is_known",
     "opaque predicate Big(n: int) { n > 100 }\nmethod M(n: int)\n  requires Big(n)\n{\n  assert n > 10;\n}",
     "assertion", "n > 10", "", "`reveal Big();`", ""},
    {"revealed",
     "opaque function Twice(n: int): int { n + n }\nmethod M()\n{\n  reveal Twice();\n  assert Twice(3) == 6;\n}",
     "assertion", "Twice(3) == 6", "", "", "reveal"},
    {"not_opaque", "function Twice(n: int): int { n + n }\nmethod M()\n{\n  assert Twice(3) == 6;\n}", "assertion",
     "Twice(3) == 6", "", "", "reveal"},
    {"element",
     "method M(s: seq<int>, k: nat)\n  requires forall x :: x in s ==> x > 0\n  requires k < |s|\n{\n  assert s[k] > "
     "0;\n}",
     "assertion", "s[k] > 0", "", "`assert s[k] in s;`", ""},
    {"element_by_index",
     "method M(s: seq<int>, k: nat)\n  requires forall i :: 0 <= i < |s| ==> s[i] > 0\n  requires k < |s|\n{\n"
     "  assert s[k] > 0;\n}",
     "assertion", "s[k] > 0", "", "", " in s;"},
    {"renamed_keys", "lemma Renamed(m: map<int, int>)\n  ensures |map k <- m.Keys :: k + 1 := 0| == |m|\n{\n}",
     "postcondition", "", "|map k <- m.Keys :: k + 1 := 0| == |m|", "keys that differ still differ", "assert ("},
    {"keys", "lemma Same(m: map<int, int>)\n  ensures |map k <- m.Keys :: k := 0| == |m|\n{\n}", "postcondition", "",
     "|map k <- m.Keys :: k := 0| == |m|", "`assert (map k <- m.Keys :: k := 0).Keys == m.Keys;`", ""},
    {"no_keys", "lemma Same(m: seq<int>)\n  ensures |m + m| == |m| + |m|\n{\n}", "postcondition", "",
     "|m + m| == |m| + |m|", "", ".Keys"},
};
INSTANTIATE_TEST_SUITE_P(Hidden, Hints, testing::ValuesIn(kHidden), testing::PrintToStringParamName());

const Case kFrames[] = {
    {"reads", "predicate Pos(a: array<int>)\n{\n  a.Length > 0 && a[0] > 0\n}", "reads", "a[0]", "",
     "add `reads a` to Pos", ""},
    {"reads_of_a_callee",
     "predicate Pos(a: array<int>) reads a { a.Length > 0 && a[0] > 0 }\npredicate Both(b: array<int>)\n{\n  Pos(b)\n}",
     "reads", "Pos(b)", "", "add `reads b` to Both", ""},
    {"modifies", "method Clear(a: array<int>)\n  requires a.Length > 0\n{\n  a[0] := 0;\n}", "modifies", "a[0]", "",
     "add `modifies a` to Clear", ""},
    {"modifies_of_a_callee", "method Clear(a: array<int>) modifies a { }\nmethod M(b: array<int>)\n{\n  Clear(b);\n}",
     "modifies", "Clear(b);", "", "add `modifies b` to M", ""},
};
INSTANTIATE_TEST_SUITE_P(Frames, Hints, testing::ValuesIn(kFrames), testing::PrintToStringParamName());

const Case kMeaning[] = {
    {"index_of_a_result", "method M() returns (s: seq<int>)\n  ensures s[0] == 1\n{\n  s := [1];\n}", "index-range",
     "0", "", "say `ensures |s| > 0` before it", ""},
    {"divisor", "method M() returns (p: int, q: int)\n  ensures p / q == 2\n{\n  return 4, 2;\n}", "division-by-zero",
     "q", "", "say `ensures q != 0` before it", ""},
    {"limit_of_an_index",
     "method M(n: nat) returns (s: seq<int>)\n  ensures forall k :: 0 <= k < n ==> s[k] == 0\n{\n"
     "  s := seq(n, i => 0);\n}",
     "index-range", "k", "", "say `ensures n <= |s|` before it", "0 <= k"},
    {"of_a_parameter",
     "function Half(n: int): int requires n >= 0 { n / 2 }\nmethod M(k: int) returns (r: int)\n  ensures r == "
     "Half(k)\n{\n"
     "  r := 0;\n}",
     "precondition", "Half(k)", "n >= 0", "say `requires k >= 0`", "ensures"},
    {"with_meaning", "method M() returns (s: seq<int>)\n  ensures |s| > 0 && s[0] == 1\n{\n  s := [1];\n}",
     "index-range", "0", "", "", "no meaning"},
};
INSTANTIATE_TEST_SUITE_P(Meaning, Hints, testing::ValuesIn(kMeaning), testing::PrintToStringParamName());

const Case kMeasures[] = {
    {"up_to_a_length",
     "function Sum(a: seq<int>, i: nat): int\n  requires i <= |a|\n{\n  if i == |a| then 0 else a[i] + Sum(a, i + "
     "1)\n}",
     "decreases", "Sum(a, i + 1)", "", "try `decreases |a| - i`", "fails"},
    {"a_range", "function Width(lo: int, hi: int): nat\n{\n  if lo >= hi then 0 else 1 + Width(lo + 1, hi)\n}",
     "decreases", "Width(lo + 1, hi)", "", "try `decreases hi - lo`", "fails"},
    {"two_counters",
     "method M(n: nat, m: nat)\n{\n  var i, j := n, m;\n"
     "  while i > 0 || j > 0 { if j > 0 { j := j - 1; } else { i := i - 1; j := m; } }\n}",
     "decreases", "while i > 0 || j > 0 { if j > 0 { j := j - 1; } else { i := i - 1; j := m; } }", "",
     "try `decreases i, j`", "fails"},
    {"no_measure",
     "method M(n: nat)\n{\n  var m := n;\n  while m > 1 { if m % 2 == 0 { m := m / 2; } else { m := 3 * m + 1; } }\n}",
     "decreases", "while m > 1 { if m % 2 == 0 { m := m / 2; } else { m := 3 * m + 1; } }", "",
     "no measure that was tried", "try `decreases m"},
    {"no_end", "method M(n: nat)\n{\n  var m := n;\n  while m > 1 { }\n}", "decreases", "while m > 1 { }", "",
     "an iteration changes nothing that its end depends on, and the loop never ends", "try `"},
    {"a_call_without_end", "function F(n: nat): nat\n{\n  if n == 0 then 0 else F(n)\n}", "decreases", "F(n)", "",
     "calls itself with the same arguments, and never ends", "try `"},
    {"what_was_written_fails", "method M(n: int)\n{\n  var i := n;\n  while i != 0\n    decreases n { i := i - 1; }\n}",
     "decreases", "while i != 0\n    decreases n { i := i - 1; }", "", "M fails for n = 1", "guessed"},
};
INSTANTIATE_TEST_SUITE_P(Measures, Hints, testing::ValuesIn(kMeasures), testing::PrintToStringParamName());

const Case kInvariants[] = {
    {"only_return_sets",
     "method Same(s: seq<int>) returns (b: bool)\n  ensures b <==> forall i :: 0 <= i < |s| ==> s[i] == 0\n{\n"
     "  var i := 0;\n  while i < |s|\n    invariant 0 <= i <= |s|\n  {\n    if s[i] != 0 { return false; }\n"
     "    i := i + 1;\n  }\n  return true;\n}",
     "postcondition", "return true;", "b <==> forall i :: 0 <= i < |s| ==> s[i] == 0",
     "what holds of s[k] for those k that the loop has passed, k < i", "mentions b"},
    {"the_loop_sets",
     "method Same(s: seq<int>) returns (b: bool)\n  ensures b <==> forall i :: 0 <= i < |s| ==> s[i] == 0\n{\n"
     "  b := true;\n  var i := 0;\n  while i < |s|\n    invariant 0 <= i <= |s|\n  {\n    if s[i] != 0 { b := false; "
     "}\n"
     "    i := i + 1;\n  }\n}",
     "postcondition", "", "b <==> forall i :: 0 <= i < |s| ==> s[i] == 0", "no invariant mentions b", ""},
};
INSTANTIATE_TEST_SUITE_P(Invariants, Hints, testing::ValuesIn(kInvariants), testing::PrintToStringParamName());

} // namespace
} // namespace daphnia::refute
