// Arguments that were not there, and what is asked of them.
class Cell {
  var content: int

  twostate predicate IsSame()
    reads this
  {
    content == old(content)
  }

  twostate lemma Stays()
    requires content == old(content)
  {
  }

  constructor ()
    ensures content == 0
  {
    content := 0;
  }
}

class Made {
  var content: int

  twostate predicate IsSame()
    reads this
  {
    content == old(content)
  }

  constructor ()
    ensures IsSame() // refuted[allocated]
  { // error[postcondition]
    content := 0;
  }
}

twostate function Difference(c: Cell, d: Cell): int
  reads c, d
{
  c.content - old(d.content)
}

twostate function OfNew(new c: Cell): int
  reads c
{
  old(c.content) // error[allocated]
}

twostate predicate UnchangedNew(new c: Cell)
  reads c
{
  unchanged(c) // error[allocated]
}

twostate predicate OfOne(c: Cell) {
  true
}

twostate predicate PassesNew(new c: Cell) {
  OfOne(c) // error[allocated]
}

twostate lemma Two(c: Cell, d: Cell)
{
}

method OfThis()
{
  var d := new Cell();
  assert d.IsSame(); // refuted[allocated]: "receiver argument could not be proved to be allocated in the two-state function's previous state"
}

method LemmaOfThis()
{
  var d := new Cell();
  d.Stays(); // refuted[allocated]: "receiver argument could not be proved to be allocated in the two-state lemma's previous state"
}

method OfTwo(c: Cell)
{
  var d := new Cell();
  ghost var n := Difference(c, d); // refuted[allocated]: "argument at index 1 for parameter 'd'"
}

method OfAny()
{
  var d := new Cell();
  assert d != null ==> OfOne(d); // refuted[allocated]
}

method OfLemma(c: Cell)
{
  var d := new Cell();
  label Made:
  Two@Made(c, d);
  Two(c, d); // refuted[allocated]: "if you add 'new' before the parameter declaration, like 'new d: Cell'"
}

method Collections(c: Cell)
{
  var d := new Cell();
  assert All({c});
  assert All({c, d}); // refuted[allocated]
}

twostate predicate All(cs: set<Cell>) {
  true
}
