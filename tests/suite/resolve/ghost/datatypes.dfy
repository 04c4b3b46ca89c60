// Ghost fields are for specifications.
datatype Cell = Cell(data: int, ghost model: int)
datatype Wrapped = Wrapped(cell: Cell)

method Use(c: Cell, d: Cell) returns (r: int, ok: bool)
  ensures c == d ==> c.model == d.model
{
  r := c.model;  // error[ghost]: "ghost fields are allowed only in specification contexts"
  ok := c == d;  // error[characteristic]: "== can only be applied to expressions of types that support equality (got Cell)"
  ok := Wrapped(c) != Wrapped(d);  // error[characteristic]: "!= can only be applied"
  ghost var m := c.model;
  var e := Cell(1, m);
  var f := e.(model := m + 1);
  match c {
    case Cell(x, y) => r := x + y;  // error[ghost]
  }
}
