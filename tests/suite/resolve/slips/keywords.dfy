// run: resolve
// Near misses of keywords.
lemma Between1() { }
method Asserts(n: int) {
  asert n == n;  // error[syntax] hint: "did you mean 'assert'?"
}

lemma Between2() { }
method Returns(n: int) returns (r: int) {
  retrun n;  // error[syntax] hint: "did you mean 'return'?"
}

lemma Between3() { }
method Prints(n: int) {
  pritn n;  // error[syntax] hint: "did you mean 'print'?"
}

lemma Between4() { }
method Variables(n: int) {
  vra x := n;  // error[syntax] hint: "did you mean 'var'?"
}

lemma Between5() { }
method Whiles(n: int) {
  whlie n > 0 { }  // error[syntax] hint: "did you mean 'while'?"
}

lemma Between6() { }
method WhilesInParentheses(n: int) {
  whille (n > 0) { }  // error[syntax] hint: "did you mean 'while'?"
}

lemma Between7() { }
method Elses(n: int) {
  if n > 0 { } esle { }  // error[syntax] hint: "did you mean 'else'?"
}

lemma Between8() { }
method Modifies(a: array<int>)
  modifes a  // error[syntax] hint: "did you mean 'modifies'?"
{ }

lemma Between9() { }
predicate Reads(a: array<int>)
  raeds a  // error[syntax] hint: "did you mean 'reads'?"
{ true }

lemma Between10() { }
function Then(n: int): int { if n > 0 than 1 else 2 }  // error[syntax] hint: "did you mean 'then'?"

lemma Between11() { }
function Else(n: int): int { if n > 0 then 1 esle 2 }  // error[syntax] hint: "did you mean 'else'?"

lemma Between12() { }
method Results(n: int) retruns (r: int) { r := n; }  // error[syntax] hint: "did you mean 'returns'?"

lemma Between13() { }
datatpe Colour = Red  // error[syntax] hint: "did you mean 'datatype'?"

lemma Between14() { }
gohst method Unseen() { }  // error[syntax] hint: "did you mean 'ghost'?"

lemma Between15() { }
method Breaks() {
  while true { brake; }
}
