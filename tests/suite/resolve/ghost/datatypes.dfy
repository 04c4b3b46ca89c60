// Ghost fields are for specifications.
datatype Cell = Cell(data: int, ghost model: int)

method Use(c: Cell, d: Cell) returns (r: int)
  ensures c == d ==> c.model == d.model
{
  r := c.model;  // error[ghost]: "ghost fields are allowed only in specification contexts"
  ghost var m := c.model;
  var e := Cell(1, m);
  var f := e.(model := m + 1);
  match c {
    case Cell(x, y) => r := x + y;  // error[ghost]
  }
}
