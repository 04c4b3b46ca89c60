// What a method may write, and what its callers know afterwards.

method Clear(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == 0
{
  for i := 0 to a.Length
    invariant forall k :: 0 <= k < i ==> a[k] == 0
  {
    a[i] := 0;
  }
}

method OthersStay(a: array<int>, b: array<int>)
  requires a != b && b.Length > 0
  modifies a
  ensures b[0] == old(b[0])
{
  Clear(a);
}

method FreshIsFree() returns (b: array<int>)
  ensures fresh(b)
{
  b := new int[5];
  b[0] := 1;
  Clear(b);
  assert b[0] == 0;
}

method OnlyRead(a: array<int>) returns (s: seq<int>)
  ensures s == a[..]
{
  s := a[..];
}

method Client(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 3;
  var s := OnlyRead(a);
  assert a[0] == 3 && s[0] == 3;
}

method LoopFrame(a: array<int>, b: array<int>)
  requires a != b && a.Length == b.Length > 0
  modifies a, b
{
  b[0] := 1;
  for i := 0 to a.Length
    modifies a
  {
    a[i] := i;
  }
  assert b[0] == 1;
}

method ModifiesNothing(a: array<int>)
  modifies a
{
  for i := 0 to 10
    modifies {}
  {
  }
}

method Several(arrays: seq<array<int>>, i: nat)
  requires i < |arrays| && arrays[i].Length > 0
  modifies arrays
{
  arrays[i][0] := 1;
}

method AllocationInLoop(n: nat) returns (last: array<int>)
  ensures fresh(last)
{
  last := new int[1];
  var i := 0;
  while i < n
    invariant fresh(last)
    invariant last.Length == 1
  {
    last[0] := i;
    last := new int[1];
    i := i + 1;
  }
}
