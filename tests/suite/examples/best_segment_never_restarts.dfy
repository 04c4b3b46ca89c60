// best_segment.dfy: a sum below zero is carried along.
function Sum(s: seq<int>, lo: nat, hi: nat): int
  requires lo <= hi <= |s|
  decreases hi
{
  if lo == hi then 0 else Sum(s, lo, hi - 1) + s[hi - 1]
}

method BestSum(s: seq<int>) returns (best: int)
  ensures forall i, j :: 0 <= i <= j <= |s| ==> Sum(s, i, j) <= best
{
  best := 0;
  var here := 0;
  for n := 0 to |s|
    invariant forall i :: 0 <= i <= n ==> Sum(s, i, n) <= here  // refuted[invariant-maintained]
    invariant forall i, j :: 0 <= i <= j <= n ==> Sum(s, i, j) <= best
  {
    here := here + s[n];
    best := if best < here then here else best;
  }
}
