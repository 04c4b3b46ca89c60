// Selection sort, with the proof that nothing is lost.
//
// Proved here: afterwards the array is sorted, AND every value occurs as often as before. The second
// half is the one that is forgotten: a method that fills the array with zeros sorts it, too.
// How often a value occurs is the function Count; that an exchange of two elements does not
// change any count is the lemma at the heart of the proof.
//
// Why it matters: a sorting method makes two promises, and callers need both.

function Count(x: int, s: seq<int>): nat
  decreases |s|
{
  if s == [] then 0 else (if s[0] == x then 1 else 0) + Count(x, s[1..])
}

lemma CountAppend(x: int, s: seq<int>, t: seq<int>)
  ensures Count(x, s + t) == Count(x, s) + Count(x, t)
  decreases |s|
{
  if s == [] {
    assert s + t == t;
  } else {
    assert (s + t)[0] == s[0];
    assert (s + t)[1..] == s[1..] + t;
    CountAppend(x, s[1..], t);
  }
}

lemma CountOne(x: int, y: int)
  ensures Count(x, [y]) == if x == y then 1 else 0
{
  assert [y][1..] == [];
}

// Changing one element takes one occurrence away and adds one.
lemma CountUpdate(x: int, s: seq<int>, i: nat, y: int)
  requires i < |s|
  ensures Count(x, s[i := y]) ==
    Count(x, s) - (if x == s[i] then 1 else 0) + (if x == y then 1 else 0)
{
  var after := s[i + 1..];
  assert s == s[..i] + ([s[i]] + after);
  assert s[i := y] == s[..i] + ([y] + after);
  CountAppend(x, s[..i], [s[i]] + after);
  CountAppend(x, s[..i], [y] + after);
  CountAppend(x, [s[i]], after);
  CountAppend(x, [y], after);
  CountOne(x, s[i]);
  CountOne(x, y);
}

lemma CountSwap(x: int, s: seq<int>, i: nat, j: nat)
  requires i < |s| && j < |s|
  ensures Count(x, s[i := s[j]][j := s[i]]) == Count(x, s)
{
  CountUpdate(x, s, i, s[j]);
  CountUpdate(x, s[i := s[j]], j, s[i]);
}

method Swap(a: array<int>, i: nat, j: nat)
  requires i < a.Length && j < a.Length
  modifies a
  ensures a[..] == old(a[..][i := a[j]][j := a[i]])
  ensures forall x :: Count(x, a[..]) == old(Count(x, a[..]))
{
  ghost var before := a[..];
  a[i], a[j] := a[j], a[i];
  assert a[..] == before[i := before[j]][j := before[i]];
  forall x: int
    ensures Count(x, a[..]) == Count(x, before)
  {
    CountSwap(x, before, i, j);
  }
}

method Smallest(a: array<int>, from: nat) returns (at: nat)
  requires from < a.Length
  ensures from <= at < a.Length
  ensures forall i :: from <= i < a.Length ==> a[at] <= a[i]
{
  at := from;
  var n := from + 1;
  while n < a.Length
    invariant from < n <= a.Length
    invariant from <= at < n
    invariant forall i :: from <= i < n ==> a[at] <= a[i]
  {
    if a[n] < a[at] {
      at := n;
    }
    n := n + 1;
  }
}

method SelectionSort(a: array<int>)
  modifies a
  ensures forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
  ensures forall x :: Count(x, a[..]) == old(Count(x, a[..]))
{
  var n := 0;
  while n < a.Length
    invariant 0 <= n <= a.Length
    invariant forall i, j :: 0 <= i < j < n ==> a[i] <= a[j]
    invariant forall i, j :: 0 <= i < n <= j < a.Length ==> a[i] <= a[j]
    invariant forall x :: Count(x, a[..]) == old(Count(x, a[..]))
  {
    var at := Smallest(a, n);
    ghost var before := a[..];
    Swap(a, n, at);
    assert forall i :: 0 <= i < n ==> a[i] == before[i];
    n := n + 1;
  }
}
