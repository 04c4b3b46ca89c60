// What a pattern in a declaration names has to be a constructor of the type, with as many parts.
datatype List = Nil | Cons(head: int, tail: List)

method OfAWrongNumber(pair: (List, int))
{
  var (Cons, _) := pair;  // error[type]
}

method OfNone(list: List)
{
  var Snoc(_, _) := list; // error[type]
}
