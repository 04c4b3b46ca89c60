// Shapes of false proofs that live in a language with objects.
class Cell {
  var content: int
  constructor (x: int)
    ensures content == x
  {
    content := x;
  }
}

class Node {
  var next: Node?
  var value: int
  constructor ()
    ensures next == null
  {
    next := null;
    value := 0;
  }
}

type Impossible = x: int | false witness *

// A field of a type without values says nothing before it has one.
class Holder {
  var what: Impossible
  constructor ()
    ensures false // no end: nothing gets as far as the end of the body
  {
  } // error[definite-assignment]
}

method Aliases(a: Cell, b: Cell)
  modifies a
{
  a.content := 1;
  assert b.content == old(b.content); // error[assertion]
  assert a != b; // error[assertion]
}

method ThisAndParameter(n: Node)
  modifies n
{
  if n.next != null {
    n.value := 3;
    assert n.next.value == old(n.next.value); // error[assertion]
  }
}

method FreshIsNotOld(a: Cell)
{
  var b := new Cell(1);
  assert old(allocated(b)); // error[assertion]
}

method OldOfFresh()
{
  var b := new Cell(1);
  assert old(b.content) == 0; // error[allocated]
}

method NewObjectsDiffer()
{
  var a := new Cell(1);
  var b := new Cell(1);
  assert a == b; // error[assertion]
}

method Arbitrary(a: Cell)
  modifies a
{
  a.content := *;
  assert a.content == 0; // error[assertion]
}

method {:axiom} Somewhere(a: Cell)
  modifies a

method FramesOfCalls(a: Cell, b: Cell)
  modifies a, b
{
  Somewhere(a);
  assert b.content == old(b.content); // error[assertion]
}

method {:axiom} GivesOld(a: Cell) returns (c: Cell)
  ensures c.content == 0

method NotFresh(a: Cell)
{
  var c := GivesOld(a);
  assert fresh(c); // error[assertion]
}

method NotAnother(a: Cell)
{
  var c := GivesOld(a);
  assert c != a; // error[assertion]
}

function Reads(a: Cell): int
  reads a
{
  a.content
}

method FunctionsSeeWrites(a: Cell)
  modifies a
{
  a.content := a.content + 1;
  assert Reads(a) == old(Reads(a)); // error[assertion]
}

method OneFieldMayChange(n: Node)
  modifies n
{
  Link(n);
  assert n.value == old(n.value);
  assert n.next == old(n.next); // error[assertion]
}

method Link(n: Node)
  modifies n`next
{
  n.next := n;
}

class Box<T> {
  var content: T
  constructor (x: T)
  {
    content := x;
  }
}

lemma InstancesMayBeOne<T>(a: Box<T>, b: Box<int>)
{
  var x: object := a;
  var y: object := b;
  assert x != y; // error[assertion]
}
