// What is ghost by inference is ghost everywhere it matters.

ghost function Spec(x: int): int { x + 1 }
predicate Compiled(x: int) { x > 0 }
lemma Lemma(x: int) returns (y: int)
  ensures y == x
{
  y := x;
}

method Inference(x: int)
{
  var g := Spec(x);
  var h, i := Spec(g), x;
  var y := Lemma(x);
  var k := i;
  print k;
  if g > 0 {
    h := h + 1;
    if Compiled(h) {
      g := 0;
    }
  }
  while h > 0 {
    h := h - 1;
  }
  assert y == x;
}

method GhostOnlyBranches(x: int)
{
  ghost var n := 0;
  if x > 0 {
    n := 1;
  } else {
    n := 2;
  }
  var i := 0;
  while i < 10
    invariant i <= 10
  {
    n := n + 1;
    i := i + 1;
  }
}

method GhostBounds(x: int, ghost n: nat)
{
  ghost var sum := 0;
  for i := 0 to n {
    sum := sum + i;
  }
  for i := n downto 0 {
    sum := sum + i;
  }
  for i := 0 to 10 {
    sum := sum + i;
    print i;
  }
}

function Fuel(x: int, ghost fuel: nat): int
{
  if fuel == 0 then x else Fuel(x, fuel - 1)
}

function FuelThroughALet(x: int, ghost fuel: nat): int
{
  if fuel > 0 then
    var less := FuelThroughALet(x, fuel - 1);
    less
  else
    x
}

function Erased(x: int): int
{
  assert Spec(x) == x + 1;
  var y := x;
  y
}

method GhostParameters(x: int, ghost n: nat) returns (r: int, ghost s: int)
{
  r := x;
  s := n + Spec(x);
}

method Caller()
{
  var r, s := GhostParameters(1, 2);
  print r;
  assert s == s;
}
