// run: resolve
// A module needs its parts; of one that declares nothing else there is nothing to be said.
module Bare {
  module Broken {
    const c: int := true // error[type]
  }
}

module Around {
  import opened Whole
  module Broken { // error[unresolved]: "not resolving module 'Around' because there were errors in resolving its nested module 'Broken'"
    method M() {
      ghost var g := 1;
      print g; // error[ghost]
    }
  }
  const c: int := true
}

module Around.Late { // stands elsewhere
  const c: int := true // error[type]
}

module Whole { }
