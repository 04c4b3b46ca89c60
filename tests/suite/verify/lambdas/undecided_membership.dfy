// That a function is total is not shown by what it does for the values that a run tries, or the objects that there are.
class Cell {
  const v: int
  constructor ()
    ensures v == 0
  {
    v := 0;
  }
}

method OfObjects()
  requires forall c: Cell :: c.v > 0
  ensures false
{
  var f: Cell -> int := (c: Cell) requires c.v > 0 => 3; // error[subset]
  var c := new Cell();
  assert f.requires(c);
}

method OfNumbers()
{
  var f: int -> int := (n: int) requires n != 123457 => 3; // error[subset]
  assert f.requires(123457);
}

method InElements()
{
  var g := (n: int) requires n != 123457 => 3;
  var s: seq<int -> int> := [g]; // error[subset]
  assert s[0].requires(123457);
}
