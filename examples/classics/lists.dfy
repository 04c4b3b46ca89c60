// Lists: a type of values of our own, functions that follow its shape, and proofs that do the same.
//
// Proved here: a list reversed twice is the list itself; reversing keeps the length and the elements;
// and the fast way to reverse, which moves one element after the other onto a second list, returns
// exactly what the slow definition says.
//
// Why it matters: a datatype says what its values are made of, so that `match` has a case for each
// form and nothing can be forgotten. A function calls itself on the part of the value, and a lemma
// uses itself for the part: induction is recursion, and both end because values end.

datatype List = Nil | Cons(head: int, tail: List)

function Length(xs: List): nat
{
  match xs {
    case Nil => 0
    case Cons(_, rest) => 1 + Length(rest)
  }
}

predicate Contains(xs: List, x: int)
{
  match xs {
    case Nil => false
    case Cons(first, rest) => first == x || Contains(rest, x)
  }
}

function Append(xs: List, ys: List): List
{
  match xs {
    case Nil => ys
    case Cons(x, rest) => Cons(x, Append(rest, ys))
  }
}

// To be understood at once. It takes a number of steps that grows with the square of the length.
function Reverse(xs: List): List
{
  match xs {
    case Nil => Nil
    case Cons(x, rest) => Append(Reverse(rest), Cons(x, Nil))
  }
}

// What an empty list at the end changes: nothing. Induction over xs is tried for every lemma, and
// here it is all that is needed.
lemma AppendNil(xs: List)
  ensures Append(xs, Nil) == xs
{
}

lemma AppendAssociative(xs: List, ys: List, zs: List)
  ensures Append(Append(xs, ys), zs) == Append(xs, Append(ys, zs))
{
}

lemma LengthOfAppend(xs: List, ys: List)
  ensures Length(Append(xs, ys)) == Length(xs) + Length(ys)
{
}

lemma ContainsOfAppend(xs: List, ys: List, x: int)
  ensures Contains(Append(xs, ys), x) <==> Contains(xs, x) || Contains(ys, x)
{
}

// What is joined comes apart in the opposite order.
lemma ReverseOfAppend(xs: List, ys: List)
  ensures Reverse(Append(xs, ys)) == Append(Reverse(ys), Reverse(xs))
{
  match xs {
    case Nil =>
      AppendNil(Reverse(ys));
    case Cons(x, rest) =>
      calc {
        Reverse(Append(xs, ys));
      ==
        Append(Reverse(Append(rest, ys)), Cons(x, Nil));
      ==  { ReverseOfAppend(rest, ys); }
        Append(Append(Reverse(ys), Reverse(rest)), Cons(x, Nil));
      ==  { AppendAssociative(Reverse(ys), Reverse(rest), Cons(x, Nil)); }
        Append(Reverse(ys), Reverse(xs));
      }
  }
}

lemma ReverseTwice(xs: List)
  ensures Reverse(Reverse(xs)) == xs
{
  match xs {
    case Nil =>
    case Cons(x, rest) =>
      ReverseOfAppend(Reverse(rest), Cons(x, Nil));
      ReverseTwice(rest);
  }
}

lemma ReverseKeepsLength(xs: List)
  ensures Length(Reverse(xs)) == Length(xs)
{
  match xs {
    case Nil =>
    case Cons(x, rest) =>
      LengthOfAppend(Reverse(rest), Cons(x, Nil));
  }
}

lemma ReverseKeepsElements(xs: List, x: int)
  ensures Contains(Reverse(xs), x) <==> Contains(xs, x)
{
  match xs {
    case Nil =>
    case Cons(first, rest) =>
      ReverseKeepsElements(rest, x);
      ContainsOfAppend(Reverse(rest), Cons(first, Nil), x);
  }
}

// One step for each element: the invariant says what is still to be done.
method FastReverse(xs: List) returns (reversed: List)
  ensures reversed == Reverse(xs)
{
  reversed := Nil;
  var left := xs;
  AppendNil(Reverse(xs));
  while left != Nil
    invariant Append(Reverse(left), reversed) == Reverse(xs)
    decreases left
  {
    AppendAssociative(Reverse(left.tail), Cons(left.head, Nil), reversed);
    reversed := Cons(left.head, reversed);
    left := left.tail;
  }
}

method Main()
{
  var numbers := Cons(1, Cons(2, Cons(3, Nil)));
  var reversed := FastReverse(numbers);
  print reversed, "\n";
}
