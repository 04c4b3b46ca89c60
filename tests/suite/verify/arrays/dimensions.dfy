// Arrays of two dimensions and more: lengths, elements, frames.

method Set(m: array2<int>, i: int, j: int, v: int)
  requires 0 <= i < m.Length0 && 0 <= j < m.Length1
  modifies m
  ensures m[i, j] == v
  ensures forall p, q :: 0 <= p < m.Length0 && 0 <= q < m.Length1 && (p, q) != (i, j) ==> m[p, q] == old(m[p, q])
{
  m[i, j] := v;
}

method Swap(m: array2<int>, i: nat, j: nat, k: nat, l: nat)
  requires i < m.Length0 && j < m.Length1 && k < m.Length0 && l < m.Length1
  modifies m
  ensures m[i, j] == old(m[k, l]) && m[k, l] == old(m[i, j])
{
  m[i, j], m[k, l] := m[k, l], m[i, j];
}

method Lengths() returns (m: array3<bool>)
  ensures fresh(m)
  ensures m.Length0 == 2 && m.Length1 == 3 && m.Length2 == 4
{
  m := new bool[2, 3, 4];
}

method LengthsAreNoNegativeNumbers(m: array4<real>)
  ensures m.Length0 >= 0 && m.Length1 >= 0 && m.Length2 >= 0 && m.Length3 >= 0
{
}

method Table(n: nat, k: nat) returns (t: array2<nat>)
  ensures fresh(t) && t.Length0 == n && t.Length1 == k
  ensures forall i, j :: 0 <= i < n && 0 <= j < k ==> t[i, j] == i * k + j
{
  t := new nat[n, k]((i, j) => i * k + j);
}

function Sum(i: nat, j: nat): nat
  requires i < 5
{
  i + j
}

method ByName() returns (t: array2<int>)
  ensures t.Length0 == 5 && t.Length1 == 3 && t[4, 2] == 6
{
  t := new int[5, 3](Sum);
}

method ByLambdaWithPrecondition(n: nat) returns (t: array2<int>)
  ensures t.Length0 == n && t.Length1 == n
  ensures forall i, j :: 0 <= i < n && 0 <= j < n ==> t[i, j] * (1 + j) <= 100
{
  t := new int[n, n]((i: nat, j: nat) requires i < n => 100 / (1 + j));
}

// Without elements nothing has to be there: one empty dimension is enough.
method Empty<T>(n: nat) returns (none: array2<T>, also: array3<T>)
  ensures none.Length0 == n && none.Length1 == 0 && also.Length1 == 0
{
  none := new T[n, 0];
  also := new T[n, 0, n];
}

method Clear(m: array2<int>)
  modifies m
  ensures forall i, j :: 0 <= i < m.Length0 && 0 <= j < m.Length1 ==> m[i, j] == 0
{
  forall i, j | 0 <= i < m.Length0 && 0 <= j < m.Length1 {
    m[i, j] := 0;
  }
}

method Transpose(m: array2<int>) returns (t: array2<int>)
  ensures fresh(t) && t.Length0 == m.Length1 && t.Length1 == m.Length0
  ensures forall i, j :: 0 <= i < m.Length0 && 0 <= j < m.Length1 ==> t[j, i] == m[i, j]
{
  t := new int[m.Length1, m.Length0];
  forall i, j | 0 <= i < m.Length0 && 0 <= j < m.Length1 {
    t[j, i] := m[i, j];
  }
}

method TransposeInPlace(m: array2<int>)
  requires m.Length0 == m.Length1
  modifies m
  ensures forall i, j :: 0 <= i < m.Length0 && 0 <= j < m.Length1 ==> m[j, i] == old(m[i, j])
{
  forall i, j | 0 <= i < m.Length0 && 0 <= j < m.Length1 {
    m[j, i] := m[i, j];
  }
}

method FillRow(m: array2<int>, row: nat, v: int)
  requires row < m.Length0
  modifies m
  ensures forall j :: 0 <= j < m.Length1 ==> m[row, j] == v
  ensures forall i, j :: 0 <= i < m.Length0 && 0 <= j < m.Length1 && i != row ==> m[i, j] == old(m[i, j])
{
  forall j | 0 <= j < m.Length1 {
    m[row, j] := v;
  }
}

method Diagonal(m: array2<int>)
  requires m.Length0 <= m.Length1
  modifies m
  ensures forall i :: 0 <= i < m.Length0 ==> m[i, i] == 1
  ensures forall i, j :: 0 <= i < m.Length0 && 0 <= j < m.Length1 && i != j ==> m[i, j] == old(m[i, j])
{
  forall i | 0 <= i < m.Length0 {
    m[i, i] := 1;
  }
}

method Loops(m: array3<int>)
  modifies m
  ensures forall i, j, k ::
    0 <= i < m.Length0 && 0 <= j < m.Length1 && 0 <= k < m.Length2 ==> m[i, j, k] == i
{
  for i := 0 to m.Length0
    invariant forall p, j, k :: 0 <= p < i && 0 <= j < m.Length1 && 0 <= k < m.Length2 ==> m[p, j, k] == p
  {
    for j := 0 to m.Length1
      invariant forall p, q, k :: 0 <= p < i && 0 <= q < m.Length1 && 0 <= k < m.Length2 ==> m[p, q, k] == p
      invariant forall q, k :: 0 <= q < j && 0 <= k < m.Length2 ==> m[i, q, k] == i
    {
      for k := 0 to m.Length2
        invariant forall p, q, r :: 0 <= p < i && 0 <= q < m.Length1 && 0 <= r < m.Length2 ==> m[p, q, r] == p
        invariant forall q, r :: 0 <= q < j && 0 <= r < m.Length2 ==> m[i, q, r] == i
        invariant forall r :: 0 <= r < k ==> m[i, j, r] == i
      {
        m[i, j, k] := i;
      }
    }
  }
}

predicate IsZero(m: array2<int>)
  reads m
{
  forall i, j :: 0 <= i < m.Length0 && 0 <= j < m.Length1 ==> m[i, j] == 0
}

method FramesAreOfEachArray(a: array2<int>, b: array2<int>, line: array<int>)
  requires a != b && IsZero(b)
  requires a.Length0 > 0 && a.Length1 > 0 && line.Length > 0 && line[0] == 3
  modifies a
{
  a[0, 0] := 1;
  assert IsZero(b);
  assert line[0] == 3;
  assert !IsZero(a);
}

method ElementsBelongToTheirType(m: array2<nat>, deep: array2<array2<nat>>)
  requires m.Length0 == 2 && m.Length1 == 2
{
  assert m[0, 1] >= 0;
  if deep.Length0 > 1 && deep.Length1 > 2 && deep[1, 2].Length0 > 0 && deep[1, 2].Length1 > 0 {
    assert deep[1, 2][0, 0] >= 0;
    assert allocated(deep[1, 2]);
  }
}

method MayBeNull(m: array2?<int>) returns (n: nat)
  ensures m != null ==> n == m.Length0 * m.Length1
{
  if m == null {
    return 0;
  }
  n := m.Length0 * m.Length1;
}

method Generic<T(0)>(n: nat, given: T) returns (m: array2<T>)
  ensures fresh(m) && m.Length0 == n && m.Length1 == n
  ensures forall i, j :: 0 <= i < n && 0 <= j < n ==> m[i, j] == given
{
  m := new T[n, n];
  forall i, j | 0 <= i < n && 0 <= j < n {
    m[i, j] := given;
  }
}

// One of several dimensions is an object as well; what it is, it shows.
method Objects(a: array2<int>, b: array<int>)
{
  var o: object := a;
  var p: object := b;
  var objects := {o, p};
  assert o in objects;
  assert o == a;
}

// Indices and array are those before anything else happens.
method EvaluatedOnce(m: array2<int>) returns (i: int, j: int)
  requires m.Length0 == 2 && m.Length1 == 2
  modifies m
  ensures m[0, 1] == 5 && i == 1 && j == 0
{
  i, j := 0, 1;
  i, m[i, j], j := 1, 5, 0;
}

method Inferred() returns (n: int)
  ensures n == 6
{
  var m := new int[2, 3];
  var rows: array2 := m;
  n := rows.Length0 * rows.Length1;
}

class Board {
  var squares: array2<char>
  constructor (size: nat)
    ensures squares.Length0 == squares.Length1 == size && fresh(squares)
  {
    squares := new char[size, size]((i, j) => if (i + j) % 2 == 0 then '#' else '.');
  }
  method Put(i: nat, j: nat, piece: char)
    requires i < squares.Length0 && j < squares.Length1
    modifies squares
    ensures squares[i, j] == piece
  {
    squares[i, j] := piece;
  }
}

method Play() {
  var board := new Board(8);
  board.Put(3, 4, 'Q');
  assert board.squares[3, 4] == 'Q';
}
