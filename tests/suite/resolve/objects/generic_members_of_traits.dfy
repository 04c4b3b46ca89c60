// run: resolve
// A class whose members stand for generic ones of a trait that does not have its type parameters.
trait Plain {
  function Of<T>(x: T): T
}

class Generic<A> extends Plain {
  function Of<T>(x: T): T { x } // error[unsupported]: "generic members of traits in a class with type parameters that the trait does not have are not supported yet"
}
