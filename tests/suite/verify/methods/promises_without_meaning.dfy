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
