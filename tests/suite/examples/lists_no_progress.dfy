// The mistake: the loop over the list does not go on to the rest; a lemma is used for the whole list again.

datatype List = Nil | Cons(head: int, tail: List)

function Length(xs: List): nat
{
  match xs {
    case Nil => 0
    case Cons(_, rest) => 1 + Length(rest)
  }
}

method Count(xs: List) returns (n: nat)
{
  n := 0;
  var left := xs;
  while left != Nil  // refuted[decreases]
    decreases left
  {
    n := n + 1;
  }
}

lemma {:induction false} LengthIsZero(xs: List)
  ensures Length(xs) == 0
{
  LengthIsZero(xs);  // refuted[decreases]
}
