// A type parameter may stand for a type without values, and two of its values may be one: nothing follows from the type.

lemma Inhabited<T>()
  ensures exists x: T :: x == x  // warning[no-trigger]
{  // error[postcondition]
}

lemma NobodyHasThis<T>()
  ensures forall x: T :: false  // warning[no-trigger]
{  // error[postcondition]
}

lemma FromNothing<T>() returns (x: T)
{
}  // error[definite-assignment]

ghost method Uninitialised<T>(f: bool) returns (r: bool)
{
  ghost var x: T;
  r := x == x;  // error[definite-assignment]
}

lemma EmptyArrayIsNoEvidence<T>()
  ensures exists x: T :: true  // warning[no-trigger]
{  // error[postcondition]
}

method EmptyArray<T>()
{
  var a := new T[0];
  assert |a[..]| == 0;
  assert exists x: T :: true;  // error[assertion] warning[no-trigger]
}

method NoElements<T>(n: nat)
{
  var a := new T[n];  // error[array-size]
}

method Beyond<T>(a: array<T>, s: seq<T>)
  requires a.Length == 0 && s == []
{
  assert exists x: T :: true;  // error[assertion] warning[no-trigger]
}

method Choose<T>() returns (x: T)
{
  x :| true;  // error[assign-such-that]
}

lemma Nonempty<T(00)>()
  ensures exists x: T {:trigger Id(x)} :: Id(x) == x
{
  ghost var x: T;
  assert Id(x) == x;
}

function Id<T>(x: T): T { x }

lemma AllEqual<T>(x: T, y: T)
  ensures x == y
{  // error[postcondition]
}

lemma AllDifferent<T>(x: T, y: T)
  ensures x != y
{  // error[postcondition]
}

// Instances are different functions.
function Size<T>(s: seq<T>, n: nat): nat

method Confused()
{
  var none: seq<int> := [];
  var never: seq<bool> := [];
  assert Size(none, 1) == Size(never, 1);  // error[assertion]
  assert Size<int>([], 1) == Size<nat>([], 1);  // error[assertion]
}

// What is proved of a function at a type is not used to prove it at the same type.
function Loop<T>(x: T): int { Loop(x) + 1 }  // error[decreases]

function Ping<T>(x: T, n: int): int { Pong(x, n) }  // error[decreases]
function Pong<U>(x: U, n: int): int { Ping(x, n) + 1 }  // error[decreases]

method UseLoop()
{
  assert Ping(0, 0) == Ping(0, 0) + 1;
}  // no end: that the definition has a meaning is not proved

lemma Self<T>(x: T)
  ensures false
{
  Self(x);  // error[decreases]
}

lemma SelfElsewhere<T>(x: T, n: nat)
  ensures false
{
  SelfElsewhere(n, n);  // error[decreases]
}

// Values that exist now are not all values that will exist.
predicate Good<T>(x: T)

method Make<T>() returns (x: T)

method Later<T>()
  requires forall x: T :: Good(x)
{
  var y := Make<T>();
  assert Good(y);  // error[assertion]
}

method Now<T>(y: T)
  requires forall x: T :: Good(x)
{
  assert Good(y);
}

method LaterWithoutReferences<T(!new)>()
  requires forall x: T :: Good(x)
{
  var y := Make<T>();
  assert Good(y);
}

// An array of a type parameter may be an array that is known by another type elsewhere.
method Unchanged<T>(a: array<T>, x: T)
  requires a.Length > 0
  modifies a
  ensures a[0] == x
{
  a[0] := x;
}

method Elsewhere(a: array<int>, b: array<int>)
  requires a.Length == 1 && b.Length == 1 && b[0] == 0
  modifies a
{
  Unchanged(a, 5);
  assert a[0] == 5;
  assert b[0] == 0;  // error[assertion]
}

// Rows with elements that no array has say nothing.
function Absurd(a: array<array<int>>): int
  reads a
  requires a.Length > 0
{
  var x: array?<int> := a[0];
  if x == null then 1 + Absurd(a) else 0
}

method UseAbsurd()
{
  var b := new int[3];
  var c := new array<int>[1] [b];
  var f := Absurd(c);
  assert f == 0;
  assert false;  // error[assertion]
}
