// What has two states is ghost, and does not depend on what is allocated.
class Cell {
  var content: int
}

twostate predicate IsSame(c: Cell)
  reads c
{
  c.content == old(c.content)
}

twostate function Before(c: Cell): int {
  old(c.content)
}

method M(c: Cell) returns (r: int)
{
  if IsSame(c) {
    r := 3; // error[ghost]
  } else {
    r := Before(c); // error[ghost]
  }
  var ghostly := IsSame(c);
  print ghostly; // error[ghost]
}

method Compiled(c: Cell) returns (r: int)
{
  r := Before(c); // error[ghost]: "a call to a twostate function is allowed only in specification contexts"
}

twostate predicate AllCells(x: int) {
  forall c: Cell :: old(c.content) == x // error[ghost]
}

twostate function Some(): set<Cell> {
  set c: Cell | fresh(c) // error[infinite-set] error[ghost]: "a set comprehension involved in a twostate function definition is not allowed to depend on the set of allocated references"
}

twostate lemma Everywhere()
  ensures forall c: Cell :: fresh(c) || IsSame(c) || !IsSame(c)
{
}
