// Generic methods: arrays of a type parameter, definite assignment, type arguments that are written.

method Swap<T>(a: array<T>, i: int, j: int)
  requires 0 <= i < a.Length && 0 <= j < a.Length
  modifies a
  ensures a[..] == old(a[..])[i := old(a[j])][j := old(a[i])]
{
  a[i], a[j] := a[j], a[i];
}

method Find<T(==)>(a: array<T>, x: T) returns (index: int)
  ensures -1 <= index < a.Length
  ensures index == -1 ==> x !in a[..]
  ensures index >= 0 ==> a[index] == x
{
  index := 0;
  while index < a.Length
    invariant 0 <= index <= a.Length
    invariant x !in a[..index]
  {
    if a[index] == x {
      return;
    }
    index := index + 1;
  }
  index := -1;
}

method Filled<T>(n: nat, x: T) returns (a: array<T>)
  ensures fresh(a)
  ensures a.Length == n
  ensures forall i :: 0 <= i < n ==> a[i] == x
{
  a := new T[n](_ => x);
}

method Pair<A, B>(a: A, b: B) returns (first: A, second: B)
  ensures first == a && second == b
{
  first, second := a, b;
}

method Default<T(0)>() returns (x: T)
{
  var y: T := *;
  x := y;
}

method Main()
{
  var a := Filled(3, 'x');
  a[1] := 'y';
  Swap(a, 0, 1);
  assert a[0] == 'y';
  var i := Find(a, 'y');
  assert a[..] == ['y', 'x', 'x'];
  assert i >= 0;
  var b := Filled<nat>(2, 7);
  assert b[0] == 7;
  var p, q := Pair(1, true);
  assert p == 1 && q;
  var d := Default<int>();
  print a[..], b[..], i, p, q, "\n";
}

// Values of a type without known value come from parameters only.
method Last<T>(s: seq<T>) returns (x: T)
  requires s != []
{
  x := s[|s| - 1];
}

ghost method GhostDefault<T(00)>() returns (x: T)
{
}
