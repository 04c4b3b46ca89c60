// What does not hold of lists, and what they do not have.
datatype List = Nil | Cons(head: int, tail: List)

function Length(xs: List): nat {
  match xs
  case Nil => 0
  case Cons(_, rest) => 1 + Length(rest)
}

function Endless(xs: List): nat {
  if xs.Nil? then 0 else 1 + Endless(xs)  // error[decreases]
}

function First(xs: List): int {
  xs.head  // error[destructor]: "destructor 'head' can only be applied to datatype values constructed by 'Cons'"
}

lemma NeverEmpty(xs: List)
  ensures Length(xs) > 0
{  // error[postcondition]
}

lemma NotAlwaysCons(xs: List) {
  assert xs.Cons?;  // error[assertion]
}

function Partial(xs: List): int {
  match xs  // error[match-case]: "missing case in match expression: Nil"
  case Cons(x, Nil) => x
  case Cons(_, Cons(y, _)) => y
}

method PartialStatement(xs: List) returns (x: int) {
  match xs {  // error[match-case]: "missing case in match statement"
    case Nil => x := 0;
    case Cons(y, Nil) => x := y;
  }
}

method Destructure(xs: List) returns (x: int) {
  var Cons(y, _) := xs;  // error[destructor]
  x := y;
}

method Loop(xs: List) {
  var rest := xs;
  while rest.Cons?  // error[decreases]
    decreases rest
  {
    rest := Cons(0, rest);
  }
}

lemma Wrong(xs: List, ys: List)
  requires xs.Cons? && ys.Cons? && xs.tail == ys.tail
  ensures xs == ys
{  // error[postcondition]
}
