// What compiled and ghost code may ask of a type parameter.
method Compare<T>(x: T, y: T) returns (same: bool)
{
  same := x == y;  // error[characteristic]: "== can only be applied to expressions of types that support equality (got T) (perhaps try declaring type parameter 'T' on line 2 as 'T(==)', which says it can only be instantiated with a type that supports equality)"
}

method CompareInGhost<T>(x: T, y: T) returns (ghost same: bool)
{
  same := x == y;
}

function Member<T>(x: T, s: seq<T>): bool
{
  x in s  // error[characteristic]: "in can only be applied to expressions of sequence types that support equality (got seq<T>)"
}

function IsEmpty<T>(s: seq<T>): bool { s == [] }

function Same<T(==)>(x: T, y: T): bool { x == y }

function PassOn<U>(x: U): bool
{
  Same(x, x)  // error[characteristic]: "type parameter (T) passed to function Same must support equality (got U)"
}

ghost function PassOnInGhost<U>(x: U): bool { Same(x, x) }

method Init<T(0)>() {}
ghost method Some<T(00)>() {}
lemma Fixed<T(!new)>() {}

method Calls<A, B(00)>()
{
  Init<A>();  // error[characteristic]: "type parameter (T) passed to method Init must support auto-initialization (got A)"
  Init<B>();  // error[characteristic]: "must support auto-initialization (got B)"
  Init<array<int>>();  // error[characteristic]: "must support auto-initialization (got array<int>)"
  Init<array?<int>>();
  Some<A>();  // error[characteristic]: "type parameter (T) passed to method Some must be nonempty (got A)"
  Some<B>();
  Fixed<A>();  // error[characteristic]: "type parameter (T) passed to lemma Fixed must contain no references (got A)"
  Fixed<seq<array<int>>>();  // error[characteristic]: "must contain no references (got seq<array<int>>)"
  Fixed<seq<int>>();
}
