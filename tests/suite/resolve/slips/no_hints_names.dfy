// run: resolve
// Errors for which there is no way out to name: nothing near is in scope, or what is near would be wrong as well.
function Twice(n: int): int { n + n }

method Store(n: int) { }

type Number = int

const k := 3

method Far(n: int) returns (r: int) {
  r := zebra;  // error[unresolved] hint: none
  r := Quadruple(n);  // error[unresolved] hint: none
  r := n.first;  // error[unresolved] hint: none
}

method OneLetter(n: int) returns (r: int) {
  r := m;  // error[unresolved] hint: none
}

method TwoLetters(ab: int) returns (r: int) {
  r := ac;  // error[unresolved] hint: none
}

method OutOfScope(n: int) returns (r: int) {
  {
    var counter := n;
  }
  r := conter;  // error[unresolved] hint: none
}

method OtherSort() returns (r: int) {
  r := 1 + Stor(3);  // error[unresolved] hint: none
  r := Numbr;  // error[unresolved] hint: none
  r := Twic;  // error[unresolved] hint: none
}

method TypeOfOtherSort(x: Twic) { }  // error[unresolved] hint: none

method TooMany(aaa1: int, aaa2: int, aaa3: int, aaa4: int) returns (r: int) {
  r := aaa5;  // error[unresolved] hint: none
}
