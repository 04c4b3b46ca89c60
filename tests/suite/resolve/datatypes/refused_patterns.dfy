// In a declaration a pattern has to say which constructor it wants by something that only this one has.

datatype List = Nil | Cons(head: int, tail: List)
datatype Only = Only

function OfAnEmptyRest(list: List): int
  requires list.Cons?
{
  var Cons(head, Nil) := list;  // error[unsupported]
  head
}

method OfTheOnlyConstructor(pair: (Only, int)) returns (r: int)
{
  var (Only, value) := pair;
  r := value;
}

method OfAWrongConstructor(pair: (List, int))
{
  var (Cons, _) := pair;  // error[type]
}
