// run: resolve
// Modules import in one direction; a module depends on those in it.
module A {                   // error[unresolved]: "module definition contains a cycle (note: parent modules implicitly depend on submodules): module A -> import B -> module B -> import A -> module A"
  import B
  const a := B.b + unknown
}
module B {
  import A
  const b := 1
}
module Outer {               // error[unresolved]: "module Outer -> module Inner -> import Outer -> module Outer"
  module Inner {
    import Outer
  }
}
