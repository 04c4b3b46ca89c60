// Constructors: every field has its value before `new;`, and the object is new.
class Pair<T> {
  var left: T
  var right: T
  const size: nat

  constructor (l: T, r: T)
    ensures left == l && right == r && size == 2
  {
    left := l;
    right := r;
    size := 2;
  }

  constructor Twice(x: T)
    ensures left == x && right == x
  {
    left, right := x, x;
    size := 2;
    new;
    assert size == 2;
    right := left;
  }

  constructor Forgets(x: T) {
    left := x;
  } // error[definite-assignment]

  method Exchange()
    modifies this
    ensures left == old(right) && right == old(left) && size == old(size)
  {
    left, right := right, left;
  }
}

class Plain {
  var count: int
  var name: string
}

class Cell {
  var content: int
  constructor (x: int)
    requires x >= 0
    ensures content == x
  {
    content := x;
  }
}

method Uses() {
  var p := new Pair(1, 2);
  assert p.left == 1 && p.right == 2 && p.size == 2;
  p.Exchange();
  assert p.left == 2 && p.size == 2;
  var q := new Pair<bool>.Twice(true);
  assert q.left;
  var plain := new Plain;
  assert plain.count == 0; // error[assertion]
  plain.name := "x";
}

method Fresh(old_one: Cell) returns (c: Cell)
  ensures fresh(c) && c != old_one && c.content == 3
{
  c := new Cell(3);
  assert old_one.content == old(old_one.content);
}

method Distinct() {
  var a := new Cell(1);
  var b := new Cell(2);
  assert a != b && a.content == 1;
  b.content := 5;
  assert a.content == 1;
}

method Negative() {
  var c := new Cell(-1); // error[precondition]
}

method NotFresh(c: Cell) returns (d: Cell)
  ensures fresh(d)
{ // error[postcondition]
  d := c;
}
