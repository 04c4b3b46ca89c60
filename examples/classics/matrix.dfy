// Matrices: arrays of two dimensions.
//
// Proved here: Multiply computes the product of two matrices; what that is, Dot says: each element is
// a row times a column, a sum of products. Transpose turns a matrix round its diagonal, and a lemma
// shows what everybody has to look up: the transposed product is the product of the transposed
// matrices, in the other order.
//
// Why it matters: three nested loops, three indices, and each index has a dimension of its own to stay
// within. A square matrix forgives when they are mixed up; the contract does not.

// Row i of a times column j of b, as far as the first n products.
function Dot(a: array2<int>, i: nat, b: array2<int>, j: nat, n: nat): int
  requires i < a.Length0 && j < b.Length1
  requires n <= a.Length1 && n <= b.Length0
  reads a, b
{
  if n == 0 then 0 else Dot(a, i, b, j, n - 1) + a[i, n - 1] * b[n - 1, j]
}

ghost predicate IsProduct(a: array2<int>, b: array2<int>, c: array2<int>)
  reads a, b, c
{
  a.Length1 == b.Length0 && c.Length0 == a.Length0 && c.Length1 == b.Length1 &&
  forall i, j :: 0 <= i < c.Length0 && 0 <= j < c.Length1 ==> c[i, j] == Dot(a, i, b, j, a.Length1)
}

method Multiply(a: array2<int>, b: array2<int>) returns (c: array2<int>)
  requires a.Length1 == b.Length0
  ensures fresh(c) && IsProduct(a, b, c)
{
  c := new int[a.Length0, b.Length1];
  for i := 0 to a.Length0
    invariant forall p, q :: 0 <= p < i && 0 <= q < b.Length1 ==> c[p, q] == Dot(a, p, b, q, a.Length1)
  {
    for j := 0 to b.Length1
      invariant forall p, q :: 0 <= p < i && 0 <= q < b.Length1 ==> c[p, q] == Dot(a, p, b, q, a.Length1)
      invariant forall q :: 0 <= q < j ==> c[i, q] == Dot(a, i, b, q, a.Length1)
    {
      var sum := 0;
      for k := 0 to a.Length1
        invariant sum == Dot(a, i, b, j, k)
      {
        sum := sum + a[i, k] * b[k, j];
      }
      c[i, j] := sum;
    }
  }
}

ghost predicate IsTransposed(a: array2<int>, t: array2<int>)
  reads a, t
{
  t.Length0 == a.Length1 && t.Length1 == a.Length0 &&
  forall i, j :: 0 <= i < a.Length0 && 0 <= j < a.Length1 ==> t[j, i] == a[i, j]
}

// All elements at once: no loop, no invariant.
method Transpose(a: array2<int>) returns (t: array2<int>)
  ensures fresh(t) && IsTransposed(a, t)
{
  t := new int[a.Length1, a.Length0];
  forall i, j | 0 <= i < a.Length0 && 0 <= j < a.Length1 {
    t[j, i] := a[i, j];
  }
}

lemma DotOfTransposed(a: array2<int>, at: array2<int>, i: nat, b: array2<int>, bt: array2<int>, j: nat, n: nat)
  requires IsTransposed(a, at) && IsTransposed(b, bt)
  requires i < a.Length0 && j < b.Length1
  requires n <= a.Length1 && n <= b.Length0
  ensures Dot(bt, j, at, i, n) == Dot(a, i, b, j, n)
{
  if n > 0 {
    DotOfTransposed(a, at, i, b, bt, j, n - 1);
  }
}

// If c is a times b, then c transposed is b transposed times a transposed.
lemma TransposedProduct(a: array2<int>, at: array2<int>, b: array2<int>, bt: array2<int>, c: array2<int>, ct: array2<int>)
  requires IsTransposed(a, at) && IsTransposed(b, bt) && IsTransposed(c, ct)
  requires IsProduct(a, b, c)
  ensures IsProduct(bt, at, ct)
{
  forall j, i | 0 <= j < ct.Length0 && 0 <= i < ct.Length1
    ensures ct[j, i] == Dot(bt, j, at, i, bt.Length1)
  {
    DotOfTransposed(a, at, i, b, bt, j, a.Length1);
  }
}

method Identity(n: nat) returns (e: array2<int>)
  ensures fresh(e) && e.Length0 == n && e.Length1 == n
  ensures forall i, j :: 0 <= i < n && 0 <= j < n ==> e[i, j] == if i == j then 1 else 0
{
  e := new int[n, n]((i, j) => if i == j then 1 else 0);
}

// All products but one are 0 in a column of the identity.
lemma DotWithIdentity(a: array2<int>, i: nat, e: array2<int>, j: nat, n: nat)
  requires i < a.Length0 && j < e.Length1 && n <= a.Length1 && n <= e.Length0
  requires j < a.Length1
  requires forall k :: 0 <= k < e.Length0 ==> e[k, j] == if k == j then 1 else 0
  ensures Dot(a, i, e, j, n) == if j < n then a[i, j] else 0
{
  if n > 0 {
    DotWithIdentity(a, i, e, j, n - 1);
  }
}

method TimesIdentity(a: array2<int>) returns (c: array2<int>)
  ensures c.Length0 == a.Length0 && c.Length1 == a.Length1
  ensures forall i, j :: 0 <= i < a.Length0 && 0 <= j < a.Length1 ==> c[i, j] == a[i, j]
{
  var e := Identity(a.Length1);
  c := Multiply(a, e);
  forall i, j | 0 <= i < a.Length0 && 0 <= j < a.Length1
    ensures c[i, j] == a[i, j]
  {
    DotWithIdentity(a, i, e, j, a.Length1);
  }
}

method Print(m: array2<int>)
{
  for i := 0 to m.Length0 {
    for j := 0 to m.Length1 {
      print if j == 0 then "" else " ", m[i, j];
    }
    print "\n";
  }
}

method Main()
{
  var a := new int[2, 3]((i, j) => i + j);
  var b := new int[3, 2]((i, j) => 2 * i - j);
  var product := Multiply(a, b);
  Print(product);
  var transposed := Transpose(product);
  Print(transposed);
}
