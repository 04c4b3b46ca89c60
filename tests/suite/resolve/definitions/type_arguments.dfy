// What a constraint rests on is also found in type arguments: of functions as values, of calls, of subset types.
ghost predicate Differ<T>(a: T, b: T) { a != b }
ghost predicate Several<T(!new)>() { exists a: T, b: T :: Differ(a, b) }
ghost predicate Holds(p: () -> bool) { p() }
datatype Kept = Kept(p: () -> bool)
datatype Option<T> = None | Some(value: T)

type Value = n: int | Holds(Several<Value>) ==> n == 0  // error[type]: "recursive constraint dependency involving a subset type: Value -> Value"
type Stored = n: int | Kept(Several<Stored>).p() ==> n == 0  // error[type]: "Stored -> Stored"
type Around = n: int | Several<Option<Around>>() ==> n == 0  // error[type]: "Around -> Around"
type Pairs = n: int | Several<(int, seq<Pairs>)>() ==> n == 0  // error[type]: "Pairs -> Pairs"
type Domain = n: int | Several<Domain -> bool>() ==> n == 0  // error[type]: "Domain -> Domain"
type Bound = n: int | (exists f: () -> Bound :: f() == 1) ==> n == 0  // error[type]: "Bound -> Bound"
newtype Number = n: int | Holds(() => Several<Number>()) ==> n == 0  // error[type]: "recursive constraint dependency involving a newtype: Number -> Number"

// A function that the constraint calls tells nothing of the type that it is called for.
type Outer<T(!new)> = n: int | Several<T>() ==> n == 0  // error[type]: "Outer<Inner> -> Several<Inner> -> Inner -> Named -> Outer<Inner>"
type Inner = n: int | !Named() ==> n == 0  // error[type]: "Inner -> Named -> Outer<Inner> -> Several<Inner> -> Inner"
ghost predicate Is(n: int) { true }
ghost predicate Named() { exists s: Outer<Inner> :: Is(s) && s == 1 }

// Members, constants, default values, recursion, tests, parameters of lambdas, what is chosen.
datatype Asked<T> = Asked(t: T) {
  ghost predicate Many<U(!new)>() { Several<U>() }
}
type Member = n: int | Asked(0).Many<Member>() ==> n == 0  // error[type]: "Member -> Member"
ghost const several: bool := Several<ByConstant>()  // error[unresolved]: "const definition contains a cycle"
type ByConstant = n: int | several ==> n == 0  // error[type]: "ByConstant -> several -> ByConstant"
ghost predicate Left(p: bool := Several<ByDefault>()) { p }
type ByDefault = n: int | Left() ==> n == 0  // error[type]: "ByDefault -> ByDefault"
ghost predicate Count<T(!new)>(n: nat) { if n == 0 then Several<T>() else Count<T>(n - 1) }
type Counted = n: int | Count<Counted>(3) ==> n == 0  // error[type]: "Counted -> Counted"
type Tested = n: int | !(n is Tested) ==> n == 0  // error[type]: "Tested -> Tested"
type ByLambda = n: int | (var f := (x: ByLambda) => x == 1; f.requires(1)) ==> n == 0  // error[type]: "ByLambda -> ByLambda"
type Chosen = n: int | (var x: Chosen :| true; x) == 0 ==> n == 0  // error[type]: "Chosen -> Chosen"
