// The mistake: rotating by more places than there are elements.

method Rotated(s: seq<int>, k: nat) returns (r: seq<int>)
{
  r := s[k..] + s[..k];  // refuted[slice-range]
}

method RotatedRight(s: seq<int>, k: nat) returns (r: seq<int>)
  requires k <= |s|
  ensures |r| == |s|
  ensures k < |s| ==> r[k] == s[0]
{
  r := s[|s| - k..] + s[..|s| - k];
  assert r == s[k..] + s[..k];  // refuted[assertion]
}
