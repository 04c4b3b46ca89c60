// Declarations of subset types.
type Even = x: int | x % 2 == 0
type NotBool = x: int | x + 1  // error[type]: "subset-type constraint must be of type bool (instead got int)"
type WrongWitness = x: int | x > 0 witness true  // error[type]: "witness expression must have type 'int' (got 'bool')"
type Generic<T> = s | |s| > 0 witness *  // error[unsupported]: "subset types with type parameters that do not name their base type are not supported yet"
type NoDefault = a: array<int> | a.Length > 0  // error[witness]: "cannot find witness that shows type is inhabited; try giving a hint"
type Even = nat  // error[duplicate]
type Around = x: seq<Around> | true  // error[type]: "type-synonym cycle: Around -> Around"
method M(x: Even<int>) {}  // error[arity]: "wrong number of type arguments (1 instead of 0) passed to subset type: Even"
