// What datatypes ask of their type arguments, and what they have of them.
datatype Keyed<K(==), V> = Keyed(key: K, value: V)
datatype Sets<T> = Sets(elements: set<T>)
datatype Defaults<T(0)> = Defaults(value: T)
datatype List<T> = Nil | Cons(head: T, tail: List<T>) {
  predicate Same(other: List<T>) { this == other }  // error[characteristic]: "== can only be applied to expressions of types that support equality (got List<T>)"
}
datatype Secret<T> = Secret(open: T, ghost hidden: T)
datatype Phantom<T> = Phantom

method Made<T>(x: T, y: T)
{
  var k := Keyed(x, 1);  // error[characteristic]: "type parameter 0 (K) passed to type Keyed must support equality (got T)" error[characteristic]
  ghost var g := Keyed(x, 1);
  var d := Defaults(x);  // error[characteristic]: "type parameter (T) passed to type Defaults must support auto-initialization (got T)"
}

method Compared<T, U(==)>(x: T, u: U)
{
  var a := Cons(x, Nil) == Cons(x, Nil);  // error[characteristic]: "== can only be applied to expressions of types that support equality (got List<T>)"
  var b := Cons(u, Nil) == Cons(u, Nil);
  var c := Secret(1, 2) == Secret(1, 2);  // error[characteristic]: "== can only be applied to expressions of types that support equality (got Secret<int>)"
  ghost var d := Secret(1, 2) == Secret(1, 2);
  var e := Phantom<T>.Phantom == Phantom<T>.Phantom;
}

// As if (==) were written.
function InSet<T>(s: Sets<T>, x: T): bool { x in s.elements }
