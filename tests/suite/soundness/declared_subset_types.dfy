// A constraint holds of what was checked; of nothing else, and not of all values of the base type.
type Even = x: int | x % 2 == 0
type Empty = x: int | false witness *
type Maybe = x: int | Holds(x) witness *

predicate Holds(x: int)

lemma NotAllAreEven(x: int)
  ensures x % 2 == 0
{  // error[postcondition]
}

lemma EmptyHasNoValue()
  ensures exists e: Empty :: true  // warning[no-trigger]
{  // error[postcondition]
}

lemma EmptyMeansNothingElsewhere()
  ensures false
{  // error[postcondition]
  assert forall e: Empty :: false;  // warning[no-trigger]
}

method NoValueComesFromNowhere() returns (e: Empty)
{
}  // error[definite-assignment]

method NoElement()
{
  var a := new Empty[1];  // error[array-size]
}

method EmptyArrays()
{
  var a := new Empty[0];
  assert false;  // error[assertion]
}

method EmptySequences(s: seq<Empty>)
{
  if |s| > 0 {
    var e: int := s[0];
    assert false;
  }
  assert false;  // error[assertion]
}

lemma PerhapsThereIsNone()
  ensures exists m: Maybe :: true  // warning[no-trigger]
{  // error[postcondition]
}

// What stands behind the end of an array is of no type.
function Absurd(a: array<Empty>): int
  reads a
  requires a.Length > 0
{
  1 + Absurd(a)  // error[decreases]
}

method UseAbsurd()
{
  var b := new int[3];
  var c := new Empty[0];
  assert false;  // error[assertion]
}

function Choose(a: array<Empty>, b: array<int>): int
  reads a, b
  requires a.Length > 0
{
  1 + Choose(a, b)  // error[decreases]
}

lemma LooksInside(a: array<Empty>, b: array<int>)
  requires a.Length == 1
  ensures false
{
  var e: int := a[0];
  assert e == e;
}  // no end: nothing is in the array

method Alias(a: array<Even>, b: array<int>)
  requires a.Length > 0 && b.Length > 0
  modifies b
{
  b[0] := 1;
  assert a[0] % 2 == 0;
}

// Any value of a type that has none is no value.
method Any()
{
  var e: Empty := *;
  print e;  // error[definite-assignment]
}

method AnyResult() returns (r: Empty)
{
  r := *;
}  // error[definite-assignment]

method AnyOfParameter<T>(x: seq<T>)
  requires forall t: T :: t in x ==> false
{
  var t: T := *;
  print t;  // error[definite-assignment]
}

ghost method AnyGhost()
{
  ghost var e: Empty := *;
  assert false;  // error[assertion]
}

ghost method AnyArray(s: seq<Empty>)
{
  var a: array<int> := *;
  assert a.Length >= 0;  // error[definite-assignment]
}

type Ghostly = x: int | x == 3 ghost witness 3

method AnyRunning()
{
  var g: Ghostly := *;
  print g;  // error[definite-assignment]
}

ghost method AnyGhostly()
{
  var g: Ghostly := *;
  assert g == 3;
}
