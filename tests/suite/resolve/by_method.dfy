// run: resolve
ghost predicate Hidden(x: int)

function Known(x: int): int {
  if Hidden(x) then 1 else 0            // a specification
} by method {
  return if Hidden(x) then 1 else 0;    // error[ghost]: "a call to a ghost predicate is allowed only in specification contexts"
}

function Valued(x: int): int {
  3
} by method {
  var f := Valued;                      // error[recursive-value]
  return f(x);
}

method Use() returns (x: int) {
  x := Known(3);
}
