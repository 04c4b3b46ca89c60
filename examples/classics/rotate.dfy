// Rotating an array in place.
//
// Proved here: RotateOne moves every element one place to the left and the first one to the end;
// Rotate does the same by k places, using two buffers as the sequences a[..k] and a[k..]. The result
// is stated with sequences: a[..] == old(a[k..] + a[..k]). This is shorter than to speak of indices,
// and there is no index to get wrong.
//
// Why it matters: choosing the words of a specification well is half of the proof.

method RotateOne(a: array<int>)
  requires 0 < a.Length
  modifies a
  ensures a[..] == old(a[1..] + a[..1])
{
  var first := a[0];
  var n := 1;
  while n < a.Length
    invariant 1 <= n <= a.Length
    invariant forall i :: 0 <= i < n - 1 ==> a[i] == old(a[i + 1])
    invariant forall i :: n <= i < a.Length ==> a[i] == old(a[i])
  {
    a[n - 1] := a[n];
    n := n + 1;
  }
  a[a.Length - 1] := first;
}

method Rotate(a: array<int>, k: nat)
  requires k <= a.Length
  modifies a
  ensures a[..] == old(a[k..] + a[..k])
{
  var target := a[k..] + a[..k];
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i :: 0 <= i < n ==> a[i] == target[i]
  {
    a[n] := target[n];
    n := n + 1;
  }
}

// Rotating by k and then by the rest is no rotation at all.
method RotateAround(a: array<int>, k: nat)
  requires k <= a.Length
  modifies a
  ensures a[..] == old(a[..])
{
  ghost var before := a[..];
  Rotate(a, k);
  assert a[..] == before[k..] + before[..k];
  Rotate(a, a.Length - k);
  assert a[..] == before[..k] + before[k..];
}
