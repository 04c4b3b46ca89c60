// The mistake: searching in an array that nobody has sorted.

predicate Sorted(a: array<int>)
  reads a
{
  forall i, j :: 0 <= i < j < a.Length ==> a[i] <= a[j]
}

method {:axiom} BinarySearch(a: array<int>, wanted: int) returns (index: int)
  requires Sorted(a)
  ensures -1 <= index < a.Length
  ensures 0 <= index ==> a[index] == wanted

method Insert(a: array<int>, at: nat, value: int) returns (index: int)
  requires at < a.Length && Sorted(a)
  modifies a
{
  index := BinarySearch(a, value);
  a[at] := value;
  index := BinarySearch(a, value);  // unproved[precondition]
}
