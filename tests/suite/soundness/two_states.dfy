// Shapes of false proofs that live between two states.
class Cell {
  var content: int
  var hidden: int

  constructor ()
    ensures content == 0 && hidden == 0
  {
    content := 0;
    hidden := 0;
  }
}

twostate predicate IsSame(c: Cell)
  reads c
{
  c.content == old(c.content)
}

twostate predicate IsGrown(c: Cell)
  reads c
{
  old(c.content) < c.content
}

// What is new has nothing to be compared with.
method OfNewObjects()
{
  var c := new Cell();
  if * {
    assert IsSame(c);
  }
  label Made:
  c.content := 1;
  assert IsSame@Made(c);
}

// The states of a lemma do not change places.
twostate lemma Grows(c: Cell)
  requires IsGrown(c)
  ensures old(c.content) < c.content
{
}

method ChangePlaces(c: Cell)
  modifies c
{
  c.content := 2;
  label Two:
  c.content := 1;
  if * {
    Grows@Two(c);
  }
  c.content := 2;
  Grows(c);
  assert false;
}

method ReturnsToTheFirst(c: Cell)
  requires c.content == 0
  modifies c
{
  c.content := 1;
  label One:
  c.content := 0;
  assert IsGrown@One(c) || IsGrown(c);
}

twostate lemma Backwards(c: Cell)
  requires IsGrown(c)
  ensures c.content < old(c.content)
{
}

twostate lemma OneStateOnly(c: Cell)
  ensures IsSame(c)
{
}

// Nothing says that a state differs from the one before, nor that objects come from nowhere.
twostate lemma SomethingHappens(c: Cell)
  ensures c.content != old(c.content)
{
}

twostate lemma NothingIsNew(new c: Cell)
  ensures !fresh(c)
{
}

twostate lemma AllIsNew(new c: Cell)
  ensures fresh(c)
{
}

twostate lemma StaysNew(new c: Cell, d: Cell)
  requires fresh(d)
  ensures false // no end: what was there is not new
{
}

// Unchanged is every field, whatever else is spoken of.
twostate predicate IsUnchanged(c: Cell)
  reads c
{
  unchanged(c)
}

twostate lemma OneFieldForAll(c: Cell)
  requires c.content == old(c.content)
  ensures IsUnchanged(c)
{
}

method HiddenField(c: Cell)
  modifies c
{
  c.hidden := c.hidden + 1;
  assert IsUnchanged(c);
}

method HiddenByCall(c: Cell)
  modifies c
{
  Hide(c);
  assert IsUnchanged(c);
}

method Hide(c: Cell)
  modifies c
  ensures c.content == old(c.content)
{
}

// A function of two states is not one of the later state alone.
twostate function Was(c: Cell): int {
  old(c.content)
}

method TwoPasts(c: Cell)
  modifies c
{
  ghost var first := Was(c);
  label Start:
  c.content := c.content + 1;
  label Then:
  assert Was(c) == first && Was@Start(c) == first;
  assert Was@Then(c) == first;
}

// What is claimed of itself.
twostate function Itself(c: Cell): int
  ensures Itself(c) == Itself(c) + 1
{
  Itself(c)
}

twostate lemma ProvesItself(c: Cell)
  ensures false
{
  ProvesItself(c);
}

twostate lemma ProvesItselfAtLabel(c: Cell)
  ensures false
{
  label Here:
  ProvesItselfAtLabel@Here(c);
}

// A contract that no two states meet says nothing where two states do not meet it.
twostate function Impossible(new c: Cell): (r: int)
  requires fresh(c) && old(allocated(c))
  ensures r != r
{
  0
}

method NeverCalled(c: Cell)
{
  var d := new Cell();
  ghost var n := Impossible(d);
}

// The frame: what is read has changed, what is compared with has not.
twostate predicate AllSame(cs: set<Cell>)
  reads cs
{
  forall c | c in cs :: IsSame(c)
}

method InTheFrame(cs: set<Cell>, c: Cell)
  modifies c
{
  assert AllSame(cs);
  label Here:
  c.content := c.content + 1;
  assert AllSame@Here(cs - {c});
  assert AllSame(cs);
}

twostate predicate AllNewOrSame(new cs: set<Cell>)
  reads cs
{
  forall c | c in cs :: fresh(c) || c.content == old(c.content)
}

method AllocationInBetween(cs: set<Cell>)
{
  label Before:
  var c := new Cell();
  assert AllNewOrSame@Before(cs + {c}) && AllNewOrSame(cs + {c});
  label After:
  c.content := 1;
  assert AllNewOrSame(cs + {c});
  assert AllNewOrSame@After(cs + {c});
}

// By induction only for what was there, too.
twostate predicate AllThere(cs: seq<Cell>)
{
  cs == [] || (!fresh(cs[0]) && AllThere(cs[1..]))
}

twostate lemma ThereByInduction(new cs: seq<Cell>)
  ensures |cs| > 0 ==> !fresh(cs[0])
{
}
