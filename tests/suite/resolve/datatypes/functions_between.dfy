// run: resolve
// Functions of a datatype by way of another.
datatype Here = Here(there: There) // error[unsupported]: "datatypes that hold functions from or to themselves are not supported yet"
datatype There = Back(back: int -> (seq<Here> -> bool)) // error[type]: "type whose cardinality exceeds itself"
