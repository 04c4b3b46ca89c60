// The reads clause of a two-state function limits what it reads of the state in which it is called. The previous one is
// all there for it.
class Cell {
  var content: int
  var other: Cell?

  constructor ()
  {
    content := 0;
    other := null;
  }
}

twostate function Old(c: Cell): int {
  old(c.content) + (if old(c.other) == null then 0 else old(c.other.content))
}

ghost function Content(c: Cell): int
  reads c
{
  c.content
}

twostate function OldByCall(c: Cell): int {
  old(Content(c))
}

twostate function Field(c: Cell): int
  reads c`content
{
  c.content - old(c.content)
}

twostate predicate SameContent(c: Cell)
  reads c`content
{
  unchanged(c`content)
}

// What is not read may change: the result is the same.
twostate predicate AllGrown(cs: seq<Cell>)
  reads cs
  decreases |cs|
{
  cs == [] || (old(cs[0].content) <= cs[0].content && AllGrown(cs[1..]))
}

method Change(cs: seq<Cell>, c: Cell)
  requires c !in cs
  modifies c, cs
{
  if |cs| > 0 {
    cs[0].content := cs[0].content * 2;
  }
  ghost var grown := AllGrown(cs);
  c.content := 1;
  c.other := null;
  assert grown == AllGrown(cs);
  assert SameContent(c) ==> old(c.content) == 1;
  var d := new Cell();
  d.content := 4;
  assert grown == AllGrown(cs);
}

twostate function OldRow(a: array<int>): seq<int> {
  old(a[..])
}

method Rows(a: array<int>, b: array<int>)
  requires a != b && b.Length > 0
  modifies b
  ensures OldRow(b) == old(b[..])
{
  b[0] := 1;
  assert OldRow(a) == a[..];
}
