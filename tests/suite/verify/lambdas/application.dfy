// Values of function types: applied, asked whether they may be, held in variables, fields and collections.
function Increment(x: int): int { x + 1 }
function Half(x: int): int
  requires x % 2 == 0
{
  x / 2
}
predicate Positive(x: int) { 0 < x }
function Three(): int { 3 }
const Twice: int -> int := x => x + x

method Values() {
  var f: int -> int := Increment;
  assert f(2) == 3 && f.requires(-7);
  f := Twice;
  assert f(2) == 4 && Twice(3) == 6;
  var g: int --> int := Half;
  assert g.requires(8) && g(8) == 4;
  assert !g.requires(3);
  g := f;
  assert g(5) == 10;
  var p := Positive;
  assert p(1) && !p(0);
  var h := Three;
  assert h() == 3;
  var t := (Increment, 5);
  assert t.0(t.1) == 6;
  var s := [Increment, x => x * x];
  assert s[1](s[0](2)) == 9;
}

method Lambdas(n: int) {
  var k := n;
  var add := x => x + k;
  k := 0;
  assert add(1) == n + 1; // what it captures is the value
  var divide := (x: int, y: int) requires y != 0 => x / y;
  assert divide(7, 2) == 3;
  assert divide.requires(1, 1) && !divide.requires(1, 0);
  var constant := () => n;
  assert constant() == n;
  var curried: int -> int -> int := x => y => x - y;
  assert curried(5)(3) == 2;
  var less: (int, int) -> bool := (x, y) => x < y;
  assert less(1, 2) && !less(2, 2);
  assert (x => x + 1)(1) == 2;
  var pick := if 0 < n then Increment else (x => x);
  assert pick(4) >= 4;
}

datatype Op = Op(name: string, run: (int, int) -> int, defined: (int, int) --> bool)

function Apply(op: Op, x: int, y: int): int { op.run(x, y) }
method Fields() {
  var plus := Op("plus", (x, y) => x + y, (x, y) requires 0 <= x => true);
  assert Apply(plus, 3, 4) == 7;
  assert plus.run(1, 2) == 3;
  assert plus.defined.requires(0, 0) && plus.defined(0, 0);
}

datatype Shape = Square(side: int) | Point {
  function Area(): int { if this.Square? then side * side else 0 }
  function Scaled(k: int): int { k * Area() }
  function Scaler(): int -> int { Scaled }
}
method Members(s: Shape)
  requires s.Square?
{
  var area := s.Area;
  assert area() == s.side * s.side;
  var scaled: int -> int := s.Scaled;
  assert scaled(2) == 2 * s.Area() && s.Scaler()(3) == 3 * s.Area();
}

method Quantified(f: int -> int, p: int --> int)
  requires forall x :: f(x) > x
  requires forall x :: 0 <= x ==> p.requires(x) && p(x) == x
{
  assert f(f(0)) > 1;
  assert p(3) == 3;
}
