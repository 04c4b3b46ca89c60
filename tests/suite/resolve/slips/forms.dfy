// run: resolve
// Declarations, loops and conversions as other languages write them.
datatype Color { Red, Green }  // error[syntax] hint: "write 'datatype Color = First | Second', without braces"

datatype Shade = { Dark, Light }  // error[syntax] hint: "write 'datatype Shade = First | Second', without braces"

method Named(x: int) returns y: int { y := x; }  // error[syntax] hint: "results stand in parentheses: 'returns (y: int)'"

method Colon(n: int) requires: n > 0 { }  // error[syntax] hint: "leave out the ':'"

function Zero(0): nat { 1 }  // error[syntax] hint: "a parameter has a name and a type"

method Function(f: int => int) { }  // error[syntax] hint: "the type of a function is written 'int -> int'"

method Value(n: int) returns (r: int) { n }  // error[syntax] hint: "a result is given by 'return n;'"

method Forall(n: int) {
  forall i :: 0 <= i < n { }  // error[syntax] hint: "a 'forall' statement is written 'forall i | 0 <= i < n { … }'"
}

lemma Induction(n: nat) {
  induction n;  // error[syntax] hint: "a proof by induction is a lemma that calls itself for something smaller"
}

method Cast(c: char, x: real) {
  var n := (int) x;  // error[syntax] hint: "write 'x as int'"
}

method Call(c: char) {
  var n := int(c);  // error[syntax] hint: "write 'e as int'"
}

method Later(i: int) returns (r: int) {
  r := i++;  // error[syntax] hint: "write 'i + 1': an expression changes nothing"
}
