// run: verify --warn-contradictory-assumptions

// Where a program says that nothing arrives, nothing is warned of.
lemma ByContradiction(x: nat, y: nat)
  requires x < y
  ensures x != y
{
  if x == y {
    assert x * 2 == y * 2;
    assert false;
  }
}

lemma Marked(x: nat)
{
  if x < 0 {
    assert {:contradiction} x == 7;
  }
}

lemma Absurd(x: int)
  requires x < x
  ensures false
{
  assert x + 1 == x;
} // no end: it assumes what cannot be, to show that

lemma CallsAbsurd(x: nat)
  ensures x >= 0
{
  if x < 0 {
    assert x < x;
    Absurd(x);
  }
}

lemma Aside(x: nat)
{
  assert x != -1 by {
    if x == -1 {
      assert x < 0;
      assert false;
    }
  }
}

method Forever(x: int) returns (r: int)
  ensures r == 7
  decreases *
{
  while true
    decreases *
  {
    if x == 3 {
      return 7;
    }
  }
}

datatype List = Nil | Cons(head: int, tail: List)

method Covered(l: List) returns (r: int)
  requires l.Cons?
{
  match l
  case Cons(Cons_, _) => r := Cons_;
}

method Nested(l: List) returns (r: int)
{
  match l {
    case Nil => r := 0;
    case Cons(_, Nil) => r := 1;
    case Cons(_, Cons(_, _)) => r := 2;
  }
}

method Loop(a: array<int>)
  modifies a
{
  for i := 0 to a.Length {
    if a[i] < 0 {
      a[i] := 0;
    } else if a[i] > 10 {
      a[i] := 10;
    }
  }
}
