// Small programs that the tests of the command line have in common.
#pragma once

namespace daphnia::tests {

constexpr const char* kProved = R"(method Abs(x: int) returns (r: int)
  ensures r >= 0
{
  if x < 0 {
    r := -x;
  } else {
    r := x;
  }
}
)";

constexpr const char* kUnproved = R"(method Abs(x: int) returns (r: int)
  ensures r >= 0
{
  r := x;
}

method Fine(x: int) returns (r: int)
  ensures r == x + 1
{
  r := x + 1;
}
)";

constexpr const char* kIllTyped = "method M() { var x: int := true; }\n";
constexpr const char* kBadSyntax = "method M( { }\n";

// Every instance of the first requirement gives two more: the solver does not come to an end with this.
constexpr const char* kEndless = R"(lemma Endless()
  requires forall x: int {:trigger F(x)} :: F(2 * x) + F(2 * x + 1) > F(x)
  requires F(1) == 3
  ensures F(0) == 5
{
}

lemma Easy(x: int)
  ensures x + 0 == x
{
}

function F(x: int): int
)";

// Proved when nothing is short; each check takes something.
constexpr const char* kDemanding = R"(function Sum(s: seq<int>): int
{
  if s == [] then 0 else s[0] + Sum(s[1..])
}

lemma SumOfBoth(s: seq<int>, t: seq<int>)
  ensures Sum(s + t) == Sum(s) + Sum(t)
{
  if s == [] {
    assert s + t == t;
  } else {
    assert (s + t)[1..] == s[1..] + t;
  }
}

lemma Squares(a: int, b: int, s: seq<int>)
  requires |s| == a
  ensures (a + b) * (a + b) == a * a + 2 * a * b + b * b
{
}

method Odd(a: array<int>) returns (r: int)
  ensures r == a.Length * a.Length
{
  var i := 0;
  r := 0;
  while i < a.Length
    invariant i <= a.Length
    invariant r == i * i
  {
    r := r + 2 * i + 1;
    i := i + 1;
  }
}
)";

} // namespace daphnia::tests
