// Bounds that the assignments of a loop show by themselves need no invariant.
method UpTo(n: nat) returns (i: int)
  ensures i >= 0
{
  i := 0;
  while i < n { i := i + 1; }
}

method ExactEnd() {
  var i := 0;
  while i < 10 { i := i + 1; }
  assert i == 10;
}

method Down(n: int) {
  var i := n;
  if i > 5 { i := 5; }
  while i > 0 { i := i - 1; }
  assert i <= 5;
}

method Nested() {
  var i, k := 0, 3;
  while i < 4 {
    var j := 0;
    while j < i { j := j + 1; }
    k := 7 - k;
    k := if k > 3 then 3 else 4;
    i := i + 1;
  }
  assert i == 4 && 3 <= k <= 4;
}

method Leaving(s: seq<int>) {
  var i, found := 0, -1;
  while i < |s|
    decreases |s| - i
  {
    if s[i] == 7 { found := i; break; }
    i := i + 1;
    if i % 2 == 0 { continue; }
    found := -1;
  }
  assert found >= -1;
  assert i >= 0;
}

method Jumps(n: int)
  decreases *
{
  var x := 0;
  label outer: while true
    decreases *
  {
    while true
      decreases *
    {
      if x == 3 { break outer; }
      if n > x { x := x + 1; continue outer; }
      x := 3;
    }
  }
  assert x >= 0;
  assert x < 3; // refuted[assertion]
}

method Arbitrary() {
  var x, i := 0, 0;
  while i < 3 {
    x := *;
    i := i + 1;
  }
  assert x == 0; // refuted[assertion]
}

method Result() returns (r: int) { r := *; }

method Called() {
  var x, i := 0, 0;
  while i < 3 {
    x := Result();
    i := i + 1;
  }
  assert x >= 0; // error[assertion]
}

method Swapped() {
  var a, b, i := 0, 5, 0;
  while i < 3 {
    a, b := b, a + 1;
    i := i + 1;
  }
  assert a >= 0 && b >= 0;
  assert a <= 5; // refuted[assertion]
}

method Unknown(n: int) returns (i: int) {
  i := n;
  while i < 10 { i := i + 1; }
  assert i >= 10;
  assert i == 10; // refuted[assertion]
}

// Guards count, and so do the types of what is assigned.
method GuardsCount(n: nat)
{
  var down: int := n;
  while down > 0 {
    down := down - 1;
  }
  assert down == 0;
  var half: int := n;
  while 0 < half {
    half := half / 2;
  }
  assert half == 0;
  var i: int, p: int := n, 1;
  while i > 0 {
    i, p := i - 1, p * 2;
  }
  assert p >= 1;
}
