// Ghost variables record what the program does not keep.

method Fill(a: array<int>, v: int) returns (ghost writes: nat)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == v
  ensures writes == a.Length
{
  writes := 0;
  var i := 0;
  while i < a.Length
    invariant 0 <= i <= a.Length
    invariant forall k :: 0 <= k < i ==> a[k] == v
    invariant writes == i
  {
    a[i] := v;
    writes := writes + 1;
    i := i + 1;
  }
}

ghost function Count(s: seq<int>, x: int): nat
{
  if |s| == 0 then 0 else (if s[0] == x then 1 else 0) + Count(s[1..], x)
}

ghost method Observe(s: seq<int>) returns (n: nat)
  ensures n == Count(s, 0)
{
  n := Count(s, 0);
}

method Client(a: array<int>)
{
  ghost var before := a[..];
  var zeros := Count(a[..], 0);
  ghost var again := Observe(a[..]);
  assert zeros == again == Count(before, 0);
}
