// run: resolve
// Modules of other languages, and near misses of those that there are.
module Geometry { }

module Foreign {
  import java.util.List  // error[unresolved] hint: "there is no library: an import names a module of the program"
}

module Near {
  import Geomtry  // error[unresolved] hint: "did you mean 'Geometry'?"
}

module Far {
  import Zebra  // error[unresolved]
}
