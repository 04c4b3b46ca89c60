// run: resolve
// Two opened modules may declare one name as long as nobody uses it.
module A {
  const a := 1
  const both := 1
  type T = int
  type Same = seq<int>
  datatype Unit = One
  type Small = x: int | x < 10
  type Apart = x: int | x < 10
  module Inner { const i := 1 }
}

module B {
  const b := 2
  const both := 2
  type T = bool
  type Same = seq<int>
  import A
  type Unit = A.Unit
  type Small = A.Small
  type Apart = x: int | x < 10
}

module Quiet {
  import opened A
  import opened B
  const c := a + b + A.both + B.both
}

module Loud {
  import opened A
  import opened B
  import opened Again = A
  const c := both        // error[unresolved]: "the name both ambiguously refers to a static member in one of the modules A, B (try qualifying the member name with the module name)"
  const t: T := 3        // error[unresolved]: "the name T ambiguously refers to a type in one of the modules A, B"
  const p: Apart := 3    // error[unresolved]: "the name Apart ambiguously refers to a type in one of the modules A, B"
  const d: Unit := One     // what a synonym stands for is no question
  const n: Small := 3
  const s: Same := [1]   // the same type twice is no question
  const i := Inner.i     // one module by two ways is no question
}
