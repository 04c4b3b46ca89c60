// The law of targets and arguments: they are evaluated once, before anything changes. Each form of assignment is given
// a right-hand side that changes what its targets mention. What the law says of the state afterwards is proved, its
// negation is not, and the run, with every check evaluated, says the same.
#include "process.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace daphnia::tests {
namespace {

// With a = [0, 0, 0], c = [0] and n = [a] at the start.
struct Form {
    const char* name;
    const char* statements;
    const char* claim; // about a, c, n and the results o and r
};

void PrintTo(const Form& form, std::ostream* out) {
    *out << form.name;
}

constexpr const char* kHelpers = R"(
datatype Outcome<T> = Good(value: T) | Bad {
  predicate IsFailure() { Bad? }
  function PropagateFailure<U>(): Outcome<U> requires IsFailure() { Bad }
  function Extract(): T requires !IsFailure() { value }
  method Put(c: array<T>, t: T) returns (r: T)
    requires Good? && c.Length > 0
    modifies c
    ensures c[0] == t && r == value
  { c[0] := t; r := value; }
}
method Set(c: array<int>) returns (r: int)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := 1] && r == 7
{ c[0] := 1; r := 7; }
method Store(c: array<int>, v: int) returns (r: int)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := 9] && r == v
{ c[0] := 9; r := v; }
method StoreAny<T>(c: array<int>, v: T) returns (r: T)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := 1] && r == v
{ c[0] := 1; r := v; }
method SetTwo(c: array<int>) returns (r: int, s: int)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := 1] && r == 2 && s == 8
{ c[0] := 1; r, s := 2, 8; }
method Redirect(n: array<array<int>>, x: array<int>) returns (r: int)
  requires n.Length == 1
  modifies n
  ensures n[0] == x && r == 7
{ n[0] := x; r := 7; }
method Give(c: array<int>) returns (x: array<int>, y: int)
  requires c.Length > 0
  modifies c
  ensures x == c && y == 7 && c[..] == old(c[..])[0 := 1]
{ c[0] := 1; x, y := c, 7; }
method Fresh(c: array<int>) returns (x: array<int>)
  requires c.Length > 0
  modifies c
  ensures fresh(x) && x[..] == [4] && c[..] == old(c[..])[0 := 1]
{ c[0] := 1; x := new int[] [4]; }
method Try(c: array<int>, fails: bool) returns (o: Outcome<int>)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := 1] && o == if fails then Bad else Good(7)
{ c[0] := 1; o := if fails then Bad else Good(7); }
method TryTwo(c: array<int>) returns (o: Outcome<int>, s: int)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := 1] && o == Good(7) && s == 2
{ c[0] := 1; o, s := Good(7), 2; }
method Mixed(c: array<int>) returns (ghost g: nat, r: int)
  requires c.Length > 0
  modifies c
  ensures c[..] == old(c[..])[0 := 1] && g == 3 && r == 7
{ c[0] := 1; g, r := 3, 7; }
ghost method Look(c: array<int>) returns (x: int, y: int)
  requires c.Length > 0
  ensures x == c[0] && y == c[0] + 1
{ x, y := c[0], c[0] + 1; }
function Joined(s: seq<int>, x: int): int { if |s| == 3 then 100 * s[0] + 10 * s[1] + x else 0 }
)";

const Form kForms[] = {
    {"Element", "a[c[0]] := 7;", "a[..] == [7, 0, 0]"},
    {"ElementThatItsIndexReads", "a[0] := 2; a[a[0]] := 5; a[a[0]] := a[a[0]] + 1;", "a[..] == [2, 0, 6]"},
    {"ParallelIndexReadsOtherTarget", "c[0], a[c[0]] := 1, 7;", "a[..] == [7, 0, 0] && c[..] == [1]"},
    {"ParallelIndexReadsEarlierTarget", "a[c[0]], c[0] := 7, 1;", "a[..] == [7, 0, 0] && c[..] == [1]"},
    {"ParallelArrayIsOtherTarget", "n[0], n[0][0] := c, 7;", "a[..] == [7, 0, 0] && c[..] == [0] && n[0] == c"},
    {"ParallelIndexIsVariable", "var i := 0; i, a[i] := 2, 7; a[i] := 3;", "a[..] == [7, 0, 3]"},
    {"ParallelArrayIsVariable", "var b := a; b, b[0] := c, 7; b[0] := 5;", "a[..] == [7, 0, 0] && c[..] == [5]"},
    {"ParallelArrayBecomesNull", "var b: array?<int> := a; b, b[0] := null, 7; r := if b == null then 1 else 0;",
     "a[..] == [7, 0, 0] && r == 1"},
    {"ParallelValuesAreThoseBefore", "a[0], a[1] := 4, 5; a[0], a[1], r := a[1], a[0], a[0];",
     "a[..] == [5, 4, 0] && r == 4"},
    {"ParallelAllocation", "var b := a; b, b[c[0]], c[0] := new int[] [3], 7, 1; r := b[0];",
     "a[..] == [7, 0, 0] && c[..] == [1] && r == 3"},
    {"ParallelValueBesidesAllocation",
     "ghost var before, were; var b; before := exists x: array<int> :: x.Length == 9;"
     "were, b := (exists x: array<int> :: x.Length == 9), new int[9]; assert before == were; r := b.Length;",
     "r == 9"},
    {"Allocation", "n[c[0]] := new int[] [c[0], 5];", "a[..] == [0, 0, 0] && n[0][..] == [0, 5] && c[..] == [0]"},
    {"AllocationWithInitializer",
     "a[0] := 4; n[0] := new int[3](i requires 0 <= i < 3 reads a => a[i] + i); a[0] := 1;",
     "a[..] == [1, 0, 0] && n[0] != a && n[0][..] == [4, 1, 2]"},
    {"Havoc", "a[c[0]], c[0] := *, 1; a[c[0]] := *; a[0] := 6; a[1] := 6;", "a[..] == [6, 6, 0] && c[..] == [1]"},
    {"CallIntoElement", "a[c[0]] := Set(c);", "a[..] == [7, 0, 0] && c[..] == [1]"},
    {"CallIntoElementOfElement", "a[0], a[2] := 2, 1; a[a[a[0]]] := Set(a);", "a[..] == [1, 7, 1]"},
    {"CallIntoElementThatItWrites", "a[0] := Set(a);", "a[..] == [7, 0, 0]"},
    {"CallIntoArrayThatItReplaces", "n[0][0] := Redirect(n, c);", "a[..] == [7, 0, 0] && c[..] == [0] && n[0] == c"},
    {"CallOfGenericMethod", "a[c[0]] := StoreAny(c, c[0] + 5);", "a[..] == [5, 0, 0] && c[..] == [1]"},
    {"CallOfMember", "a[c[0]] := Good(c[0] + 3).Put(c, c[0] + 1);", "a[..] == [3, 0, 0] && c[..] == [1]"},
    {"CallWithTwoResults", "a[c[0]], c[c[0]] := SetTwo(c);", "a[..] == [2, 0, 0] && c[..] == [8]"},
    {"CallWithVariableAndElement", "var i := 0; i, a[i] := SetTwo(c); a[i] := 1;",
     "a[..] == [8, 0, 1] && c[..] == [1]"},
    {"CallWithElementAndVariable", "a[r], r := SetTwo(c);", "a[..] == [2, 0, 0] && r == 8"},
    {"CallThatGivesTheArray", "var b := a; b, b[0] := Give(c); b[0] := 5;", "a[..] == [7, 0, 0] && c[..] == [5]"},
    {"CallThatGivesAnArray", "n[c[0]] := Fresh(c);", "a[..] == [0, 0, 0] && n[0][..] == [4] && c[..] == [1]"},
    {"CallWithArgumentsThatItChanges", "r := Store(c, c[0] + 5);", "r == 5 && c[..] == [9]"},
    {"CallThatReadsItsTarget", "r := 3; r := Store(c, r + c[0]);", "r == 3 && c[..] == [9]"},
    {"CallAfterLabel", "label L: a[c[0]] := Set(c); assert old@L(c[0]) == 0 && old@L(a[0]) == 0; r := a[0];",
     "a[..] == [7, 0, 0] && r == 7"},
    {"CallInLoop",
     "var i := 0;\n while i < 3\n  invariant 0 <= i <= 3 && c[..] == [0] && forall k :: 0 <= k < 3 ==> a[k] == if k < "
     "i "
     "then 7 else 0\n { a[c[0] + i] := Set(c); c[0] := 0; i := i + 1; }",
     "a[..] == [7, 7, 7]"},
    {"CallOfGhostMethod", "ghost var x, y := 5, 6; x, y := Look(c); assert x == 0 && y == 1; x, y := y, x; r := 1;",
     "r == 1"},
    {"CallWithGhostResult", "ghost var h := 5; h, a[c[0]] := Mixed(c); assert h == 3;",
     "a[..] == [7, 0, 0] && c[..] == [1]"},
    {"ParallelWithGhost", "ghost var h := 1; h, a[c[0]], c[0] := c[0] + 5, 7, 1; assert h == 5;",
     "a[..] == [7, 0, 0] && c[..] == [1]"},
    {"SuchThat", "var i, j := 1, 2; i, j :| i == 2 && j == 1; a[i], a[j] := i, j; r :| r == a[1] + a[2];",
     "a[..] == [0, 1, 2] && r == 3"},
    {"OrFail", "a[c[0]] :- Try(c, false); o := Bad;", "a[..] == [7, 0, 0] && c[..] == [1] && o == Bad"},
    {"OrFailThatFails", "r := 4; a[c[0]] :- Try(c, true); r := 5;",
     "a[..] == [0, 0, 0] && c[..] == [1] && o == Bad && r == 4"},
    {"OrFailIntoArrayThatChanges", "var b := a; b[0] :- Try(b, false); var i := 0; a[i], i :- Good(6), 2; r := i;",
     "a[..] == [6, 0, 0] && r == 2"},
    {"OrFailWithTwoResults", "a[c[0]], c[c[0]] :- TryTwo(c);", "a[..] == [7, 0, 0] && c[..] == [2]"},
    {"OrFailIndexIsSecondTarget", "a[r], r :- TryTwo(c);", "a[..] == [7, 0, 0] && r == 2"},
    {"OrFailOfValue", "a[0] := 1; a[a[0]], a[0] :- Good(a[0] + 7), 2;", "a[..] == [2, 8, 0]"},
    {"OrFailDeclares", "var x :- Try(c, false); a[x - 7] := x;", "a[..] == [7, 0, 0]"},
    {"OrFailExpect", "a[c[0]] :- expect Try(c, false);", "a[..] == [7, 0, 0] && c[..] == [1]"},
    {"OrFailAssert", "a[c[0]] :- assert Try(c, false);", "a[..] == [7, 0, 0] && c[..] == [1]"},
    {"OrFailAssume", "a[c[0]] :- assume {:axiom} Try(c, false);", "a[..] == [7, 0, 0] && c[..] == [1]"},
    {"ForallRotates", "a[0], a[1], a[2] := 1, 2, 3; forall i | 0 <= i < 3 { a[(i + 1) % 3] := a[i]; }",
     "a[..] == [3, 1, 2]"},
    {"ForallIndexReadsWhatItWrites", "a[0], a[1], a[2] := 1, 2, 0; forall i | 0 <= i < 3 { a[a[i]] := i; }",
     "a[..] == [2, 0, 1]"},
    {"ForallArrayReadsWhatItWrites",
     "forall i | 0 <= i < 1 { n[i] := c; } forall i | 0 <= i < 1 { n[i][n[i][i]] := 3; }",
     "a[..] == [0, 0, 0] && c[..] == [3]"},
    {"ForallRangeReadsWhatItWrites", "forall i | 0 <= i < 3 && a[(i + 1) % 3] == 0 { a[i] := 1; }",
     "a[..] == [1, 1, 1]"},
    {"ReturnIsParallel", "r := 3; o := Good(4); return (if r == 3 then Good(r + 1) else Bad), o.value + a[0];",
     "o == Good(4) && r == 4"},
    {"ReturnOfElements", "a[0] := 5; o := Good(1); return Good(a[c[0]]), a[o.value];", "o == Good(5) && r == 0"},
    {"FunctionArguments", "a[0], a[1], a[2] := 1, 2, 3; a[c[0]], c[0] := Joined(a[..], a[2]), a[0];",
     "a[..] == [123, 2, 3] && c[..] == [1]"},
};

std::string program(const Form& form, bool negated) {
    const std::string claim = negated ? "!(" + std::string(form.claim) + ")" : form.claim;
    return std::string(kHelpers) + "method Form(a: array<int>, c: array<int>, n: array<array<int>>) " +
           "returns (o: Outcome<int>, r: int)\n" +
           "  requires a.Length == 3 && c.Length == 1 && n.Length == 1 && a != c && n[0] == a\n" +
           "  requires a[..] == [0, 0, 0] && c[..] == [0]\n" + "  modifies a, c, n\n" + "  ensures " + claim + "\n" +
           "{\n  o, r := Good(0), 0;\n  " + form.statements + "\n}\n" +
           "method Main()\n{\n  var a, c := new int[] [0, 0, 0], new int[] [0];\n" +
           "  var n := new array<int>[] [a];\n  var o, r := Form(a, c, n);\n  expect " + claim + ";\n}\n";
}

class Targets : public testing::TestWithParam<Form> {
  protected:
    Finished run_program(const std::string& command, bool negated, const std::vector<std::string>& options) const {
        std::vector<std::string> arguments{command};
        arguments.insert(arguments.end(), options.begin(), options.end());
        arguments.push_back(scratch.file("a.dfy", program(GetParam(), negated)));
        return daphnia(arguments);
    }

    Scratch scratch;
};

TEST_P(Targets, AreThoseBefore) {
    const Finished proved = run_program("run", false, {});
    EXPECT_EQ(proved.exit_code, 0) << proved.out << proved.err;
    const Finished checked = run_program("run", false, {"--no-verify"});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
    const Finished wrong = run_program("verify", true, {});
    EXPECT_EQ(wrong.exit_code, 4) << wrong.out << wrong.err;
    const Finished broken = run_program("run", true, {"--no-verify"});
    EXPECT_EQ(broken.exit_code, 3) << broken.out << broken.err;
}

INSTANTIATE_TEST_SUITE_P(Forms, Targets, testing::ValuesIn(kForms),
                         [](const testing::TestParamInfo<Form>& form) { return std::string(form.param.name); });

} // namespace
} // namespace daphnia::tests
