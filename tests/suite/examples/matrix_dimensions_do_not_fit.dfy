// The mistake: nothing says that the rows of a are as long as the columns of b.

method Element(a: array2<int>, i: nat, b: array2<int>, j: nat) returns (sum: int)
  requires i < a.Length0 && j < b.Length1
{
  sum := 0;
  for k := 0 to a.Length1 {
    sum := sum + a[i, k] * b[k, j];  // refuted[index-range]: "index 0 out of range"
  }
}
