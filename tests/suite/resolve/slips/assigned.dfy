// run: resolve
// What cannot be assigned to, and what is put in its place.
method Parameter(x: int, s: seq<int>) {
  x := x + 1;  // error[mutability] hint: "parameters cannot be changed: copy it into a variable of your own, 'var x := x;'"
}

method Elements(m: map<int, bool>) returns (s: seq<int>, n: map<int, bool>) {
  s := [1, 2];
  n := m;
  s[0] := 1;  // error[type] hint: "write 's := s[0 := …];'"
  n[|s| + 1] := true;  // error[type] hint: "write 'n := n[|s| + 1 := …];'"
}

method Arrays(s: seq<int>) {
  var a := new int[2];
  a := [1, 2];  // error[type] hint: "'new int[] [1, 2]' an array of those elements"
  var t: seq<int> := a;  // error[type] hint: "'a[..]' is the sequence of an array's elements"
}

method Two() returns (a: int, b: int) {
  a, b := 1, 2;
}

method Tuples() {
  var a, b := 0, 0;
  (a, b) := Two();  // error[mutability] hint: "write the variables without parentheses: 'x, y := …;'"
  var t := Two();  // error[arity] hint: "write a variable for each result: 'a, b := Two(…);'"
}

method Pattern() {
  var (x, y) := Two();  // error[misplaced] hint: "write 'var x, y := …;', without parentheses"
}

method NoResult(n: int) {
  return n;  // error[arity] hint: "results are declared in the head: 'returns (r: int)'"
}
