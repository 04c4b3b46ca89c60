// run: resolve
// Syntax errors that look like no slip.
method Operators(x: int, y: int) returns (r: int) {
  r := x y;  // error[syntax] hint: none
}

method Missing(x: int) returns (r: int) {
  r := x +;  // error[syntax] hint: none
}

method Unfinished(x: int) returns (r: int) {
  r := x  // error[syntax] hint: none
}

method Semicolon(x: int) {
  print x  // error[syntax] hint: none
  print x;
}

method Brackets(s: seq<int>) returns (r: int) {
  r := s[0;
}  // error[syntax] hint: "a body stands in braces: '{ … }'"

function Empty(x: int): int { }  // error[syntax] hint: none

method Loops(loop: int, elements: int) {
  loop := loop + ;  // error[syntax] hint: none
}
