// A class without constructors may be initialized by a method, and `object` has objects of its own.
class Cell {
  var v: int

  method Init(x: int)
    modifies this
    ensures v == x
  {
    v := x;
  }
}

class Pair<T(0)> {
  var left: T
  var right: T

  method Both(l: T, r: T)
    requires l != r
    modifies this
    ensures left == l && right == r
  {
    left, right := l, r;
  }
}

method Make(n: int) returns (c: Cell)
  ensures fresh(c) && c.v == n
{
  return new Cell.Init(n);
}

method Use() {
  var c := new Cell.Init(3);
  var d := new Cell.Init(4);
  assert c != d && c.v == 3 && d.v == 4;
  var p := new Pair<int>.Both(1, 2);
  assert p.left == 1 && fresh(p);
  var q := new Pair.Both(true, true); // error[precondition]
}

method Plain() returns (o: object)
  ensures fresh(o)
{
  o := new object;
  var p: object := new object;
  assert o != p;
  var c := new Cell.Init(3);
  assert o != c;
  assert o == p; // error[assertion]
}

// A field whose type is one of arrays begins with an empty array of its own.
class Buffer {
  var bytes: array<int>
  var grid: array2<bool>
}

method Empty(a: array<int>) {
  var b := new Buffer;
  var c := new Buffer;
  assert b.bytes.Length == 0 == b.grid.Length1 && b.bytes != c.bytes && fresh(b.bytes);
  assert b.bytes != a;
  assert b.bytes == c.bytes; // error[assertion]
}
