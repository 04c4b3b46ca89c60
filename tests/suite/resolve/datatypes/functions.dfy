// run: resolve
// Datatypes that hold functions, but not of themselves: there are more functions of a type than it has values.
datatype Handler = Handler(run: int -> int, guard: int --> bool)
datatype Bad = Bad(test: Bad -> bool) // error[type]: "type whose cardinality exceeds itself" error[unsupported]: "datatypes that hold functions from or to themselves are not supported yet"
