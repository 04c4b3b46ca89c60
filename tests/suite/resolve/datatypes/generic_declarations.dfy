// Static errors of declarations of datatypes with type parameters.
datatype List<T> = Nil | Cons(head: T, tail: List<T>)
datatype Covariant<+T> = C(f: T, rest: seq<Covariant<T>>, two: map<T, (T, int)>)
datatype InvariantUse<+T> = I(f: array<T>)  // error[type]: "formal type parameter 'T' is not used according to its variance specification"
datatype InList<+T> = L(f: List<T>)  // error[type]: "formal type parameter 'T' is not used according to its variance specification"
datatype Contravariant<-T> = N(f: T)  // error[type]: "formal type parameter 'T' is not used according to its variance specification"
datatype Phantom<-T> = P(n: int)
datatype Lax<!T> = X(f: T)
datatype InLax<T> = Y(f: Lax<T>)  // error[type]: "(it is used left of an arrow) (perhaps try declaring 'T' as '-T' or '!T')"
datatype CovariantInLax<+T> = Z(f: Wide<T>)  // error[type]: "(it is used left of an arrow) (perhaps try changing the declaration from '+T' to '*T')"
datatype Wide<*T> = W(f: T)
datatype Larger = Larger(f: seq<Lax<Larger>>)  // error[type]: "using the type being defined ('Larger') here would cause a logical inconsistency"
datatype Duplicate<T, T> = D(f: T)  // error[duplicate]: "duplicate type-parameter name: T"
datatype Unknown<T> = U(f: S)  // error[unresolved]: "type or type parameter is not declared in this scope: S"
datatype Applied<T> = A(f: T<int>)  // error[arity]: "type parameter expects no type arguments: T"
datatype Missing = M(f: List)  // error[arity]: "wrong number of type arguments (0 instead of 1) passed to datatype: List"
datatype TooMany = T(f: List<int, bool>)  // error[arity]: "wrong number of type arguments (2 instead of 1) passed to datatype: List"
datatype LeftOut<T> = Done | More(head: T, tail: LeftOut)

function Variance<+T>(x: T): T { x }  // error[misplaced]: "type-parameter variance is not allowed to be specified in this context"
method Wrong<T>(xs: Two) {}  // error[arity]: "wrong number of type arguments (0 instead of 2) passed to datatype: Two"
method Inside() returns (xs: seq<List>) {}
datatype Two<A, B> = Two(a: A, b: B)
