// Functions as values that read the heap: ~>, lambdas with a reads clause, f.reads and f.requires.
function Apply<A, B>(f: A ~> B, x: A): B
  requires f.requires(x)
  reads f.reads(x)
{
  f(x)
}

function Get(a: array<int>, i: int): int
  requires 0 <= i < a.Length
  reads a
{
  a[i]
}

method Lambdas(a: array<int>, b: array<int>)
  requires a.Length > 0 && b.Length > 0 && a != b
  modifies a, b
{
  var f := (x: int) requires a.Length > 0 reads a => a[0] + x;
  assert f.requires(1) && f.reads(1) == {a};
  assert a in f.reads(2) && b !in f.reads(2);
  a[0] := 1;
  assert f(1) == 2 && Apply(f, 1) == 2;
  b[0] := 5;
  assert f(1) == 2;
  a[0] := 2;
  assert f(1) == 3;
  assert f(1) == 2; // error[assertion]
}

method Values(a: array<int>)
  requires a.Length == 2
  modifies a
{
  var g := Get;
  assert g.requires(a, 1) && !g.requires(a, 2);
  assert g.reads(a, 1) == {a};
  a[1] := 7;
  assert g(a, 1) == 7;
  var x := g(a, 2); // error[precondition]: "function precondition could not be proved"
}

method Unrelated(b: array<int>, f: () ~> int)
  requires b.Length > 0 && f.requires() && b !in f.reads()
  modifies b
  ensures f.requires() && f.reads() == old(f.reads()) && f() == old(f())
{
  b[0] := 3;
}
method Related(b: array<int>, f: () ~> int)
  requires b.Length > 0 && f.requires()
  modifies b
{
  b[0] := 3;
  assert f.requires(); // error[assertion]
}
method NewArrays(f: int ~> int)
  requires forall x :: f.requires(x)
{
  var before := f(3);
  var c := new int[4];
  c[2] := 1;
  assert c !in f.reads(3);
  assert f(3) == before;
}
method Loops(a: array<int>, f: int ~> int)
  requires a.Length > 3
  requires forall x :: f.requires(x) && a !in f.reads(x)
  modifies a
{
  ghost var v := f(2);
  var i := 0;
  while i < 3
    invariant forall x :: f.requires(x) && a !in f.reads(x)
    invariant f(2) == v
  {
    a[i] := i;
    i := i + 1;
  }
  assert f(2) == v;
}
method Callee(f: () ~> int) returns (r: int)
  requires f.requires()
  ensures r == f()
{
  r := f();
}
method Caller() {
  var a := new int[2];
  a[0] := 5;
  var r := Callee(() requires a.Length > 0 reads a => a[0]);
  assert r == 5;
}

// What is called has to be readable.
function NotReadable(f: int ~> int): int
  requires f.requires(3) // error[reads]: "insufficient reads clause to invoke function"
{
  f(3)
}
function NotCallable(f: int ~> int): int
  reads f.reads(3) // error[reads]
{
  f(3)
}
function All<A(!new)>(f: A ~> bool, x: A): bool
  requires forall y :: f.requires(y)
  reads f.reads
{
  f(x)
}
function Some(f: int ~> bool): bool
  requires forall y :: f.requires(y) // error[reads]
  reads f.reads(0)
{
  All(f, 0) // error[reads]: "insufficient reads clause to invoke function"
}
function ByReference(f: int ~> bool): bool
  requires forall y :: f.requires(y)
  reads f.reads
{
  All(f, 0) && f(1)
}
method LambdaReads(a: array<int>, b: array<int>)
  requires a.Length > 0 && b.Length > 0
{
  var f := () requires a.Length > 0 reads a => a[0];
  var g := () requires b.Length > 0 reads a => b[0]; // error[reads]
  var i := () reads {} => a.Length;
  var j := () requires f.requires() reads f.reads() => f();
  var k := () reads a => a[0]; // the length is not read
  var l := () reads a => a[1]; // error[index-range]
}

method PreconditionReads(a: array<int>, b: array<int>)
  requires a.Length > 0 && b.Length > 0
{
  var f := () requires b.Length > 0 && b[0] > 0 reads a => 0; // error[reads]
}

// With nothing to read, a function belongs to the smaller types.
method Smaller(f: int ~> int, g: int ~> int, h: nat ~> int)
  requires forall x :: f.reads(x) == {}
  requires forall x: nat :: h.reads(x) == {} && h.requires(x)
{
  var p: int --> int := f;
  assert forall x :: f.requires(x) ==> p.requires(x) && p(x) == f(x);
  var q: nat -> int := h;
  var r: nat ~> int := q;
  assert r(3) == h(3);
  var s: int --> int := g; // error[subset]
}
method NotTotal(f: int ~> int)
  requires forall x :: f.reads(x) == {}
{
  var p: int -> int := f; // error[subset]
}

method Old(a: array<int>)
  requires a.Length > 0
  modifies a
{
  var f := () requires a.Length > 0 reads a => a[0];
  a[0] := a[0] + 1;
  label L:
  a[0] := a[0] + 1;
  assert f() == old(a[0]) + 2;
  assert old@L(f()) == old(f()) + 1;
}
method TooOld() {
  var b := new int[3];
  var f := () requires b.Length > 0 reads b => b[0];
  ghost var c := old(f()); // error[allocated]
}

datatype Counter = Counter(get: () ~> int)
method InDatatypes(a: array<int>)
  requires a.Length > 0
  modifies a
{
  var c := Counter(() requires a.Length > 0 reads a => a[0]);
  a[0] := 4;
  assert c.get() == 4;
}
