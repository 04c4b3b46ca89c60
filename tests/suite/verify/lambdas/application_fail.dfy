// What an application needs, and what a value has to be for a function type.
function Half(x: int): int
  requires x % 2 == 0
{
  x / 2
}

method Apply(f: int --> int, g: int -> int, n: int) {
  var a := g(n);
  var b := f(n); // error[precondition]: "function precondition could not be proved"
}

method ApplyHalf(n: int) {
  var h := Half;
  var a := h(2 * n);
  var b := h(n); // error[precondition]: "function precondition could not be proved"
}

method Total() {
  var f: int -> int := Half; // error[subset]: "value does not satisfy the subset constraints of 'int -> int'"
}

method TotalLambda(f: int --> int) {
  var g: int -> int := (x: int) requires x > 0 => x; // error[subset]: "subset constraints of 'int -> int'"
  var h: int -> int := f;                            // error[subset]: "subset constraints of 'int -> int'"
  var j: nat -> int := (x: int) requires x >= 0 => x;
}

method Results(f: int -> int) {
  var a: int -> nat := x => x * x - 1; // error[subset]: "subset constraints of 'int -> nat'"
  var b: int -> nat := f;              // error[subset]: "subset constraints of 'int -> nat'"
  var c: nat -> nat := x => x + 1;
}

method Parameters(f: nat -> int, g: int -> nat) {
  var a: int -> int := f; // error[subset]: "subset constraints of 'int -> int'"
  var b: nat -> int := g;
  var c := f(-1);         // error[subset]: "value does not satisfy the subset constraints of 'nat'"
}

method Bodies(s: seq<int>, n: int) {
  var f := (i: int) => s[i]; // error[index-range]
  var g := (i: int) requires 0 <= i < |s| => s[i];
  var h := (x: int) requires 10 / x > 1 => x; // error[division-by-zero]
  var j := x => Half(x);     // error[precondition]: "function precondition could not be proved"
  var k := (x: int) requires Half.requires(x) => Half(x);
}

method NothingOfTheHeap(a: array<int>)
  requires a.Length > 0
{
  var g := () => a.Length;
  assert g() == a.Length;
  if * {
    var f := () => a[0];     // error[reads]
  } else {
    var h := () => First(a); // error[reads]: "insufficient reads clause to invoke function"
  }
}
function First(a: array<int>): int
  requires a.Length > 0
  reads a
{
  a[0]
}

// Two functions that give the same everywhere need not be equal; nor different.
method Equality(f: int -> int, g: int -> int)
  requires forall x :: f(x) == g(x)
{
  ghost var e := f == g;
  if * {
    assert e; // unproved[assertion]
  } else {
    assert !e; // error[assertion]
  }
}

method Known(f: int -> int) {
  assert f(0) == f(0);
  assert f(0) == f(1); // refuted[assertion]
}

method Captured() {
  var k := 1;
  var f := (x: int) => x + k;
  k := 2;
  assert f(0) == 2; // refuted[assertion]
}

type Even = n: int | n % 2 == 0 witness 0

method Constrained() {
  var f: int --> int := (e: Even) => e / 2;
  assert f.requires(3); // refuted[assertion]
}
