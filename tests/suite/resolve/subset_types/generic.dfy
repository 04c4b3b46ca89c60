// What can be wrong with subset types that have type parameters.
type NonEmpty<T> = s: seq<T> | |s| > 0 witness *
type Made<T(0)> = s: seq<T> | |s| > 0 witness *
type Round<T> = s: seq<Round<seq<T>>> | true  // error[type]: "type-synonym cycle: Round -> Round"

type Either<S, T> = p: (S, T) | true witness *

method Counts<T>(a: NonEmpty<int>, b: Either, c: NonEmpty<int, int>)  // error[arity]: "wrong number of type arguments (0 instead of 2) passed to subset type: Either" error[arity]
{
}

datatype Field = Field(s: NonEmpty)  // error[arity]: "wrong number of type arguments (0 instead of 1)"

method Unmade<T>(a: Made<T>)  // error[characteristic]: "type parameter (T) passed to type Made must support auto-initialization (got T)"
{
}

method Mixed(a: NonEmpty<int>, b: NonEmpty<bool>, c: array<NonEmpty<int>>, d: array<NonEmpty<nat>>)
{
  var x: NonEmpty<int> := b;  // error[type]
  var y: array<NonEmpty<int>> := c;
  y := d;  // error[type]
}
