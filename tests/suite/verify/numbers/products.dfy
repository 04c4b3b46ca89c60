// Products, quotients and remainders of unknowns.

lemma Squares(x: int)
  ensures x * x >= 0
  ensures (x + 1) * (x + 1) == x * x + 2 * x + 1
{
}

lemma Signs(x: int, y: int)
  ensures x > 0 && y > 0 ==> x * y > 0
  ensures x < 0 && y > 0 ==> x * y < 0
  ensures x * y == 0 ==> x == 0 || y == 0
{
}

lemma Monotony(x: int, y: int, z: int)
  requires x <= y && z >= 0
  ensures x * z <= y * z
{
}

lemma Distribution(x: int, y: int, z: int)
  ensures x * (y + z) == x * y + x * z
  ensures (x - y) * (x + y) == x * x - y * y
{
}

lemma Remainders(a: int, k: int, b: int)
  requires b > 0
  ensures (a + k * b) % b == a % b
  ensures (k * b) % b == 0 && (k * b) / b == k
  ensures a == (a / b) * b + a % b
{
}

lemma Quotients(a: nat, c: nat, b: nat)
  requires b > 0 && a <= c
  ensures a / b <= c / b <= c
{
}

method Cell(grid: array<int>, rows: nat, columns: nat, row: nat, column: nat) returns (v: int)
  requires grid.Length == rows * columns && row < rows && column < columns
{
  v := grid[row * columns + column];
}

// The remainder is what the quantifier is triggered by.
method LargestDivisor(n: int) returns (d: int)
  requires n > 1
  ensures 1 <= d < n && n % d == 0
  ensures forall k :: d < k < n ==> n % k != 0
{
  d := n - 1;
  while n % d != 0
    invariant 1 <= d < n
    invariant forall k :: d < k < n ==> n % k != 0
    decreases d
  {
    d := d - 1;
  }
}

function Power(b: nat, e: nat): nat {
  if e == 0 then 1 else b * Power(b, e - 1)
}

lemma PowersOfSums(b: nat, m: nat, n: nat)
  ensures Power(b, m + n) == Power(b, m) * Power(b, n)
{
  if m > 0 {
    PowersOfSums(b, m - 1, n);
  }
}

method Reals(x: real, y: real)
  requires x > 0.0 && y > 1.0
{
  assert x * y > x;
  assert x / y < x;
  assert x * (y + 1.0) == x * y + x;
}

method SumAndLargest(a: array<nat>) returns (sum: nat, largest: nat)
  ensures sum <= a.Length * largest
{
  sum, largest := 0, 0;
  for i := 0 to a.Length
    invariant sum <= i * largest
  {
    if a[i] > largest {
      largest := a[i];
    }
    sum := sum + a[i];
  }
}

lemma OddSquares(n: int)
  requires n % 2 == 1
  ensures n * n % 2 == 1
{
}
