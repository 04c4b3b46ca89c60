// Constraints that speak of ever larger types.
ghost predicate Differ<T>(a: T, b: T) { a != b }
type Grown<T(!new)> = n: int | Larger<T>() ==> n == 0
ghost predicate Larger<T(!new)>() { exists x: Grown<seq<T>>, y: int :: Differ(x, y) }  // error[unsupported]: "calls with ever larger type arguments (polymorphic recursion) are not supported yet"
