// Patterns: nested, literals, variables, wildcards, alternatives, tuples, constants, typed.
datatype Color = Red | Green | Blue
datatype Shape = Circle(radius: nat) | Box(nat, nat) | Tinted(shape: Shape, Color)

const Answer := 42

function Number(c: Color): nat {
  match c
  case Red => 0
  case Green | Blue => 1
}

function Kind(n: int): nat {
  match n
  case 0 => 1
  case 1 | 2 => 2
  case -1 => 3
  case Answer => 4
  case m => if m > 0 then 5 else 6
}

lemma Kinds()
  ensures Kind(0) == 1 && Kind(2) == 2 && Kind(-1) == 3 && Kind(42) == 4 && Kind(43) == 5
{
}

function Text(s: string): nat {
  match s
  case "one" => 1
  case "two" => 2
  case _ => 0
}

function Both(a: bool, b: bool): nat {
  match (a, b)
  case (true, true) => 3
  case (true, _) => 2
  case (_, true) => 1
  case (false, false) => 0
}

function Area(s: Shape): nat {
  match s
  case Circle(r) => 3 * r * r
  case Box(w, h) => w * h
  case Tinted(inner: Shape, _) => Area(inner)
}

function Peel(s: Shape): Shape
  ensures !Peel(s).Tinted?
  ensures Area(Peel(s)) == Area(s)
{
  match s
  case Tinted(Tinted(inner, Red), _) => Peel(inner)
  case Tinted(inner, Green) => Peel(inner)
  case Tinted(inner, Blue) => Peel(inner)
  case Tinted(Circle(r), Red) => Circle(r)
  case Tinted(inner, Red) => Peel(inner)
  case other => other
}

method Statement(s: Shape, t: (Shape, int)) returns (n: nat)
  ensures s.Circle? ==> n == s.radius
{
  match s {
    case Circle(r) =>
      n := r;
    case Box(0, _) | Box(_, 0) =>
      n := 0;
      assert Area(s) == 0;
    case Box(w, _) =>
      assert w > 0;
      n := w;
    case Tinted(_, c) =>
      n := Number(c);
  }
  match t {
    case (Circle(_), k) => assert t.0.Circle? && t.1 == k;
    case (_, 3) => assert t.1 == 3;
    case _ =>
  }
}

method Taken(s: Shape)
  requires s.Box?
{
  var Box(w, h) := s;
  assert Area(s) == w * h;
  var area := var Box(x, y) := s; x * y;
  assert area == w * h;
}

lemma OneCase(p: Pair)
  ensures match p case Pair(a, b) => a == p.first && b == p.second
{
}
datatype Pair = Pair(first: int, second: int)

lemma Impossible(c: Color)
  requires c.Red?
{
  match c
  case Red =>
}

lemma NoCase(c: Color) // no end: no color is both
  requires c.Red? && c.Blue?
{
  match c {
  }
}
