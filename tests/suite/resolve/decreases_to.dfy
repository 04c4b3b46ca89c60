// run: resolve
method Compiled(x: int) returns (b: bool) {
  b := x decreases to x - 1;           // error[ghost]: "decreases to expressions are allowed only in specification and ghost contexts"
  expect x nonincreases to x;          // error[ghost]: "decreases to expressions are allowed only"
  var c := x decreases to x - 1;
  b := c;                              // error[ghost]: "ghost variables such as c"
}
