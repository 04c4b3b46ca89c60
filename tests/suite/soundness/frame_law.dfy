// The law of frames: what agrees on what is read gives the same. These look as if they did, and do not.
function Total(s: seq<array<int>>): int
  reads s
{
  if s == [] then 0 else (if s[0].Length > 0 then s[0][0] else 0) + Total(s[1..])
}
method In(s: seq<array<int>>, b: array<int>)
  requires b in s && b.Length > 0
  modifies b
  ensures Total(s) == old(Total(s))
{ // error[postcondition]
  b[0] := b[0] + 1;
}
function More(s: seq<array<int>>, b: array<int>): int
  reads s
{
  (if b.Length > 0 then b[0] else 0) + |s| // error[reads]
}
method UsesMore(s: seq<array<int>>, b: array<int>)
  requires b !in s && b.Length > 0
  modifies b
  ensures More(s, b) == old(More(s, b))
{
  b[0] := b[0] + 1;
}
function Any(): int
  reads *
method UsesAny(b: array<int>)
  requires b.Length > 0
  modifies b
{
  var x := Any();
  b[0] := b[0] + 1;
  assert x == Any(); // error[assertion]
}

method Publishes(b: array<array<char>>) returns (c: array<char>)
  modifies b
method UsesPublishes(b: array<array<char>>, d: array<bool>)
  modifies b, d
{
  var x := Any();
  var c := Publishes(b);
  assert x == Any(); // error[assertion]
}
method Value(f: int ~> int, b: array<array<char>>)
  requires f.requires(3)
  modifies b
{
  var x := f(3);
  var c := Publishes(b);
  assume {:axiom} f.requires(3);
  assert x == f(3); // error[assertion]
}
method ValueWrite(f: int ~> int, b: array<char>)
  requires f.requires(3) && b.Length > 0
  modifies b
{
  var x := f(3);
  b[0] := 'a';
  assume {:axiom} f.requires(3);
  assert x == f(3); // error[assertion]
}
function Through(f: int ~> int, x: int): int
  requires f.requires(x)
  reads f.reads
{ f(x) }
method UsesThrough(f: int ~> int, b: array<char>)
  requires f.requires(3) && b.Length > 0
  modifies b
{
  var x := Through(f, 3);
  b[0] := 'a';
  assume {:axiom} f.requires(3);
  assert x == Through(f, 3); // error[assertion]
}
method UsesThroughElsewhere(f: int ~> int, b: array<char>)
  requires f.requires(3) && b.Length > 0 && forall i :: b !in f.reads(i)
  modifies b
{
  var x := Through(f, 3);
  b[0] := 'a';
  assert x == Through(f, 3);
}
// Landin's knot: a function that comes to itself by way of the heap
function Knot(a: array<array<int>>, n: nat): int
  reads a, set x | x in a[..]
{
  if a.Length == 0 || a[0].Length == 0 then 0 else a[0][0] + 1
}
method Ties(a: array<array<int>>, b: array<int>)
  requires a.Length > 0 && b.Length > 0 && a[0] != b
  modifies a
  ensures Knot(a, 0) == old(Knot(a, 0))
{ // error[postcondition]
  a[0] := b;
}
method Unties(a: array<array<int>>, b: array<int>)
  requires a.Length > 0 && b.Length > 0 && b !in a[..]
  modifies b
  ensures Knot(a, 0) == old(Knot(a, 0))
{
  b[0] := 3;
}
// a function that decreases nothing
function Loops(s: seq<array<int>>): int
  reads s
{
  Loops(s) + 1 // error[decreases]
}
method UsesLoops(s: seq<array<int>>, b: array<int>)
  requires b !in s && b.Length > 0
  modifies b
{
  b[0] := 1;
  assert Loops(s) == old(Loops(s)) + 1;
}  // no end: that the definition has a meaning is not proved
