// run: resolve
// Constants that hold functions are made of what these call.
const C: nat -> int := Loop // error[unresolved]: "const definition contains a cycle"
function Loop(n: nat): int { C(n) }
