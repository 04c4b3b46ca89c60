// run: resolve
// In code that runs the values of a let-such-that expression can be enumerated.
function Compiled(n: real): real {
  var x :| x > n; x                     // error[ghost]: "a non-ghost let-such-that constraint must be compilable, but Daphnia's heuristics can't figure out how to produce or compile a bounded set of values for 'x'"
}

// Integers can be tried one after the other.
function Integers(n: int): int {
  var x :| x > n; x
}

function Fine(n: int): int {
  ghost var x :| x > n; n
}

function Wrong(n: int): int {
  ghost var x :| x > n; x               // error[ghost]: "ghost variables such as x are allowed only in specification contexts"
}
