// A number that can be written in several ways is one number: what is computed of literals never tells them apart.

function IsHalf(s: seq<real>): bool { if s == [0.5] then true else false }

lemma Quarters()
  ensures false
{  // error[postcondition]
  assert IsHalf([2.0 / 4.0]) || !IsHalf([2.0 / 4.0]);
  assert [2.0 / 4.0][0] == 0.5;
  assert [2.0 / 4.0] == [0.5];
}

datatype Box = Box(value: real)
function SameBox(a: Box, b: Box): bool { if a == b then true else false }
function Scaled(x: real): Box { Box(x / 4.0) }

lemma Boxes()
  ensures false
{  // error[postcondition]
  assert SameBox(Scaled(2.0), Box(0.5)) || true;
  assert Scaled(2.0).value == 0.5;
  assert Scaled(2.0) == Box(0.5);
}

function Same(s: seq<real>, t: seq<real>): bool { s == t }
function Negated(x: real): seq<real> { [-x] }

lemma Zeros()
  ensures false
{  // error[postcondition]
  assert Same(Negated(0.0), [0.0]) || true;
  assert Negated(0.0)[0] == 0.0;
  assert Negated(0.0) == [0.0];
}

lemma Products()
  ensures false
{  // error[postcondition]
  assert Same([1.5 * 2.0], [3.0]) || true;
  assert Same([6.0 / 2.0 - 1.0], [2.0]) || true;
  assert [1.5 * 2.0] == [3.0] && [6.0 / 2.0 - 1.0] == [2.0];
}
