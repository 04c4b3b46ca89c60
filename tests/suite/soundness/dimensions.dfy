// What must not be believed of arrays with several dimensions.
type Nothing = x: int | false witness *

method TwoPlacesOfOneRow(m: array2<int>)
  requires m.Length0 > 1 && m.Length1 > 1
  modifies m
{
  m[0, 0], m[0, 1], m[1, 0] := 1, 2, 3;
  assert m[0, 0] == 1 && m[0, 1] == 2 && m[1, 0] == 3;
  m[0, 1] := 4;
  assert m[0, 0] == 1 && m[1, 0] == 3;
  assert m[0, 1] == 2;  // error[assertion]
}

method IndicesHaveAnOrder(m: array2<int>, i: nat, j: nat)
  requires i < m.Length0 && j < m.Length1 && j < m.Length0 && i < m.Length1
  modifies m
{
  m[i, j] := 1;
  assert m[j, i] == 1;  // error[assertion]
}

method OtherPlacesMayBeTheSame(m: array2<int>, i: nat, j: nat)
  requires i < m.Length0 && j < m.Length1
  modifies m
{
  m[0, 0] := 7;
  m[i, j] := 8;
  assert m[0, 0] == 7;  // error[assertion]
}

method OtherArraysMayBeTheSame(a: array2<int>, b: array2<int>)
  requires a.Length0 == a.Length1 == b.Length0 == b.Length1 == 1
  modifies a
{
  b[0, 0] := 1;  // error[modifies]
  a[0, 0] := 2;
  assert b[0, 0] == 1;  // error[assertion]
}

method LengthsHaveNothingToDoWithEachOther(m: array2<int>)
{
  assert m.Length0 == m.Length1;  // error[assertion]
}

method EmptyInOneDimension(m: array2<int>)
  requires m.Length0 == 0
{
  assert m.Length1 == 0;  // error[assertion]
}

method NewArraysDiffer(n: nat)
{
  var a, b := new int[n, n], new int[n, n];
  assert a != b;
  var c := new int[n];
  var o: object := a;
  var p: object := c;
  assert o != p;
  assert fresh(c) && c.Length == a.Length0;
  assert a.Length0 == 2;  // error[assertion]
}

method NewArraysHoldSomething()
{
  var m := new int[2, 2];
  assert m[0, 0] == m[1, 1];  // error[assertion]
}

method InitialIsOfEachIndex()
{
  var m := new int[2, 3]((i, j) => i);
  assert m[0, 2] == 0 && m[1, 0] == 1;
  assert m[0, 1] == m[1, 1];  // error[assertion]
}

// Elements that are none are no values of their type.
method BeyondTheEnd(m: array2<Nothing>)
  requires m.Length0 == 0 || m.Length1 == 0
  ensures false
{  // error[postcondition]
}

method OneDimensionEmpty(m: array3<Nothing>)
  requires m.Length0 > 0 && m.Length2 > 0
  ensures false
{  // error[postcondition]
}

method ThereAreSome(m: array2<Nothing>)
  requires m.Length0 > 0 && m.Length1 > 0
  ensures false
{
  var x: int := m[0, 0];
}  // no end: nothing is in the array

method NoneIsMade(n: nat) returns (m: array2<Nothing>)
{
  m := new Nothing[n, n];  // error[array-size]
}

method NoneIsMadeByAFunction(n: nat, some: int) returns (m: array2<Nothing>)
{
  m := new Nothing[n, n]((i, j) => some);  // error[subset]
}

// An initial value that has a meaning nowhere says nothing of the array.
method NothingInitial()
  ensures false
{  // error[postcondition]
  var m := new int[0, 1]((i, j) requires false => 1 / 0);
}

method Change(m: array2<int>)
  modifies m
{
}

method CallsMayChangeAll(m: array2<int>, other: array2<int>)
  requires m.Length0 > 0 && m.Length1 > 0 && m[0, 0] == 1
  requires other.Length0 > 0 && other.Length1 > 0 && other[0, 0] == 1
  modifies m
{
  Change(m);
  assert other != m ==> other[0, 0] == 1;
  assert m[0, 0] == 1;  // error[assertion]
}

method LoopsMayChangeAll(m: array2<int>)
  requires m.Length0 > 0 && m.Length1 > 1
  modifies m
{
  m[0, 1] := 1;
  for i := 0 to 3 {
    m[0, 0] := i;
  }
  assert m[0, 1] == 1;  // error[assertion]
}

method ForallChangesWhatItSays(m: array2<int>)
  requires m.Length0 == 3 && m.Length1 == 3
  modifies m
{
  m[1, 1] := 5;
  forall i | 0 <= i < 3 && i != 1 {
    m[i, i] := i;
  }
  assert m[0, 0] == 0 && m[1, 1] == 5;
  forall i, j | 0 <= j < i < 3 {
    m[j, i] := 9;
  }
  assert m[0, 2] == 9 && m[2, 2] == 2;
  assert m[2, 0] == 9;  // error[assertion]
}

method OtherDimensionsAreOtherTypes<T>(a: array2<T>, b: array<int>, any: T)
  requires b.Length > 0 && b[0] == 1
  requires a.Length0 > 0 && a.Length1 > 0
  modifies a
{
  a[0, 0] := any;
  assert b[0] == 1;
}

method StaleReads(m: array2<int>)
  requires m.Length0 > 0 && m.Length1 > 0
  modifies m
{
  var x := m[0, 0];
  m[0, 0] := x + 1;
  assert old(m[0, 0]) == x;
  assert m[0, 0] == x;  // error[assertion]
}
