// A type that is declared to be nonempty has a value to choose; outside of modules, abstract types have no references.
type Key

ghost predicate Same(f: Key -> int, g: Key -> int) {
  forall k: Key :: f(k) == g(k)
}

ghost function Any<T(00)>(): T {
  var t: T :| true;
  t
}

ghost function AnyOrElse<T(00)>(s: seq<T>): T {
  if s == [] then Any() else s[0]
}

ghost function Nothing<T>(): T {
  var t: T :| true; // error[assign-such-that]: "cannot establish the existence of LHS values that satisfy the such-that predicate"
  t
}
