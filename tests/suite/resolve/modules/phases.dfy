// run: resolve
// A module is looked at as far as its own errors let one, whatever is wrong in modules that have nothing to do with it;
// of one that depends on a module with errors nothing is said.
module Types {
  const n: int := true // error[type]
  method Ghosts() {
    ghost var g := 1;
    print g; // what is ghost comes after types
  }
  method Open() {
    var s := {}; // so do types that do not follow from what is there
  }
}

module OpenTypes {
  method Open() {
    var s := {}; // error[underspecified]
  }
  method Ghosts() {
    ghost var g := 1;
    print g;
  }
}

module Ghosts {
  method Print<T>(x: T, y: T) {
    ghost var g := 1;
    print g; // error[ghost]
    print x == y; // what type arguments can do comes later
  }
}

module Characteristics {
  method Print<T>(x: T, y: T) {
    print x == y; // error[characteristic]
  }
}

module Constants {
  const a: int := b // error[unresolved]: "const definition contains a cycle"
  const b: int := a // error[unresolved]
}

module Objects {
  class C {
    var c: int
    constructor () {
      c := Get(this); // error[misplaced]
    }
  }
  function Get(c: C): int
    reads c
  {
    c.c
  }
}

module ByImport {
  import Types
  const m: int := true
}

module ByImportOfImport {
  import N = ByImport
  const m: int := true
}

module Unharmed {
  import Whole
  function F(n: Whole.Small): int { n as int }
}

module Whole {
  newtype Small = n | 0 <= n < 10
  const c: Small := 3
}
