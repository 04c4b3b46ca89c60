// run: resolve
// Every name that is used is declared where it is used, and no name twice in one scope.
const limit := 10

function Twice(x: int): int { 2 * x }

method Visible(x: int) returns (y: int) {
  var z := Twice(x);
  {
    var z := z + limit;
    y := z;
  }
  assert y == 2 * x + limit;
}

method Unknown(x: int) returns (y: int) {
  y := xx;                   // error[unresolved]: "unresolved identifier: xx"
  y := Thrice(x);            // error[unresolved]: "unresolved identifier: Thrice"
  {
    var inner := 3;
  }
  y := inner;                // error[unresolved]
}

method Twofold(x: int, x: int) returns (y: int) { // error[duplicate]: "duplicate parameter name: x"
  var y := 2;                // error[duplicate]: "duplicate local-variable name: y"
  var a, a := 1, 2;          // error[duplicate]: "duplicate local-variable name: a"
  assert forall i, i | 0 <= i < 3 :: i == i; // error[duplicate]: "duplicate bound-variable name: i"
}

function Visible(): int { 1 } // error[duplicate]: "duplicate member name: Visible"

method Types(b: Byte, s: seq<Word>) { // error[unresolved]: "not declared in this scope: Byte" error[unresolved]: "Word"
}

method Members(s: seq<int>, a: array<int>) {
  assert a.Length >= 0;
  assert s.Length >= 0;      // error[unresolved]: "type seq<int> does not have a member Length"
  assert a.length >= 0;      // error[unresolved]: "does not have a member length"
}
