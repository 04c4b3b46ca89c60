// A pattern in a declaration names the parts of a value, which has to look like it.
datatype List = Nil | Cons(head: int, tail: List)
datatype Either = Left(value: int) | Right(value: int)
datatype Only = Only

function OfOne(list: List): int
  requires list.Cons? && list.tail == Nil
{
  var Cons(head, Nil) := list;
  head
}

function OfTwo(list: List): (int, int)
  requires list.Cons? && list.tail.Cons?
{
  var Cons(a, Cons(b, _)) := list;
  (a, b)
}

function PerhapsLonger(list: List): int
  requires list.Cons?
{
  var Cons(head, Nil) := list; // error[destructor]: "RHS is not certain to look like the pattern 'Nil'"
  head
}

method OfASharedField(either: Either) returns (r: int)
  requires either.Left?
  ensures r == either.value
{
  var Left(value) := either;
  r := value;
}

method OfTheOther(either: Either) {
  var Right(value) := either; // error[destructor]: "RHS is not certain to look like the pattern 'Right'"
}

method Within(pair: (List, Only)) returns (r: int)
  requires pair.0 == Cons(1, Cons(2, Nil))
{
  var (Cons(a, Cons(b, Nil)), Only) := pair;
  assert a + b == 3;
  r := a;
}

method Outermost(list: List) {
  var Cons(_, Cons(_, Nil)) := list; // error[destructor]: "pattern 'Cons'" error[destructor]: "pattern 'Cons'" error[destructor]: "pattern 'Nil'"
}
