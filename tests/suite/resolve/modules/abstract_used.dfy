// run: resolve
// Nor may a compiled one name it.
abstract module Shape {
  function Sides(): nat
  type T
}

function Four(): nat {
  Shape.Sides() // error[misplaced]: "a compiled module is not allowed to use an abstract module (Shape)"
}

method Of(t: Shape.T) // error[misplaced]: "a compiled module is not allowed to use an abstract module (Shape)"
{
}
