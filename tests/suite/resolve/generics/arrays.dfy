// Whether two arrays can be the same array must not depend on what type parameters stand for, where arrays are changed.
method Aliases<T>(a: array<T>, b: array<int>, x: T)  // error[unsupported]
  requires a.Length > 0 && b.Length > 0
  modifies a
{
  a[0] := x;
  assert b[0] == old(b[0]);
}

method Apart<T>(a: array<T>, b: array<array<T>>, x: T)
  requires a.Length > 0
  modifies a
{
  a[0] := x;
}
