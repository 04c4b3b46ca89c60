lemma NotMonotone(x: int, y: int, z: int)
  requires x <= y
  ensures x * z <= y * z
{  // error[postcondition]
}

lemma RemainderOfSum(a: int, b: int, m: int)
  requires m > 0
  ensures (a + b) % m == a % m + b % m
{  // error[postcondition]
}

lemma NegativeDivisor(a: int, k: int, b: int)
  requires b != 0
  ensures a / b * b <= a && (a + b) / b == a / b
{  // error[postcondition]
}

lemma SmallQuotient(a: int, b: int)
  requires b > 0
  ensures a / b <= a
{  // error[postcondition]
}

method Outside(grid: array<int>, rows: nat, columns: nat, row: nat, column: nat) returns (v: int)
  requires grid.Length == rows * columns && row < rows && column <= columns
{
  v := grid[row * columns + column];  // error[index-range]
}

lemma RealSquare(x: real)
  ensures x * x >= x
{  // error[postcondition]
}
