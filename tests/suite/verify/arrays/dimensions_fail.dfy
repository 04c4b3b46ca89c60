method FirstIndex(m: array2<int>, i: int) returns (x: int)
  requires m.Length1 > 0
{
  x := m[i, 0];  // error[index-range]: "index 0 out of range"
}

method SecondIndex(m: array2<int>, i: nat, j: nat) returns (x: int)
  requires i < m.Length0 && j < m.Length0
{
  x := m[i, j];  // error[index-range]: "index 1 out of range"
}

method WrittenIndex(m: array3<int>, i: nat, j: nat)
  requires i < m.Length0 && i < m.Length1
  modifies m
{
  m[i, i, j] := 0;  // error[index-range]: "index 2 out of range"
}

method IndicesExchanged(m: array2<int>, i: nat, j: nat)
  requires i < m.Length0 && j < m.Length1
  modifies m
{
  m[j, i] := 0;  // error[index-range]: "index 0 out of range" error[index-range]: "index 1 out of range"
}

method NotInTheFrame(a: array2<int>, b: array2<int>)
  requires b.Length0 > 0 && b.Length1 > 0
  modifies a
{
  b[0, 0] := 1;  // error[modifies]
}

function NotRead(m: array2<int>): int
  requires m.Length0 > 0 && m.Length1 > 0
{
  m[0, 0]  // error[reads]
}

function LengthsAreNoPartOfTheHeap(m: array2<int>): int
{
  m.Length0 + m.Length1
}

method Null(m: array2?<int>) returns (n: int)
{
  n := m.Length1;  // error[null]
}

method NullRead(m: array2?<int>) returns (n: int)
{
  n := m[0, 0];  // error[null] error[index-range]: "index 0 out of range" error[index-range]: "index 1 out of range"
}

method NullWritten(m: array3?<int>)
  requires m != null ==> m.Length0 > 0 && m.Length1 > 0 && m.Length2 > 0
  modifies m
{
  m[0, 0, 0] := 1;  // error[null]
}

method NegativeSize(n: int, k: nat) returns (m: array2<int>)
{
  m := new int[k, n];  // error[array-size]: "array size (dimension 1) might be negative"
}

method BothSizes(n: int, k: int) returns (m: array2<int>)
{
  m := new int[n, k];  // error[array-size]: "(dimension 0)" error[array-size]: "(dimension 1)"
}

method NoDefault<T>(n: nat, k: nat) returns (m: array2<T>)
  requires n > 0
{
  m := new T[n, k];  // error[array-size]: "must have empty size"
}

method Initial(n: nat) returns (m: array2<int>)
{
  m := new int[n, n]((i, j) => 10 / j);  // error[division-by-zero]
}

method InitialDomain(n: nat) returns (m: array2<int>)
{
  m := new int[n, n + 1]((i, j) requires j < n => j);  // error[precondition]: "all array indices must be in the domain of the initialization function"
}

method InitialType(n: nat) returns (m: array2<nat>)
{
  m := new nat[n, n]((i, j) => i - j);  // error[subset]
}

method Transposed(m: array2<int>) returns (t: array2<int>)
  ensures t.Length0 == m.Length1 && t.Length1 == m.Length0
{  // error[postcondition]
  t := new int[m.Length0, m.Length1];
}

method OnePlaceTwice(m: array2<int>, k: nat)
  requires m.Length0 > 9 && k < m.Length1
  modifies m
{
  forall i, j | 0 <= i < 10 && 0 <= j < 10 {
    m[i, k] := j;  // error[distinct-targets]
  }
}

method AtOnce(m: array2<int>, i: nat, j: nat)
  requires i < m.Length0 && i < m.Length1 && j < m.Length0 && j < m.Length1
  modifies m
{
  m[i, j], m[j, i] := 0, 1;  // error[distinct-targets]
}

method ForallOutOfRange(m: array2<int>)
  modifies m
{
  forall i, j | 0 <= i < m.Length0 && 0 <= j < m.Length0 {
    m[i, j] := 0;  // error[index-range]: "index 1 out of range"
  }
}

method NotFresh(m: array2<int>)
{
  assert fresh(m);  // error[assertion]
}

method Old(m: array2<int>)
  requires m.Length0 > 0 && m.Length1 > 0
  modifies m
  ensures m[0, 0] == old(m[0, 0])
{  // error[postcondition]
  m[0, 0] := m[0, 0] + 1;
}

method ToNonNull(m: array2?<int>) returns (n: array2<int>)
{
  n := m;  // error[subset]
}

method ElementType(m: array2<nat>, v: int)
  requires m.Length0 > 0 && m.Length1 > 0
  modifies m
{
  m[0, 0] := v;  // error[subset]
}

method NotAssigned() returns (m: array2<int>)
{
}  // error[definite-assignment]
