method Increment(a: array<int>)
  requires a.Length > 0
  modifies a
  ensures a[0] == old(a[0]) + 1
{
  a[0] := a[0] + 1;
}

method OldIsTheEntry(a: array<int>)
  requires a.Length > 0
  modifies a
  ensures a[0] == old(a[0]) + 2
{
  Increment(a);
  assert a[0] == old(a[0]) + 1;
  Increment(a);
}

method Labels(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 1;
  label one:
  a[0] := 2;
  label two:
  a[0] := 3;
  assert old@one(a[0]) == 1 && old@two(a[0]) == 2 && a[0] == 3;
  var b := new int[1];
  assert fresh@two(b);
}

method IndexOfNow(a: array<int>, i: nat)
  requires i + 1 < a.Length
  modifies a
{
  ghost var before := a[..];
  a[i] := 5;
  assert old(a[i]) == before[i];
  assert a[i] == 5;
}

method Reverse(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == old(a[a.Length - 1 - i])
{
  var low, high := 0, a.Length;
  while low + 1 < high
    invariant 0 <= low <= high <= a.Length
    invariant low + high == a.Length
    invariant forall i :: 0 <= i < low || high <= i < a.Length ==> a[i] == old(a[a.Length - 1 - i])
    invariant forall i :: low <= i < high ==> a[i] == old(a[i])
  {
    high := high - 1;
    a[low], a[high] := a[high], a[low];
    low := low + 1;
  }
}
