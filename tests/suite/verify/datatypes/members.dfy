// Members: functions, predicates, constants, lemmas and methods of a value, and static ones.
datatype List = Nil | Cons(head: int, tail: List) {
  static const Limit: nat := 10
  const Small: bool := Length() < Limit

  function Length(): nat {
    match this
    case Nil => 0
    case Cons(_, rest) => 1 + rest.Length()
  }

  predicate Contains(x: int) {
    Cons? && (head == x || tail.Contains(x))
  }

  function Append(other: List): List
    ensures Append(other).Length() == Length() + other.Length()
  {
    if this == Nil then other else Cons(head, tail.Append(other))
  }

  lemma AppendAssociative(b: List, c: List)
    ensures Append(b).Append(c) == Append(b.Append(c))
  {
  }

  lemma Found(other: List, x: int)
    ensures Append(other).Contains(x) <==> Contains(x) || other.Contains(x)
  {
    if Cons? {
      tail.Found(other, x);
    }
  }

  static function Single(x: int): List {
    Cons(x, Nil)
  }

  static lemma SingleLength(x: int)
    ensures Single(x).Length() == 1
  {
  }

  method Count(x: int) returns (n: nat)
    ensures n > 0 <==> Contains(x)
    decreases this
  {
    match this {
      case Nil => n := 0;
      case Cons(y, rest) =>
        n := rest.Count(x);
        n := n + if x == y then 1 else 0;
    }
  }
}

method Use(a: List, b: List) {
  assert List.Single(3).Length() == 1;
  assert a.Append(b).Length() >= a.Length();
  a.AppendAssociative(b, a);
  List.SingleLength(4);
  var n := a.Append(b).Count(2);
  a.Found(b, 2);
  assert n > 0 ==> a.Contains(2) || b.Contains(2);
  assert List.Limit == 10;
  assert List.Nil.Small;
  forall x: int | a.Contains(x)
    ensures a.Append(b).Contains(x)
  {
    a.Found(b, x);
  }
}
