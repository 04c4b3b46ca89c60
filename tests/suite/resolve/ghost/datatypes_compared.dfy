// What has a ghost part cannot be compared by what runs.
datatype Cell = Cell(data: int, ghost model: int)
datatype Wrapped = Wrapped(cell: Cell)

method Compare(c: Cell, d: Cell) returns (ok: bool)
{
  ok := c == d;  // error[characteristic]: "== can only be applied to expressions of types that support equality (got Cell)"
  ok := Wrapped(c) != Wrapped(d);  // error[characteristic]: "!= can only be applied"
  ghost var same := c == d;
}
