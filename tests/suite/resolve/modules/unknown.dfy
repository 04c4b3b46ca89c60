// run: resolve
// What is not imported is not seen, and nothing is seen that is not declared.
const top := 1 // nobody looks at it, for a part has errors

module Around {                  // error[unresolved]: "not resolving module '_module' because there were errors in resolving its nested module 'Around'"
  module Inside {                // error[unresolved]: "not resolving module 'Around' because there were errors in resolving its nested module 'Inside'"
    const c := a                 // error[unresolved]: "unresolved identifier: a"
    type U = T                   // error[unresolved]: "names in outer modules are not visible in contained modules"
    method M(u: U) { }
    method N(t: T) { }           // error[unresolved]: "names in outer modules are not visible in contained modules"
  }
  const a := 1
  type T = int
}

module Alone {
  const b := top                 // error[unresolved]: "unresolved identifier: top"
  const d := B.x                 // error[unresolved]: "unresolved identifier: B"
}

module A {
  const a := 1
  type T = int
  module Empty { }
}

module B {
  import A
  import opened Again = A.Empty
  const x := A.a + A.b2          // error[unresolved]: "unresolved identifier: b2"
  const y := a                   // error[unresolved]: "unresolved identifier: a"
  const z: A.S := 3              // error[unresolved]: "module 'A' does not declare a type 'S'"
  const u: A.T.S := 3            // error[unresolved]: "member 'S' does not exist in type 'T' or cannot be part of type name"
  const v: A := 3                // error[type]: "expected type"
  method M() {
    var m := A;                  // error[misplaced]: "name of module (A) is used as a variable"
    var t := A.T;                // error[misplaced]: "name of type (T) is used as a variable"
    A.Missing();                 // error[unresolved]: "unresolved identifier: Missing"
    assert A.M(3) == 4;          // error[unresolved]: "unresolved identifier: M"
    assert top == 1;             // error[unresolved]: "unresolved identifier: top"
  }
}
