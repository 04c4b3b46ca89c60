// Quicksort, in place: the elements are a multiset, and sorting changes only their order.
//
// Proved here: afterwards the part that was asked for is sorted, holds the same elements as before, each as
// often as before, and the rest of the array is untouched.
//
// Why it matters: `multiset(a[lo..hi])` says in one line what a counting function or a ghost permutation
// says in ten (compare selection_sort.dfy and insertion_sort.dfy). What a bound knows about a multiset, it
// knows about every order of its elements: that is what the recursion needs.

predicate Sorted(s: seq<int>) {
  forall i, j :: 0 <= i < j < |s| ==> s[i] <= s[j]
}

// A bound on elements is a bound on their multiset, so that it survives any change of order.
lemma SameBounds(s: seq<int>, t: seq<int>, pivot: int)
  requires multiset(s) == multiset(t)
  ensures (forall x :: x in s ==> x <= pivot) ==> forall x :: x in t ==> x <= pivot
  ensures (forall x :: x in s ==> pivot <= x) ==> forall x :: x in t ==> pivot <= x
{
  forall x | x in t
    ensures x in s
  {
    assert x in multiset(t);
    assert x in multiset(s);
  }
}

// Two elements change places: in place, and as a claim about sequences.
lemma ExchangeKeepsMultiset(s: seq<int>, i: nat, j: nat)
  requires i < |s| && j < |s|
  ensures multiset(s[i := s[j]][j := s[i]]) == multiset(s)
{
}

method Exchange(a: array<int>, lo: nat, hi: nat, i: nat, j: nat)
  requires lo <= i < hi <= a.Length && lo <= j < hi
  modifies a
  ensures a[i] == old(a[j]) && a[j] == old(a[i])
  ensures forall k :: 0 <= k < a.Length && k != i && k != j ==> a[k] == old(a[k])
  ensures multiset(a[lo..hi]) == multiset(old(a[lo..hi]))
  ensures a[..lo] == old(a[..lo]) && a[hi..] == old(a[hi..])
{
  ghost var before := a[lo..hi];
  a[i], a[j] := a[j], a[i];
  assert a[lo..hi] == before[i - lo := before[j - lo]][j - lo := before[i - lo]];
  ExchangeKeepsMultiset(before, i - lo, j - lo);
}

// Puts small elements in front of large ones; gives where the large ones begin, with the pivot as the first.
method Partition(a: array<int>, lo: nat, hi: nat) returns (middle: nat)
  requires lo < hi <= a.Length
  modifies a
  ensures lo <= middle < hi
  ensures forall i :: lo <= i < middle ==> a[i] <= a[middle]
  ensures forall i :: middle < i < hi ==> a[middle] <= a[i]
  ensures multiset(a[lo..hi]) == multiset(old(a[lo..hi]))
  ensures a[..lo] == old(a[..lo]) && a[hi..] == old(a[hi..])
{
  var pivot := a[hi - 1];
  middle := lo;
  var next := lo;
  while next < hi - 1
    invariant lo <= middle <= next <= hi - 1
    invariant forall i :: lo <= i < middle ==> a[i] <= pivot
    invariant forall i :: middle <= i < next ==> pivot <= a[i]
    invariant a[hi - 1] == pivot
    invariant multiset(a[lo..hi]) == multiset(old(a[lo..hi]))
    invariant a[..lo] == old(a[..lo]) && a[hi..] == old(a[hi..])
  {
    if a[next] < pivot {
      Exchange(a, lo, hi, next, middle);
      middle := middle + 1;
    }
    next := next + 1;
  }
  Exchange(a, lo, hi, middle, hi - 1);
}

method SortPart(a: array<int>, lo: nat, hi: nat)
  requires lo <= hi <= a.Length
  modifies a
  ensures Sorted(a[lo..hi])
  ensures multiset(a[lo..hi]) == multiset(old(a[lo..hi]))
  ensures a[..lo] == old(a[..lo]) && a[hi..] == old(a[hi..])
  decreases hi - lo
{
  if hi - lo < 2 {
    return;
  }
  var middle := Partition(a, lo, hi);
  ghost var pivot, left, right := a[middle], a[lo..middle], a[middle + 1..hi];
  assert a[lo..hi] == left + [pivot] + right;

  SortPart(a, lo, middle);
  ghost var sortedLeft := a[lo..middle];
  assert a[middle..][0] == pivot && a[middle..][1..hi - middle] == right;
  assert a[middle + 1..hi] == right;

  SortPart(a, middle + 1, hi);
  ghost var sortedRight := a[middle + 1..hi];
  assert a[..middle + 1][lo..middle] == sortedLeft && a[..middle + 1][middle] == pivot;
  assert a[lo..hi] == sortedLeft + [pivot] + sortedRight;

  assert forall x :: x in left ==> x <= pivot;
  assert forall x :: x in right ==> pivot <= x;
  SameBounds(left, sortedLeft, pivot);
  SameBounds(right, sortedRight, pivot);
  assert forall i :: 0 <= i < |sortedLeft| ==> sortedLeft[i] in sortedLeft;
  assert forall i :: 0 <= i < |sortedRight| ==> sortedRight[i] in sortedRight;
}

method Quicksort(a: array<int>)
  modifies a
  ensures Sorted(a[..])
  ensures multiset(a[..]) == multiset(old(a[..]))
{
  SortPart(a, 0, a.Length);
  assert a[..] == a[0..a.Length];
  assert old(a[..]) == old(a[0..a.Length]);
}

method Main()
{
  var a := new int[] [31, 4, 15, 92, 65, 35, 89, 4];
  Quicksort(a);
  print a[..], "\n";
}
