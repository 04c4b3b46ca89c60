// Linear search: the first position of a value in an array.
//
// Proved here: the result is the first position, or -1 exactly if the value does not occur. The
// postconditions say both directions; a contract that only says "if the result is not negative, the
// value is there" would be satisfied by a method that always returns -1.
//
// Why it matters: callers see the contract only, never the body. What it does not say, they cannot use.

method Search(a: array<int>, wanted: int) returns (index: int)
  ensures -1 <= index < a.Length
  ensures 0 <= index ==> a[index] == wanted
  ensures 0 <= index ==> forall i :: 0 <= i < index ==> a[i] != wanted
  ensures index == -1 ==> forall i :: 0 <= i < a.Length ==> a[i] != wanted
{
  index := 0;
  while index < a.Length
    invariant 0 <= index <= a.Length
    invariant forall i :: 0 <= i < index ==> a[i] != wanted
  {
    if a[index] == wanted {
      return;
    }
    index := index + 1;
  }
  index := -1;
}

// A caller that relies on the contract alone.
method Contains(a: array<int>, wanted: int) returns (found: bool)
  ensures found <==> wanted in a[..]
{
  var index := Search(a, wanted);
  if 0 <= index {
    assert a[..][index] == wanted;
  }
  found := 0 <= index;
}

method Main()
{
  var a := new int[3];
  a[0], a[1], a[2] := 5, 8, 8;
  var index := Search(a, 8);
  assert a[1] == 8;
  assert index == 1;
  var found := Contains(a, 7);
  assert !found;
  print index, " ", found, "\n";
}
