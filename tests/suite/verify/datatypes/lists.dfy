// A list: constructors, tests, destructors, functions over it, and what induction proves of them.
datatype List = Nil | Cons(head: int, tail: List)

function Length(xs: List): nat {
  match xs
  case Nil => 0
  case Cons(_, rest) => 1 + Length(rest)
}

function Append(xs: List, ys: List): List {
  if xs.Nil? then ys else Cons(xs.head, Append(xs.tail, ys))
}

function Reverse(xs: List): List {
  match xs {
    case Nil => Nil
    case Cons(x, rest) => Append(Reverse(rest), Cons(x, Nil))
  }
}

lemma AppendNil(xs: List)
  ensures Append(xs, Nil) == xs
{
}

lemma AppendAssociative(xs: List, ys: List, zs: List)
  ensures Append(Append(xs, ys), zs) == Append(xs, Append(ys, zs))
{
}

lemma LengthAppend(xs: List, ys: List)
  ensures Length(Append(xs, ys)) == Length(xs) + Length(ys)
{
}

lemma ReverseAppend(xs: List, ys: List)
  ensures Reverse(Append(xs, ys)) == Append(Reverse(ys), Reverse(xs))
{
  match xs {
    case Nil => AppendNil(Reverse(ys));
    case Cons(x, rest) =>
      ReverseAppend(rest, ys);
      AppendAssociative(Reverse(ys), Reverse(rest), Cons(x, Nil));
  }
}

lemma ReverseTwice(xs: List)
  ensures Reverse(Reverse(xs)) == xs
{
  if xs.Cons? {
    ReverseAppend(Reverse(xs.tail), Cons(xs.head, Nil));
  }
}

method Sum(xs: List) returns (sum: int)
  decreases xs
{
  match xs {
    case Nil =>
      sum := 0;
    case Cons(x, rest) =>
      assert rest == xs.tail;
      sum := Sum(rest);
      sum := sum + x;
  }
}

method Walk(xs: List) returns (n: nat)
  ensures n == Length(xs)
{
  n := 0;
  var rest := xs;
  while rest != Nil
    invariant n + Length(rest) == Length(xs)
    decreases rest
  {
    rest := rest.tail;
    n := n + 1;
  }
}

method Computed() {
  assert Length(Cons(1, Cons(2, Cons(3, Cons(4, Cons(5, Nil)))))) == 5;
  assert Reverse(Cons(1, Cons(2, Nil))) == Cons(2, Cons(1, Nil));
  assert Cons(1, Nil) != Nil;
  var x := Cons(7, Nil);
  assert x.head == 7 && x.tail.Nil?;
}

datatype Only = Only

// A type with one value: all that is known of it is known of every value.
lemma OneValue(x: Only, f: Only -> int)
  ensures f(x) == f(Only)
{
  assert x == Only;
}
