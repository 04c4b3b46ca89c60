// run: resolve
// What fits what: assignments, operators, selections, conditions, conversions.
method Assignments(i: int, n: nat, p: bool, c: char, s: seq<int>, a: array<nat>) {
  var x: nat := i;
  var y := n;
  y := i;
  var b: bool := i;          // error[type]: "RHS (of type int) not assignable to LHS (of type bool)"
  var t: seq<bool> := s;     // error[type]: "RHS (of type seq<int>) not assignable to LHS (of type seq<bool>)"
  var maybe: array?<nat> := a;
  maybe := null;
  var other: array<int> := a; // error[type]: "not assignable"
  x := null;                 // error[type]
}

method Operators(i: int, p: bool, c: char, s: seq<int>, t: string) {
  assert i + 1 > i && c + 'a' >= c && s + [i] != [] && s <= s + s;
  assert t == "abc" ==> t[0] == 'a';
  assert p <==> !p ==> i == 0;
  var a := p + p;            // error[type]: "type of + must be of a numeric type"
  var b := i + c;            // error[type]: "type of right argument to +"
  var d := c * c;            // error[type]: "type of * must be"
  var e := s - s;            // error[type]: "type of - must be"
  var f := c / c;            // error[type]: "arguments to / must be numeric"
  var g := t % t;            // error[type]: "type of % must be"
  assert i == p;             // error[type]: "arguments must have comparable types (got int and bool)"
  assert p < p;              // error[type]: "arguments to <"
  assert s > s;              // error[type]: "arguments to >"
  assert i && p;             // error[type]: "type of left argument to &&"
  assert p ==> i;            // error[type]: "type of right argument to ==>"
  assert !i;                 // error[type]: "negation"
  assert -c == c;            // error[type]
  assert 0 <= i < c;         // error[type]: "arguments to <"
}

method Selections(i: int, p: bool, s: seq<int>, a: array<int>) {
  var x := s[i] + a[i] + |s[1..]| + |a[..i]| + |s[0 := 3]|;
  assert i in s && i !in a[..] && 3 in [1, 2, 3];
  x := i[0];                 // error[type]: "element selection requires a sequence"
  x := s[p];                 // error[type]: "index expression must have an integer"
  x := |a|;                  // error[type]: "size operator expects a collection"
  x := |i[1..]|;             // error[type]: "multi-selection of elements requires a sequence or array"
  var u := s[0 := p];        // error[type]: "sequence update requires the value"
  var v := a[0 := 1];        // error[type]: "update requires a sequence"
  assert p in s;             // error[type]: "expecting element type to be assignable to int"
  assert i in i;             // error[type]: "second argument to 'in'"
}

method Conditions(i: int, p: bool, s: seq<int>) {
  var x := if p then i else 0;
  assert i;                  // error[type]: "condition is expected to be of type bool, but is int"
  assume {:axiom} s;         // error[type]
  expect i;                  // error[type]
  if i { }                   // error[type]
  while i { }                // error[type]
  var y := if i then 1 else 2;   // error[type]: "guard condition"
  var z := if p then 1 else p;   // error[type]: "two branches"
  assert forall k :: 0 <= k < 3 ==> k; // error[type]
  assert exists k | k :: k > 0;  // error[type]
}

method Conversions(i: int, c: char, s: seq<int>, p: bool) {
  var a := c as int + 1;
  var b := (i % 100) as char;
  var n := i as nat;
  var q := i is nat;
  var d := p as int;         // error[type]: "type conversion to an int-based type"
  var e := s as char;        // error[type]: "type conversion to a char type"
  var f := p as seq<int>;    // error[type]: "type cast to type"
  var g := p is nat;         // error[type]: "type test for type"
}

method Displays(i: int) {
  var a := [i, 2, 3];
  var b: seq<nat> := [];
  var c := [[], [i]];
  var d := [1, true];        // error[type]: "all elements of display"
  var e := seq(10, k => k * k);
  var f := seq(true, k => k);    // error[type]: "sequence construction must use an integer"
}

function Wrong(x: int): bool { x }  // error[type]: "function body type mismatch (expected bool, got int)"

const Constant: bool := 3           // error[type]: "not assignable"

method Contract(x: int) returns (y: int)
  requires x                 // error[type]: "precondition must be a boolean (got int)"
  ensures y                  // error[type]: "postcondition must be a boolean (got int)"
{
  y := x;
}
