// run: resolve
// An abstract module is for other abstract modules.
abstract module Shape {
  function Sides(): nat
  type T
}

abstract module Drawing {
  import Shape
  function Twice(): nat { 2 * Shape.Sides() }
}

module Compiled {
  import Shape // error[misplaced]: "a compiled module (Compiled) is not allowed to import an abstract module (Shape)"
}
