// run: resolve
// A trait of another module is extended where one of the two says so.
module Closed {
  trait T { }
}
module Open {
  trait {:termination false} T { }
}
module Extends {
  import Closed
  import Open
  class A extends Closed.T { } // error[misplaced]: "class 'A' is in a different module than trait 'Closed.T'. A class may only extend a trait in the same module, unless the parent trait is annotated with {:termination false} or the class with @AssumeCrossModuleTermination."
  class B extends Open.T { }
  @AssumeCrossModuleTermination
  class C extends Closed.T { }
}
