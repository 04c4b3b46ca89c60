// Callers know of results what is promised: a promise has to have a meaning for all results that the ones before permit.
method Shares() returns (whole: int, parts: int)
  ensures whole / parts == 3 // unproved[division-by-zero]
{
  whole, parts := 12, 4;
}

method SharesOfSome() returns (whole: int, parts: int)
  ensures parts != 0
  ensures whole / parts == 3
{
  whole, parts := 12, 4;
}

method Doubles(xs: seq<int>) returns (ys: seq<int>)
  ensures forall k :: 0 <= k < |xs| ==> ys[k] == 2 * xs[k] // unproved[index-range]
{
  ys := seq(|xs|, k requires 0 <= k < |xs| => 2 * xs[k]);
}

method DoublesOfAll(xs: seq<int>) returns (ys: seq<int>)
  ensures |xs| <= |ys|
  ensures forall k :: 0 <= k < |xs| ==> ys[k] == 2 * xs[k]
{
  ys := seq(|xs|, k requires 0 <= k < |xs| => 2 * xs[k]);
}

function Root(n: int): int
  requires n >= 0
{
  n
}

method RootOf(n: int) returns (r: int)
  ensures r == Root(n) // refuted[precondition]
{
  r := n;
}

// What is said too late.
method FirstIsOne(s: seq<int>)
  requires s[0] == 1 && 0 < |s|  // error[index-range] hint: "each part has to have a meaning when those before it hold: move `0 < |s|` before it"
{
}

method InRange(s: seq<int>, i: int)
  requires s[i] == 1  // error[index-range] hint: "move `0 <= i < |s|` before it"
  requires 0 <= i < |s|
{
}

method Quotient(x: int, y: int)
  requires x / y == 1 && y > 0  // error[division-by-zero] hint: "move `y > 0` before it"
{
}

method ShortOfTwo(s: seq<int>)
  requires s[1] == 1 && |s| > 0  // error[index-range] hint: "say `requires |s| > 1` before it"
{
}

// An int where a nat is wanted, and a number that may be no character.
function Successor(n: nat): int { n + 1 }

method Result(x: nat) returns (r: int)
  ensures Successor(r) == x + 1  // error[subset] hint: "say `ensures r >= 0` before it"
{
  r := x;
}

method Parameter(x: int)
  requires Successor(x) == 1  // error[subset] hint: "say `requires x >= 0` before it"
{
}

method Before(c: char) returns (d: char)
  ensures d == (c as int - 1) as char ==> d != c  // error[char-range] hint: "say `requires 0 <= c as int - 1 < 0xD800`"
{
  d := 'a';
}
