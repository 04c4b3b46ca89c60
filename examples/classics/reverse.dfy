// Reversing an array in place.
//
// Proved here: afterwards, element i is what element Length - 1 - i was before; and reversing twice
// changes nothing. The invariant speaks of three parts: the left and the right part are done, the
// middle part is still as it was.
//
// Why it matters: "in place" means that a proof has to keep apart what an element is now and what it
// was: old(a[i]) is the value at the entry of the method, wherever it is written.

method Reverse(a: array<int>)
  modifies a
  ensures forall i :: 0 <= i < a.Length ==> a[i] == old(a[a.Length - 1 - i])
{
  var left := 0;
  var right := a.Length;
  while left < right - 1
    invariant 0 <= left && right == a.Length - left
    invariant left <= right
    invariant forall i :: 0 <= i < left ==> a[i] == old(a[a.Length - 1 - i])
    invariant forall i :: right <= i < a.Length ==> a[i] == old(a[a.Length - 1 - i])
    invariant forall i :: left <= i < right ==> a[i] == old(a[i])
    decreases right - left
  {
    right := right - 1;
    a[left], a[right] := a[right], a[left];
    left := left + 1;
  }
}

method ReverseTwice(a: array<int>)
  modifies a
  ensures a[..] == old(a[..])
{
  Reverse(a);
  ghost var once := a[..];
  Reverse(a);
  forall i | 0 <= i < a.Length
    ensures a[i] == old(a[i])
  {
    assert a[i] == once[a.Length - 1 - i];
  }
}

// The same for a sequence: no place to write to, so the result is a new sequence.
method Reversed(s: seq<int>) returns (r: seq<int>)
  ensures |r| == |s|
  ensures forall i :: 0 <= i < |s| ==> r[i] == s[|s| - 1 - i]
{
  r := [];
  var n := |s|;
  while 0 < n
    invariant 0 <= n <= |s|
    invariant |r| == |s| - n
    invariant forall i :: 0 <= i < |r| ==> r[i] == s[|s| - 1 - i]
  {
    n := n - 1;
    r := r + [s[n]];
  }
}
