// There is one bitvector without bits, whatever it is calculated from.
method Operations(x: bv0, y: bv0) returns (z: bv0)
  ensures z == 0
{
  z := x + y;
  z := x * z - y;
  z := (x ^ z) | (y & y);
  z := !z + -z;
  z := x << 0;
  z := z >> y;
  z := z.RotateLeft(0).RotateRight(0);
  assert !(x < y) && x >= y;
}

lemma OneValue(s: seq<bv0>, t: seq<bv0>, m: map<bv0, int>, b: bv8, u: set<bv0>)
  requires |s| == |t|
  ensures s == t
  ensures 0 in m || m == map[]
  ensures |u| <= 1
  ensures b << (0 as bv0) == b
  ensures forall x: bv0, y: bv0 :: x == y  // warning[no-trigger]
  ensures (0 as bv0) as int == 0 && 0.0 is bv0 && !(1 is bv0)
{
  if 0 in u {
    assert u == {0 as bv0};
  } else {
    assert u == {};
  }
}

function OfNothing(x: bv0): int

lemma Constant(x: bv0)
  ensures OfNothing(x) == OfNothing(0)
{
}

method Array() returns (a: array<bv0>)
  ensures a.Length == 3 && a[1] == 0
{
  a := new bv0[3];
}

method Main()
{
  var z := Operations(0, 0);
  var a := Array();
  var x: bv0 := *;
  print z, " ", a[..], " ", x == 0, " ", z as int, "\n";
}
