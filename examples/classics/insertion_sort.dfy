// Insertion sort by exchanging neighbours, with an explicit permutation.
//
// Proved here: the array is sorted, and its elements are those from before in another order. Here
// "another order" is shown rather than counted: a ghost sequence `from` records where each element
// came from. It is a permutation of the indices: all in range, no two equal.
//
// Why it matters: ghost variables exist for the proof only. They are not compiled, they cost nothing
// at run time, and they often make a proof simple: whatever an invariant wants to talk about and the
// program does not keep, a ghost variable can keep.

predicate Permutation(from: seq<nat>, length: nat)
{
  |from| == length &&
  (forall i :: 0 <= i < length ==> from[i] < length) &&
  (forall i, j :: 0 <= i < j < length ==> from[i] != from[j])
}

// s holds the elements of `before`, element i being the one that was at from[i].
predicate Rearranged(s: seq<int>, before: seq<int>, from: seq<nat>)
{
  |s| == |before| &&
  Permutation(from, |before|) &&
  forall i :: 0 <= i < |s| ==> s[i] == before[from[i]]
}

// The indices in their order: where the elements are when nothing has been moved. A lemma may have a
// result, too: something that exists, and that the proof goes on with.
lemma Identity(length: nat) returns (from: seq<nat>)
  ensures |from| == length
  ensures forall i :: 0 <= i < length ==> from[i] == i
{
  from := [];
  while |from| < length
    invariant |from| <= length
    invariant forall i :: 0 <= i < |from| ==> from[i] == i
  {
    from := from + [|from|];
  }
}

// Exchanging two elements, and the two records of where they came from, keeps all this true.
lemma SwapRearranged(s: seq<int>, before: seq<int>, from: seq<nat>, i: nat, j: nat)
  requires Rearranged(s, before, from)
  requires i < j < |s|
  ensures Rearranged(s[i := s[j]][j := s[i]], before, from[i := from[j]][j := from[i]])
{
  var swapped := from[i := from[j]][j := from[i]];
  forall k, l | 0 <= k < l < |before|
    ensures swapped[k] != swapped[l]
  {
    var cameK := if k == i then j else if k == j then i else k;
    var cameL := if l == i then j else if l == j then i else l;
    assert swapped[k] == from[cameK] && swapped[l] == from[cameL];
    assert cameK != cameL;
  }
}

method SwapLeft(a: array<int>, k: nat, ghost before: seq<int>, ghost from: seq<nat>)
  returns (ghost after: seq<nat>)
  requires 0 < k < a.Length
  requires Rearranged(a[..], before, from)
  modifies a
  ensures a[k - 1] == old(a[k]) && a[k] == old(a[k - 1])
  ensures forall i :: 0 <= i < a.Length && i != k - 1 && i != k ==> a[i] == old(a[i])
  ensures Rearranged(a[..], before, after)
{
  ghost var s := a[..];
  a[k - 1], a[k] := a[k], a[k - 1];
  assert a[..] == s[k - 1 := s[k]][k := s[k - 1]];
  SwapRearranged(s, before, from, k - 1, k);
  after := from[k - 1 := from[k]][k := from[k - 1]];
}

method InsertionSort(a: array<int>) returns (ghost from: seq<nat>)
  modifies a
  ensures forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
  ensures Rearranged(a[..], old(a[..]), from)
{
  ghost var before := a[..];
  from := Identity(a.Length);
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i, j :: 0 <= i < j < n ==> a[i] <= a[j]
    invariant Rearranged(a[..], before, from)
  {
    var k := n;
    while 0 < k && a[k] < a[k - 1]
      invariant 0 <= k <= n
      invariant forall i, j :: 0 <= i < j <= n && j != k ==> a[i] <= a[j]
      invariant Rearranged(a[..], before, from)
    {
      from := SwapLeft(a, k, before, from);
      k := k - 1;
    }
    n := n + 1;
  }
}
