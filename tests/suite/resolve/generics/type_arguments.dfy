// Type arguments: how many, which, and those that nothing determines.
function Id<T>(x: T): T { x }
function Nothing<T>(): seq<T> { [] }
method Make<T>(n: int) returns (s: seq<T>) { s := []; }
lemma Fact<A, B>(x: A) {}

method Calls()
{
  var a := Id<int, bool>(1);  // error[arity]: "function 'Id' expects 1 type argument (got 2)"
  var b: int := Id(true);  // error[type]
  Fact<int>(3);  // error[arity]: "method 'Fact' expects 2 type arguments (got 1)"
}

method Duplicate<T, T>(x: T) {}  // error[duplicate]: "duplicate type-parameter name: T"

method Variance<+T>(x: T) {}  // error[misplaced]: "type-parameter variance is not allowed to be specified in this context"

method Arguments<T>(x: T<int>) {}  // error[arity]: "type parameter expects no type arguments: T"

method OutOfScope(x: T) {}  // error[unresolved]

method NotMixed<A, B>(a: A, b: B)
{
  var same := a == b;  // error[type]: "arguments must have comparable types (got A and B)"
  var sum := a + a;  // error[type]
}

type Twice<T> = (T, T)
type Both<S, T> = (S, T)

method Synonym<T>(x: Both, y: Twice<int, int>) {}  // error[arity]: "wrong number of type arguments (0 instead of 2) passed to type synonym: Both" error[arity]
