// run: resolve
// What may be ghost around arrays of several dimensions.

method Ghost(m: array2<int>, ghost i: int)
  requires 0 <= i < m.Length0 && 0 < m.Length1
  modifies m
{
  m[i, 0] := 1;  // error[ghost]
}
