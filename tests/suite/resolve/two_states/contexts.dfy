// Where there are two states to be spoken of.
class Cell {
  var content: int

  ghost twostate predicate Spelled() // error[misplaced]
  {
    true
  }
}

twostate predicate IsSame(c: Cell)
  reads c
{
  c.content == old(c.content)
}

twostate lemma Stays(c: Cell)
  requires IsSame(c)
{
}

lemma OneState(c: Cell)
  requires IsSame(c) // error[misplaced]
  ensures IsSame(c)
{
}

ghost predicate InFunction(c: Cell)
  reads c
{
  IsSame(c) // error[misplaced]
}

ghost function ByLemma(c: Cell): int
  reads c
{
  Stays(c); // error[misplaced]
  3
}

ghost const constant: bool := IsSame(null) // error[misplaced]

method M(c: Cell)
  requires IsSame(c) // error[misplaced]
  modifies c
  ensures IsSame(c)
{
  assert old(IsSame(c)); // error[misplaced]: "two-state function ('IsSame') can only be called in a two-state context"
  assert old((Stays(c); true)); // error[misplaced]: "two-state lemmas can only be used in two-state contexts"
  label L:
  assert IsSame@L(c);
  assert IsSame@Elsewhere(c); // error[unresolved]
  assert InFunction@L(c); // error[misplaced]: "an @-label can only be applied to a two-state function"
  OneState@L(c); // error[misplaced]: "an @-label can only be applied to a two-state lemma"
  Stays@L(c);
  if c.content == 3 {
    label Inside:
    c.content := 4;
  }
  assert IsSame@Inside(c); // error[unresolved]
  var compiled := IsSame(c);
  ghost var later := () => IsSame(c); // error[unsupported]
  ghost var value := IsSame; // error[unsupported]
}

twostate predicate InFrame(c: Cell, d: Cell)
  reads if IsSame(c) then {c} else {d} // error[misplaced]
{
  true
}

twostate predicate InFrameOld(c: Cell)
  reads old({c}) // error[misplaced]
{
  true
}

method NewParameter(new c: Cell) // error[misplaced]
{
}

twostate lemma NewResult(new c: Cell) returns (new d: Cell) // error[misplaced]
{
  d := c;
}

twostate predicate AreAllocated(c: Cell) {
  allocated(c) // error[misplaced]
}

twostate function ByMethod(c: Cell): int {
  3
} by method { // error[misplaced]
  return 3;
}

twostate lemma Modifies(c: Cell)
  modifies c // error[misplaced]
{
  c.content := 3;
}

method Older(older c: Cell) // error[unsupported]
{
}
