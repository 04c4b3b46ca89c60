// In a declaration a pattern has to say which constructor it wants by something that only this one has.

datatype List = Nil | Cons(head: int, tail: List)
datatype Either = Left(value: int) | Right(value: int)
datatype Only = Only
datatype Wrapped = Wrapped(only: Only) | Nothing

function OfAnEmptyRest(list: List): int
  requires list.Cons?
{
  var Cons(head, Nil) := list;  // error[unsupported]
  head
}

method OfASharedField(either: Either) returns (r: int)
{
  var Left(value) := either;  // error[unsupported]
  r := value;
}

method OfTheOnlyConstructor(pair: (Only, int)) returns (r: int)
{
  var (Only, value) := pair;
  r := value;
}

method OfNothingThatIsRead(wrapped: Wrapped)
{
  var Wrapped(Only) := wrapped;  // error[unsupported]
}

method OfAWrongConstructor(pair: (List, int))
{
  var (Cons, _) := pair;  // error[type]
}
