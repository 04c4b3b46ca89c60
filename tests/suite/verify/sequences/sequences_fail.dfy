method Index(s: seq<int>) returns (x: int)
{
  x := s[0];  // error[index-range]
}

method NegativeIndex(s: seq<int>, i: int) returns (x: int)
  requires i < |s|
{
  x := s[i];  // error[index-range]
}

method Update(s: seq<int>) returns (t: seq<int>)
{
  t := s[|s| := 1];  // error[index-range]
}

method SliceTooFar(s: seq<int>) returns (t: seq<int>)
{
  t := s[..3];  // error[slice-range]
}

method SliceCrossed(s: seq<int>, i: nat, j: nat) returns (t: seq<int>)
  requires i <= |s| && j <= |s|
{
  t := s[i..j];  // error[slice-range]
}

method SliceFrom(s: seq<int>) returns (t: seq<int>)
{
  t := s[1..];  // error[slice-range]
}

method NegativeSize(n: int) returns (s: seq<int>)
{
  s := seq(n, i => 0);  // error[seq-size]
}

method ElementOutOfRange(n: nat, t: seq<int>) returns (s: seq<int>)
{
  s := seq(|t|, i requires 0 <= i < |t| => t[i]);
  assert s == t;
  s := seq(|t|, i => t[i]);  // error[index-range]
}

method NotCommutative(s: seq<int>, t: seq<int>)
{
  assert s + t == t + s;  // error[assertion]
}

method NotAPrefix(s: seq<int>, t: seq<int>)
  requires |s| <= |t|
{
  assert s <= t;  // error[assertion]
}

method NotAMember(s: seq<int>)
{
  assert 3 in s;  // error[assertion]
}

method ProperPrefix(s: seq<int>)
{
  assert s < s;  // error[assertion]
}
