// What a two-state function reads of the state in which it is called has to be in its reads clause.
class Cell {
  var content: int
  var other: Cell?
}

twostate function Reads(c: Cell): int {
  c.content - old(c.content) // refuted[reads]
}

twostate predicate IsUnchanged(c: Cell) {
  unchanged(c) // refuted[reads]
}

twostate predicate FieldOnly(c: Cell)
  reads c`content
{
  unchanged(c) // refuted[reads]
}

twostate predicate AllUnchanged(cs: set<Cell>, c: Cell)
  reads c
{
  unchanged(cs) // refuted[reads]: "insufficient reads clause to read state of 'unchanged' element"
}

ghost function Content(c: Cell): int
  reads c
{
  c.content
}

twostate function ByCall(c: Cell): int {
  Content(c) - old(Content(c)) // refuted[reads]
}

twostate function ByTwoStates(c: Cell): int {
  Allowed(c) // refuted[reads]
}

twostate function Allowed(c: Cell): int
  reads c
{
  c.content
}

twostate function InLambda(a: array<int>): int
  requires a.Length > 0
{
  old((() => a[0])()) // refuted[reads]
}

// What was read may have changed since.
method Changes(c: Cell)
  modifies c
{
  ghost var before := Allowed(c);
  c.content := c.content + 1;
  assert Allowed(c) == before; // refuted[assertion]
}

twostate function FromNowOn(c: Cell): int
  requires c.content == 0
  reads c
{
  old(c.other).content // refuted[null] refuted[reads]
}
