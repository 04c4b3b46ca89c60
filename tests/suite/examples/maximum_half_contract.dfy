// The mistake: the contract promises an upper bound, and the caller needs an element.

method Maximum(s: seq<int>) returns (max: int)
  requires 0 < |s|
  ensures forall i :: 0 <= i < |s| ==> s[i] <= max
{
  max := s[0];
  var n := 1;
  while n < |s|
    invariant 1 <= n <= |s|
    invariant forall i :: 0 <= i < n ==> s[i] <= max
  {
    if max < s[n] {
      max := s[n];
    }
    n := n + 1;
  }
}

method Client()
{
  var s := [3, 1, 2];
  var max := Maximum(s);
  assert s[0] <= max;
  assert max == 3;  // unproved[assertion]
}
