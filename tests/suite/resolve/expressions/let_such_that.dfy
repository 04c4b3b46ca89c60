// run: resolve
// Constraints are conditions.
ghost function F(n: int): int {
  var x: int :| n;                      // error[type]: "type of RHS of let-such-that expression must be boolean (got int)"
  x + y                                 // error[unresolved]: "unresolved identifier: y"
}

ghost function G(): bool {
  (var x :| x || true; x) && x          // error[unresolved]: "unresolved identifier: x"
}
