// Tuples: made, taken apart, compared component by component.
function Swap(p: (int, bool)): (bool, int) {
  (p.1, p.0)
}

method MinMax(a: int, b: int) returns (r: (int, int))
  ensures r.0 <= r.1
  ensures r == (a, b) || r == (b, a)
{
  if a <= b { r := (a, b); } else { r := (b, a); }
}

method Use(s: seq<nat>)
  requires |s| > 0
{
  var r := MinMax(3, 2);
  var (low, high) := r;
  assert low == 2 && high == 3;
  assert Swap((1, true)) == (true, 1);
  var nested := ((1, 2), [s[0]]);
  assert nested.0.1 == 2 && nested.1[0] >= 0;
  var ((one, _), t) := nested;
  assert one == 1 && t == [s[0]];
  assert (1 := true, 0 := 5) == (5, true);
  var k := var (x, y) := (4, 5); x + y;
  assert k == 9;
}

lemma ComponentsDecide(p: (seq<int>, nat), q: (seq<int>, nat))
  requires p.0 == [1] + [2] && q.0 == [1, 2] && p.1 == q.1
  ensures p == q && p.1 >= 0
{
}
