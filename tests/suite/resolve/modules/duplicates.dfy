// run: resolve
// No name twice in one module.
module A { const x := 1 }
module A { }                 // error[duplicate]: "duplicate module name: A"
module Members {
  const x := 1
  function x(): int { 2 }    // error[duplicate]: "duplicate member name: x"
  type T = int
  type T = bool              // error[duplicate]: "duplicate name of top-level declaration: T"
}
module Imports {
  module C { }
  import C = Whole           // error[duplicate]: "import declaration uses same name as a module in the same scope: C"
  import D = Whole
  import D = C               // error[duplicate]: "duplicate name of import: D"
}
module Whole { }
module B.C.D { }
module B.C.D { }             // error[duplicate]: "duplicate module name: D"
