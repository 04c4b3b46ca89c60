// run: resolve
// Where the type of a constant follows from its value, it is not needed for it.
datatype D = D(n: int) {
  const a := b             // error[unresolved]: "const definition contains a cycle"
  const b := a
  const c := n + true      // error[type]
  const d                  // error[underspecified]: "a const declaration must have a type or a RHS value"
  const f := n
}

const outside              // error[underspecified]

method Uses(d: D)
{
  var x: bool := d.f;      // error[type]
  var y := d.c;
}
