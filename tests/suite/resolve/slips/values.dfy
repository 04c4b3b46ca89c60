// run: resolve
// Names that other languages declare, and that nobody declares here.
method Booleans() returns (b: bool) {
  b := True;  // error[unresolved] hint: "did you mean 'true'?"
  b := FALSE;  // error[unresolved] hint: "did you mean 'false'?"
}

method Missing() returns (n: int) {
  n := None;  // error[unresolved] hint: "there is no such value: a datatype says that something may be missing"
}

method Counted(a: array<int>, s: seq<int>) returns (n: int) {
  n := len(a);  // error[unresolved] hint: "the length of a sequence, set or map s is '|s|', that of an array a is 'a.Length'"
  n := length(s);  // error[unresolved] hint: "the length of a sequence, set or map s is '|s|', that of an array a is 'a.Length'"
}

method Output(n: int) {
  println(n);  // error[unresolved] hint: "write 'print e;' (a line ends where it prints"
  printf("n");  // error[unresolved] hint: "write 'print e;' (a line ends where it prints"
  System.out.println(n);  // error[unresolved] hint: "there is no library: declare what is needed"
  console.log(n);  // error[unresolved] hint: "write 'print e;' (a line ends where it prints"
}

method Result(n: int) returns (r: int)
  ensures result > n  // error[unresolved] hint: "a result has a name, from the head: 'returns (r: int)' of a method, ': (r: int)' of a function"
{
  r := n + 1;
}

method Strings() {
  var s := 'abc';  // error[unresolved] hint: "a string stands in double quotes:"
}

method Library(x: int) returns (y: int) {
  y := abs(x);  // error[unresolved] hint: "it is not built in: declare a function"
  y := max(x, 3);  // error[unresolved] hint: "it is not built in: declare a function"
  y := Math.abs(x);  // error[unresolved] hint: "there is no library: declare what is needed"
}

method Negation(x: bool) returns (y: bool) {
  y := not(x);  // error[unresolved] hint: "'not' is written '!'"
}

datatype Cell = Cell(value: int) {
  function Value(): int { self.value }  // error[unresolved] hint: "write 'this'"
}

method Undeclared(n: int) {
  total := n;  // error[unresolved] hint: "declare it: 'var total := …;'"
}

method Pairs(p: (int, int)) returns (n: int) {
  n := fst(p);  // error[unresolved] hint: "write 'p.0'"
}

function Twice(n: int): int { n + n }

method Single(n: int) returns (r: int) { r := n; }

lemma Known(n: int) { }

method Statements(n: int) returns (r: int) {
  r := 1 + Single(n);  // error[misplaced] hint: "call it in a statement of its own: 'var x := Single(…);'"
  assert Known(n);  // error[misplaced] hint: "call it in a statement of its own: 'Known(…);'"
}




method Several() returns (a: int, b: int) {
  a, b := (1, 2);  // error[arity] hint: "write the values without parentheses: 'x, y := e, f;'"
  return (1, 2);  // error[arity] hint: "write the values without parentheses: 'return e, f;'"
}
