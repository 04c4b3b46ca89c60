// run: resolve
// What else may extend a trait in Dafny.
trait T { }
datatype D extends T = D // error[unsupported]: "datatypes that extend traits are not supported yet"
newtype N extends T = int // error[unsupported]: "newtypes that extend traits are not supported yet"
type A extends T // error[unsupported]: "abstract types that extend traits are not supported yet"
method M<T extends T>(t: T) // error[unsupported]: "type bounds are not supported yet"
