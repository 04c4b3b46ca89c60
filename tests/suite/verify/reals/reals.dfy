// Real numbers are exact: no rounding, and every number between two others.
function Half(x: real): real { x / 2.0 }

method Average(a: real, b: real) returns (m: real)
  requires a <= b
  ensures a <= m <= b
  ensures m - a == b - m
{
  m := (a + b) / 2.0;
}

predicate Inside(a: real, x: real, b: real) { a < x < b }

lemma Between(a: real, b: real)
  requires a < b
  ensures exists c: real :: Inside(a, c, b)
{
  assert Inside(a, Half(a + b), b);
}

lemma Decimals()
{
  assert 0.1 + 0.2 == 0.3;
  assert 1.0 / 3.0 * 3.0 == 1.0;
  assert 2.50e-1 == 0.25;
  assert -1.5 < -1.0;
  assert 1.0 != 2.0;
}

lemma Floors(x: real)
  ensures x.Floor as real <= x < x.Floor as real + 1.0
{
  assert (2.7).Floor == 2;
  assert (-2.7).Floor == -3;
}

lemma Conversions(n: int, x: real, c: char)
{
  assert (n as real) as int == n;
  assert (n as real).Floor == n;
  if x == x.Floor as real {
    assert x as int == x.Floor;
  }
  if x == 7.0 {
    var k := x as nat;
    assert k == 7;
    assert x as char == 7 as char;
  }
  assert c as real >= 0.0;
  assert (3 as real) == 3.0;
  assert x as real == x;
}

// A decrease is at least 1, and starts from a number that is not negative.
method CountDown(x: real)
  requires x >= 0.0
{
  var y := x;
  while y > 1.0
    invariant y >= 0.0
    decreases y
  {
    y := y - 1.0;
  }
}

// A loop that says nothing of its end: the distance of the sides of its guard.
method Up(limit: real)
{
  var x := 0.0;
  while x < limit
  {
    x := x + 1.5;
  }
}

function Sum(xs: seq<real>): real
{
  if |xs| == 0 then 0.0 else xs[0] + Sum(xs[1..])
}

lemma NotNegative(xs: seq<real>)
  requires forall i :: 0 <= i < |xs| ==> xs[i] >= 0.0
  ensures Sum(xs) >= 0.0
{
  if |xs| > 0 {
    NotNegative(xs[1..]);
  }
}

method Collections(r: real) returns (s: set<real>)
  ensures s == {0.5, 1.0}
{
  s := {1.0, 0.5, 2.0 / 4.0};
  var m := map[0.25 := 1, r := 2];
  assert m[r] == 2;
  var a := new real[2](i => i as real / 2.0);
  assert a[1] == 0.5;
}
