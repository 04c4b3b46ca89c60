// A puzzle: the largest sum of neighbouring numbers, in one pass.
//
// Proved here: the result is the sum of a segment, and no segment has a larger one; the segment itself comes
// along as a witness.
//
// Why it matters: there are quadratically many segments, and the loop looks at each number once. The invariant
// says why that is enough: it keeps the best of all segments so far, and the best of those that end here.

function Sum(s: seq<int>, lo: nat, hi: nat): int
  requires lo <= hi <= |s|
  decreases hi
{
  if lo == hi then 0 else Sum(s, lo, hi - 1) + s[hi - 1]
}

method BestSegment(s: seq<int>) returns (best: int, lo: nat, hi: nat)
  ensures lo <= hi <= |s| && best == Sum(s, lo, hi)
  ensures forall i, j :: 0 <= i <= j <= |s| ==> Sum(s, i, j) <= best
{
  best, lo, hi := 0, 0, 0;
  var here, start: nat := 0, 0; // the best segment that ends at n, and where it starts
  var n := 0;
  while n < |s|
    invariant start <= n <= |s| && here == Sum(s, start, n)
    invariant forall i :: 0 <= i <= n ==> Sum(s, i, n) <= here
    invariant lo <= hi <= n && best == Sum(s, lo, hi)
    invariant forall i, j :: 0 <= i <= j <= n ==> Sum(s, i, j) <= best
  {
    here := here + s[n];
    n := n + 1;
    if here < 0 {
      here, start := 0, n;
    }
    if best < here {
      best, lo, hi := here, start, n;
    }
  }
}

method Main()
{
  var best, lo, hi := BestSegment([3, -5, 4, -1, 2, -9, 4]);
  print best, " from ", lo, " to ", hi, "\n";
}
