// run: resolve
// The other names of an import are looked up inwards.
module A {
  type T = int
  module Inner { }
}
module B {
  import A.Outer             // error[unresolved]: "module Outer does not exist (position 1 in path A.Outer)"
  import A.T                 // error[unresolved]: "module T does not exist (position 1 in path A.T)"
  import I = A.Inner
  import J = A.Inner.K       // error[unresolved]: "module K does not exist (position 2 in path A.Inner.K)"
}
