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

} // namespace daphnia::tests
