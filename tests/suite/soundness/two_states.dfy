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
    assert IsSame(c); // error[allocated]
  }
  label Made:
  c.content := 1;
  assert IsSame@Made(c); // refuted[assertion]
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
    Grows@Two(c); // error[precondition]
  }
  c.content := 2;
  Grows(c); // refuted[precondition]
  assert false; // refuted[assertion]
}

method ReturnsToTheFirst(c: Cell)
  requires c.content == 0
  modifies c
{
  c.content := 1;
  label One:
  c.content := 0;
  assert IsGrown@One(c) || IsGrown(c); // refuted[assertion]
}

twostate lemma Backwards(c: Cell)
  requires IsGrown(c)
  ensures c.content < old(c.content)
{ // error[postcondition]
}

twostate lemma OneStateOnly(c: Cell)
  ensures IsSame(c)
{ // error[postcondition]
}

// Nothing says that a state differs from the one before, nor that objects come from nowhere.
twostate lemma SomethingHappens(c: Cell)
  ensures c.content != old(c.content)
{ // refuted[postcondition]
}

twostate lemma NothingIsNew(new c: Cell)
  ensures !fresh(c)
{ // error[postcondition]
}

twostate lemma AllIsNew(new c: Cell)
  ensures fresh(c)
{ // refuted[postcondition]
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
{ // error[postcondition]
}

method HiddenField(c: Cell)
  modifies c
{
  c.hidden := c.hidden + 1;
  assert IsUnchanged(c); // refuted[assertion]
}

method HiddenByCall(c: Cell)
  modifies c
{
  Hide(c);
  assert IsUnchanged(c); // error[assertion]
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
  assert Was@Then(c) == first; // refuted[assertion]
}

// What is claimed of itself.
twostate function Itself(c: Cell): int
  ensures Itself(c) == Itself(c) + 1
{
  Itself(c) // refuted[decreases]
}

twostate lemma ProvesItself(c: Cell)
  ensures false
{
  ProvesItself(c); // error[decreases]
}

twostate lemma ProvesItselfAtLabel(c: Cell)
  ensures false
{
  label Here:
  ProvesItselfAtLabel@Here(c); // error[decreases]
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
  ghost var n := Impossible(d); // refuted[precondition]
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
  assert AllSame(cs); // refuted[assertion]
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
  assert AllNewOrSame@After(cs + {c}); // refuted[assertion]
}

// By induction only for what was there, too.
twostate predicate AllThere(cs: seq<Cell>)
{
  cs == [] || (!fresh(cs[0]) && AllThere(cs[1..]))
}

twostate lemma ThereByInduction(new cs: seq<Cell>)
  ensures |cs| > 0 ==> !fresh(cs[0])
{ // error[postcondition]
}

// Without a body, a function may depend on all of its past, and on nothing else that it does not read.
twostate function Anything(c: Cell): int

method ChangesOfThePast(c: Cell)
  modifies c
{
  label First:
  c.hidden := c.hidden + 1;
  ghost var n := Anything(c);
  label Second:
  assert Anything@First(c) == n;
  c.content := c.content + 1;
  assert Anything(c) == n;
  assert Anything@Second(c) == n; // error[assertion]
}

method ChangesByCalls(c: Cell)
  modifies c
{
  label First:
  Hide(c);
  label Second:
  c.content := c.content + 1;
  assert Anything@Second(c) == Anything@First(c); // error[assertion]
}
