// The axioms of datatypes do not contradict each other, whatever the values hold.
datatype List = Nil | Cons(head: int, tail: List)
datatype Rose = Rose(children: seq<Rose>)
datatype A = A0 | A1(b: B)
datatype B = B1(a: A, n: nat)
datatype Cell = Cell(data: array<int>) | Null(other: array?<int>)
datatype Unit = Unit
datatype Many = M1 | M2 | M3 | M4

method Lists(a: List, b: List)
  requires a.Cons? && b.Cons? && a != b && a.tail == b.tail
{
  assert a.head != b.head;
  assert false;  // error[assertion]
}

method Roses(r: Rose, s: Rose)
  requires |r.children| == 2 && r.children[0] == r.children[1] && s.children == r.children
{
  assert s == r;
  assert false;  // error[assertion]
}

method Mutual(a: A)
  requires a.A1? && a.b.a.A1?
{
  assert a.b.n >= 0 && a.b.a.b.n >= 0;
  assert false;  // error[assertion]
}

method Cells(c: Cell, d: Cell)
  requires c.Cell? && d.Cell? && c != d
  modifies c.data
{
  if c.data.Length > 0 && d.data.Length > 0 {
    var before := d.data[0];
    c.data[0] := 1;
    assert d.data[0] == before;
    assert c != d;
  }
  assert false;  // error[assertion]
}

method Units(u: Unit, v: Unit, m: Many) {
  assert u == v;
  assert m.M1? || m.M2? || m.M3? || m.M4?;
  assert false;  // error[assertion]
}

method Fresh() returns (c: Cell)
  ensures false
{  // error[postcondition]
  var a := new int[3];
  c := Cell(a);
}
