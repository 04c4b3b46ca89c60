// Recursive functions that read the heap, called with literals; nothing is computed of them, whatever their measures mention.
function Sum(a: array<int>, low: int, high: int): int
  requires 0 <= low <= high <= a.Length
  reads a
  decreases high
{
  if low == high then 0 else a[high - 1] + Sum(a, low, high - 1)
}
predicate IsPrefix(a: array<int>, sums: array<int>)
  reads sums, a
{
  a.Length + 1 == sums.Length && forall j :: 0 <= j <= a.Length ==> sums[j] == Sum(a, 0, j)
}
function SumAll(rows: seq<array<int>>, k: int, z: int): int
  requires 0 <= k <= |rows|
  reads rows
  decreases k
{
  if k == 0 then z else (if rows[k - 1].Length > 0 then rows[k - 1][0] else 0) + SumAll(rows, k - 1, z)
}
method Use(rows: seq<array<int>>, a: array<int>) returns (r: int)
  requires |rows| > 3
{
  assert SumAll(rows, 0, 7) == 7;
  assert Sum(a, 0, 0) == 0;
  r := 0;
}
lemma Zero(a: array<int>) ensures forall i :: 0 <= i <= a.Length ==> Sum(a, 0, i) == Sum(a, 0, i) {}
