// run: resolve --warn-shadowing
method Hidden(x: int, s: seq<int>) returns (r: int) {
  r := 0;
  {
    var r := 1;                               // warning[shadowing]: "shadowed local-variable name: r"
    assert r == 1;
  }
  assert forall x :: x in s ==> x in s;       // warning[shadowing]: "shadowed bound-variable name: x"
  var y := 2;
  if s != [] {
    var z := y;
  }
  var z := 3;
}

function Twice(n: nat): nat {
  var m := n;
  var n := m;                                 // warning[shadowing]
  n + m
}
