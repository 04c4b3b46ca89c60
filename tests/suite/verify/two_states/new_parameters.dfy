// What is passed was there in the previous state, unless the parameter is `new`.
class Cell {
  var content: int

  constructor ()
    ensures content == 0
  {
    content := 0;
  }
}

twostate predicate IsNewOr(new c: Cell, d: Cell)
  reads c
{
  fresh(c) || c == d || c.content == old(c.content)
}

twostate lemma AreDifferent(new c: Cell, d: Cell)
  requires fresh(c)
  ensures c != d
{
}

twostate lemma WasThere(d: Cell)
  ensures !fresh(d) && old(allocated(d))
{
}

twostate predicate AreNew(new cs: seq<Cell>) {
  fresh(cs)
}

method Make(d: Cell) returns (c: Cell)
  ensures IsNewOr(c, d)
  ensures AreNew([c])
  ensures fresh(c)
{
  c := new Cell();
  AreDifferent(c, d);
  label Made:
  WasThere@Made(c);
  assert IsNewOr@Made(c, d);
}

method Uses(d: Cell)
{
  label Before:
  var c := Make(d);
  assert c != d && IsNewOr@Before(c, d);
  AreDifferent@Before(c, d);
}

// A field of an object that was there may have been assigned a new one.
class Node {
  var next: Node?
  constructor ()
    ensures next == null
  {
    next := null;
  }
}

twostate predicate IsAppended(n: Node)
  reads n
{
  old(n.next) == null && n.next != null && fresh(n.next)
}

method Append(n: Node)
  requires n.next == null
  modifies n
  ensures IsAppended(n)
{
  n.next := new Node();
}
