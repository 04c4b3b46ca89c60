// What does not hold of lists of anything, and what they do not have.
datatype List<T> = Nil | Cons(head: T, tail: List<T>)
datatype Pair<A, B> = Pair(first: A, second: B)

function Length<T>(xs: List<T>): nat {
  match xs
  case Nil => 0
  case Cons(_, rest) => 1 + Length(rest)
}

function Endless<T>(xs: List<T>): nat {
  if xs.Nil? then 0 else 1 + Endless(xs)  // error[decreases]
}

// Every element is wrapped: the values get larger.
function Wrapped<T>(xs: List<List<T>>, n: nat): nat {
  if n == 0 then 0 else Wrapped(Cons(Nil, xs), n)  // error[decreases]
}

function First<T>(xs: List<T>): T {
  xs.head  // error[destructor]: "destructor 'head' can only be applied to datatype values constructed by 'Cons'"
}

lemma NeverEmpty<T>(xs: List<T>)
  ensures Length(xs) > 0
{  // error[postcondition]
}

function Partial<T>(xs: List<Pair<T, bool>>): T {
  match xs  // error[match-case]: "missing case in match expression: Nil"
  case Cons(Pair(x, true), _) => x
  case Cons(Pair(_, false), Cons(Pair(y, _), _)) => y
  case Cons(Pair(x, false), Nil) => x
}

function NatHead(xs: List<nat>): nat
  requires xs.Cons?
{
  xs.head
}

method Negative(n: int) {
  var xs: List<nat> := Cons(n, Nil);  // error[subset]
}

method NegativeAsWell(n: int) {
  var ys := List<nat>.Cons(n, Nil);  // error[subset]
}

method NegativeInPairs(n: int) {
  var p := Pair(n, n);
  assert p.first >= 0;  // error[assertion]
}

method Updates(xs: List<nat>, n: int)
{
  var ys := xs.(head := n);  // error[destructor] error[subset]
}

lemma Alike<T>(x: T, y: T)
  ensures Cons(x, Nil) == Cons(y, Nil)
{  // error[postcondition]
}
