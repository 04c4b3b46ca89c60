// What datatypes ask of the type arguments that are written down.
datatype Defaults<T(0)> = Defaults(value: T)
datatype Nonempty<A, T(00)> = Nonempty(value: T)
datatype Plain<T(!new)> = Plain(value: T)
type Some<T> = Nonempty<int, T>  // error[characteristic]: "type parameter 1 (T) passed to type Nonempty must be nonempty (got T)"

method Written<T>(d: Defaults<T>)  // error[characteristic]: "type parameter (T) passed to type Defaults must support auto-initialization (got T)"
{}


method Locals<T>(x: T)
{
  var p: Plain<int> := Plain(1);
  var q: Plain<array<int>>;  // error[characteristic]: "type parameter (T) passed to type Plain must contain no references (got array<int>)"
}
