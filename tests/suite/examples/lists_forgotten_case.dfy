// The mistake: the empty list is forgotten; and a list is "reversed" without moving anything to the end.

datatype List = Nil | Cons(head: int, tail: List)

function Append(xs: List, ys: List): List
{
  match xs {  // refuted[match-case]: "missing case in match expression: Nil"
    case Cons(x, rest) => Cons(x, Append(rest, ys))
  }
}

function Reverse(xs: List): List
{
  match xs {
    case Nil => Nil
    case Cons(x, rest) => Cons(x, Reverse(rest))
  }
}

method FirstComesLast(xs: List)
  requires xs.Cons?
{
  assert Reverse(Cons(1, Cons(2, Nil))) == Cons(2, Cons(1, Nil));  // refuted[assertion]
}
