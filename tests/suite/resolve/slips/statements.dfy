// run: resolve
// Statements as other languages write them.
method Increment(n: int) {
  var i := n;
  i++;  // error[syntax] hint: "write 'i := i + 1;'"
  i--;  // error[syntax] hint: "write 'i := i - 1;'"
  i += 2;  // error[syntax] hint: "write 'i := i + 2;'"
  i *= n;  // error[syntax] hint: "write 'i := i * n;'"
  i -= 1;  // error[syntax] hint: "write 'i := i - 1;'"
}

method Elements(a: array<int>, k: nat) {
  a[k + 1] += 2;  // error[syntax] hint: "write 'a[k + 1] := a[k + 1] + 2;'"
}

method Typed() {
  int x := 5;  // error[syntax] hint: "write 'var x: int := 5;'"
}

method Initialised() {
  bool x = true;  // error[syntax] hint: "write 'var x: bool := true;'"
}

method Let() {
  let x := 5;  // error[syntax] hint: "write 'var x := …;'"
}

method Mutable() {
  let mut x := 5;  // error[syntax] hint: "write 'var x := …;'"
}

method Const() {
  const x := 5;  // error[syntax] hint: "in a body write 'var x := …;'"
}  // error[syntax]

method ArrayOf() {
  int[] a := new int[5];  // error[syntax] hint: "write 'var a: array<int> := new int[5];'"
}

method VarTyped() {
  var int x := 5;  // error[syntax] hint: "the name comes first: 'var x: int'"
}

method Ascribed() {
  x: int := 5;  // error[syntax] hint: "write 'var x: int'"
}

method Arrow() {
  var x := 1;
  x <- 5;  // error[syntax] hint: "an assignment is written ':='"
}

method Elif(n: int) {
  if n > 0 { }
  elif n < 0 { }  // error[syntax] hint: "write 'else if'"
}

method Elsif(n: int) {
  if n > 0 { } elsif (n < 0) { }  // error[syntax] hint: "write 'else if'"
}

method Then(a: int, b: int) returns (m: int) {
  if a > b then m := a; else m := b;  // error[syntax] hint: "in a statement the branches stand in braces: 'if … { … } else { … }'"
}

method Colon(n: int) {
  if n > 0:  // error[syntax] hint: "a body stands in braces: '{ … }'"
    print n;
}

method NoBraces(n: int) returns (m: int) {
  if (n > 0) m := n;  // error[syntax] hint: "a body stands in braces: '{ … }'"
}

method Switch(n: int) {
  switch (n) {  // error[syntax] hint: "write 'match x { case 1 => …  case _ => … }'"
  }
}

method Cases(n: int) {
  match n {
    case 1: print n;  // error[syntax] hint: "write '=>' behind a pattern"
    case _ => print n;
  }
}

method Throw(n: int) {
  throw n;  // error[syntax] hint: "there are no exceptions: return a value that says what went wrong"
}

method Try(n: int) {
  try {  // error[syntax] hint: "there are no exceptions: return a value that says what went wrong"
    print n;
  }
}

method Println(n: int) {
  println n;  // error[syntax] hint: "write 'print e;'"
}

method Values(n: int) {
  print "n is " n;  // error[syntax] hint: "write ',' between the values"
}

method Message(n: int) {
  assert n == n, "the same";  // error[syntax] hint: "an assertion has no message; 'expect e, m;' has one, and is tested when it runs"
}

method Extra(n: int) {
  if n > 0 { };  // error[syntax] hint: "no ';' stands behind '}'"
}

method Display() {
  var a := new int[] {1, 2};  // error[syntax] hint: "write 'new int[] [1, 2, 3]'"
}

method Alloc() {
  var a: int[] := new int[3];  // error[syntax] hint: "write 'array<int>'"
}

method Clause(n: int) returns (r: int) {
  ensures r == n  // error[syntax] hint: "clauses stand between the head and the body: move this before the '{'"
  r := n;
}

method Paren(n: int) {
  var x := (n + 1;
  print x;  // error[syntax] hint: "a ')' is missing before the ';'"
}

method OneTooMany(n: int) {
  print n + 1);  // error[syntax] hint: "there is no '(' for this ')'"
}
