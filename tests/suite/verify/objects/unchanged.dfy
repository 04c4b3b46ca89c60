// What is unchanged, modified, or only looked at in another state.
class Cell {
  var content: int
  var other: int
  constructor (x: int)
    ensures content == x
  {
    content, other := x, 0;
  }
}

method Keeps(a: Cell, b: Cell)
  requires a != b
  modifies a, b
  ensures unchanged(b) && unchanged(a`other)
{
  a.content := 5;
}

method DoesNotKeep(a: Cell, b: Cell)
  modifies a, b
  ensures unchanged(b)
{ // error[postcondition]
  a.content := 5;
}

method Caller(a: Cell, b: Cell)
  requires a != b
  modifies a, b
{
  Keeps(a, b);
  assert b.content == old(b.content) && b.other == old(b.other);
  assert a.other == old(a.other);
  assert a.content == old(a.content); // error[assertion]
}

method Since(a: Cell)
  modifies a
{
  a.content := 1;
  label L:
  a.other := 2;
  assert unchanged@L(a`content);
  assert unchanged@L(a); // error[assertion]
}

method OfMany(all: set<Cell>, one: Cell)
  requires one !in all
  modifies one
  ensures unchanged(all)
{
  one.content := 3;
}

method NotYetThere()
{
  var c := new Cell(3);
  assert unchanged(c); // error[allocated]
}

method Anything(a: Cell, b: Cell)
  requires a != b
  modifies a, b
{
  modify a;
  assert b.content == old(b.content);
  assert a.content == old(a.content); // error[assertion]
}

method OneField(a: Cell)
  modifies a
{
  modify a`content;
  assert a.other == old(a.other);
}

method Within(a: Cell, b: Cell)
  modifies a, b
{
  modify a {
    a.content := 3;
    b.content := 4; // error[modifies]
  }
}

method TooMuch(a: Cell, b: Cell)
  modifies a
{
  modify a, b; // error[modifies]
}
