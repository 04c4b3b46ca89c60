// The maximum of an array, and where it is.
//
// Proved here: the result is an upper bound AND one of the elements. Each half alone is easy to meet
// with a wrong program: the first by adding one at the end, the second by taking the first element.
//
// Why it matters: a specification is as easy to get wrong as a program. To test it, ask which silly
// program would satisfy it; and prove a consequence that you expect, as TwoMaxima does below.

method Maximum(a: array<int>) returns (max: int, at: nat)
  requires 0 < a.Length
  ensures at < a.Length && a[at] == max
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= max
{
  max := a[0];
  at := 0;
  var n := 1;
  while n < a.Length
    invariant 1 <= n <= a.Length
    invariant at < n && a[at] == max
    invariant forall i :: 0 <= i < n ==> a[i] <= max
  {
    if max < a[n] {
      max, at := a[n], n;
    }
    n := n + 1;
  }
}

// The specification determines the maximum: two numbers that satisfy it are equal.
lemma TwoMaxima(s: seq<int>, x: int, y: int)
  requires x in s && forall i :: 0 <= i < |s| ==> s[i] <= x
  requires y in s && forall i :: 0 <= i < |s| ==> s[i] <= y
  ensures x == y
{
}

// The maximum of the first n elements, as a recursive function; the loop computes it as well.
function MaxOf(s: seq<int>): int
  requires 0 < |s|
  decreases |s|
{
  if |s| == 1 then s[0]
  else if MaxOf(s[..|s| - 1]) < s[|s| - 1] then s[|s| - 1]
  else MaxOf(s[..|s| - 1])
}

method MaximumAgain(a: array<int>) returns (max: int)
  requires 0 < a.Length
  ensures max == MaxOf(a[..])
{
  max := a[0];
  var n := 1;
  assert a[..1] == [a[0]];
  while n < a.Length
    invariant 1 <= n <= a.Length
    invariant max == MaxOf(a[..n])
  {
    assert a[..n + 1][..n] == a[..n];
    if max < a[n] {
      max := a[n];
    }
    n := n + 1;
  }
  assert a[..n] == a[..];
}
