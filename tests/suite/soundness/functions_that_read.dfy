// What functions that read the heap must not prove: that they depend on less than they do, because nothing was checked
// where they stand, because they are seen by a type that says less, or in another heap than the one that counts.

method NeverMade(a: array<int>)
  requires a.Length > 0
{
  if false {
    var f := () reads {} => a[0];
  }
  assert false; // error[assertion]
}

lemma ForNone(s: seq<array<int>>)
{
  assert forall a | a in s && false :: (() requires a.Length > 0 reads {} => a[0]).reads() == {};
  assert false; // error[assertion]
}

// Only for natural numbers does it read nothing.
method ByItsParameters(a: array<int>)
  requires a.Length > 0
  modifies a
{
  var f := (x: int) requires a.Length > 0 reads (if x < 0 then {a} else {}) => if x < 0 then a[0] else 0; // reads what it says
  var n: nat ~> int := f;
  var p: nat --> int := n;
  var q: nat ~> int := p;
  a[0] := 1;
  ghost var one := f(-1);
  a[0] := 2;
  ghost var two := f(-1);
  assert one != two;
  assert false; // error[assertion]
}

// It reads nothing where it has no meaning.
method OutsideItsDomain(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 0;
  var f := () requires a.Length > 0 && a[0] > 0 reads a => a[0];
  var g: () --> int := f; // error[subset]
}

// What it reads depends on what it reads.
method FrameThatChanges(r: array<array<int>>, a: array<int>, b: array<int>)
  requires r.Length > 0 && a.Length > 0 && b.Length > 0 && r[0] == a && a != b
  modifies r, a, b
{
  var f := () requires r.Length > 0 && r[0].Length > 0 reads r, r[0] => r[0][0];
  assert r in f.reads() && a in f.reads();
  ghost var before := f();
  b[0] := b[0] + 1;
  assert f() == before;
  r[0] := b;
  assert b in f.reads();
  assert f() == before; // error[assertion]
}
method FrameNotClosed(r: array<array<int>>)
  requires r.Length > 0
{
  var f := () requires r.Length > 0 reads r[0] => 0; // error[reads]
}

// Everything may have changed.
method Called(a: array<int>)
  modifies a
method Havoc(a: array<int>, f: () ~> int)
  requires f.requires()
  modifies a
{
  ghost var before := f();
  Called(a);
  assert a !in f.reads() ==> before == f(); // error[assertion] error[precondition]
}
method InALoop(a: array<int>, f: () ~> bool)
  requires a.Length > 0 && f.requires() && f()
  modifies a
{
  var i := 0;
  while i < a.Length
  {
    a[i] := 0;
    i := i + 1;
  }
  assert f.requires(); // error[assertion]
}

// The heap of the application counts, not that of the lambda.
method Captured(a: array<int>)
  requires a.Length > 0
  modifies a
{
  a[0] := 1;
  var f := () requires a.Length > 0 reads a => a[0];
  a[0] := 2;
  assert f() == 1; // error[assertion]
}
method PreconditionLater(a: array<int>)
  requires a.Length > 0 && a[0] > 0
  modifies a
{
  var f := () requires a.Length > 0 && a[0] > 0 reads a => 10 / a[0];
  var g := () requires a.Length > 0 reads a => 10 / a[0]; // error[division-by-zero]
  a[0] := 0;
  var x := f(); // error[precondition]
}

// No function calls itself by way of a value that reads the heap.
function Circular(a: array<int>, n: nat): int
  reads a
{
  var again := (k: nat) reads a => Circular(a, k) + 1; // error[decreases]
  again(n)
}
function Self(f: int ~> int, n: nat): int
  requires f.requires(n)
  reads f.reads(n)
{
  ((k: nat) requires f.requires(k) reads f.reads(k) => Self(f, k))(n) + 1 // error[decreases]
}

// Functions in arrays read nothing; what reads the array is none of them.
method Knot(r: array<() -> int>)
  requires r.Length > 0
  modifies r
{
  var f := () requires r.Length > 0 reads r => r[0]() + 1;
  var g: () -> int := f; // error[subset]
  r[0] := g;
}
method HalfAKnot(r: array<() --> int>)
  requires r.Length > 0
  modifies r
{
  var f := () requires r.Length > 0 && r[0].requires() reads r => r[0]() + 1;
  r[0] := () requires f.requires() && f.reads() == {} => f(); // error[reads]
}
method WhatAKnotReads(r: array<() --> int>)
  requires r.Length > 0
{
  var f := () requires r.Length > 0 && r[0].requires() reads r => r[0]() + 1;
  assert f.reads() == {r};
  assert false; // error[assertion]
}

// That two lambdas give the same in one heap says nothing of others.
method Elsewhere(a: array<int>, b: array<int>)
  requires a.Length > 0 && b.Length > 0 && a[0] == b[0]
{
  var f := () requires a.Length > 0 reads a => a[0];
  var g := () requires b.Length > 0 reads b => b[0];
  assert f() == g();
  assert f == g; // error[assertion]
}
method EmptyTypes<T>(f: int ~> T)
{
  assert exists x: T :: true; // error[assertion] warning[no-trigger]
}
