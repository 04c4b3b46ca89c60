// Allocation, frames and old.

method TwoNewArraysDiffer()
{
  var a := new int[1];
  var b := new int[1];
  assert a != b;
  b[0] := 5;
  a[0] := 6;
  assert b[0] == 5;
  assert a[0] == 5;  // error[assertion]
}

method NewIsNotOld(a: array<int>)
{
  var b := new int[1];
  assert a != b;
  assert a.Length == 1;  // error[assertion]
}

method Change(a: array<int>)
  modifies a
{
  if a.Length > 0 {
    a[0] := 1;
  }
}

method SameArrayTwice(a: array<int>, b: array<int>)
  requires a.Length > 0 && b.Length > 0 && a[0] == 7 && b[0] == 7
  modifies a
{
  Change(a);
  assert b[0] == 7;  // error[assertion]
}

ghost function Content(a: array<int>): seq<int>
  reads a
{
  a[..]
}

method FunctionOfTheHeap(a: array<int>)
  requires a.Length > 0
  modifies a
{
  ghost var before := Content(a);
  a[0] := a[0] + 1;
  assert Content(a) == before;  // error[assertion]
}

method EqualContentsAreNotOneArray(a: array<int>, b: array<int>)
  requires a[..] == b[..]
{
  assert a == b;  // error[assertion]
}

method ModifiesIsOfTheEntry(a: array<array<int>>, b: array<int>)
  requires a.Length > 0 && b.Length > 0
  modifies a, a[..]
{
  a[0] := b;
  a[0][0] := 1;  // error[modifies]
}

method NoWriteThroughAlias(a: array<int>)
  requires a.Length > 0
{
  var b := a;
  b[0] := 1;  // error[modifies]
}

method CallerKeepsNothingItDoesNotKnow(a: array<int>)
  modifies a
{
  var n := a.Length;
  Change(a);
  assert a.Length == n;
  assert fresh(a);  // error[assertion]
}

method LoopMayChangeAll(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 4;
  var i := 0;
  while i < 3 {
    a[0] := i;
    i := i + 1;
  }
  assert a[0] == 4;  // error[assertion]
}
