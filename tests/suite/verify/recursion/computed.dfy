// Calls whose arguments are literals, or come out as literals, are computed, however deep they go.
datatype List = Nil | Cons(head: int, tail: List)

function Length(xs: List): nat { if xs.Nil? then 0 else 1 + Length(xs.tail) }

function Append(xs: List, ys: List): List {
  match xs
  case Nil => ys
  case Cons(x, rest) => Cons(x, Append(rest, ys))
}

function Factorial(n: nat): nat { if n == 0 then 1 else n * Factorial(n - 1) }

// The first digit is the lowest. Its end depends on the digits alone.
function Value(digits: seq<int>, base: int): int
  decreases digits
{
  if |digits| == 0 then 0 else digits[0] + base * Value(digits[1..], base)
}

function Update(s: seq<int>, n: nat): seq<int>
  requires n <= |s|
{
  if n == 0 then s else Update(s[n - 1 := 10 * s[n - 1]], n - 1)
}

method Nested() {
  assert Length(Append(Cons(1, Cons(2, Nil)), Cons(3, Cons(4, Nil)))) == 4;
  assert Factorial(Length(Cons(0, Cons(0, Cons(0, Cons(0, Nil)))))) == 24;
  assert Append(Append(Cons(1, Nil), Cons(2, Nil)), Cons(3, Nil)) == Cons(1, Cons(2, Cons(3, Nil)));
}

method Sequences() {
  assert Value([3, 2], 10) == 23;
  assert Value([1, 0, 0, 1, 1], 2) == 25;
  assert Update([1, 2, 3, 4], 3) == [10, 20, 30, 4];
}

method Partly(base: int) {
  assert Value([0, 0, 0, 0, 0], base) == 0;
  assert forall b :: Value([7, 0, 0, 0], b) == 7;
  assert Value([1, 1, 1, 1], base) == 1 + base * (1 + base * (1 + base));
}

// Values can grow faster than the calls that make them: what is shared is looked at once, what is long is left alone.
datatype Tree = Leaf | Node(left: Tree, right: Tree)

function Full(n: nat, t: Tree): Tree
  decreases n
{
  if n == 0 then t else Full(n - 1, Node(t, t))
}

function Doubled(n: nat, s: seq<int>): seq<int>
  decreases n
{
  if n == 0 then s else Doubled(n - 1, s + s)
}

method Growing() {
  assert Full(50, Leaf) != Leaf;
  assert |Doubled(5, [1])| == 32;
}

method WrongDigits() {
  assert Value([3, 2], 10) == 32; // refuted[assertion]
}

method WrongLength() {
  assert Length(Append(Cons(1, Cons(2, Nil)), Cons(3, Nil))) == 2; // refuted[assertion]
}

method WrongBase(base: int) {
  assert Value([0, 0, 0, 1], base) == 0; // refuted[assertion]
}
