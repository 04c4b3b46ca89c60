// The mistake: the law is there, and nobody calls it. What is true of the neighbour is not known of those before.
trait Order<T> {
  predicate AtMost(a: T, b: T)

  lemma Total(a: T, b: T)
    ensures AtMost(a, b) || AtMost(b, a)

  lemma Transitive(a: T, b: T, c: T)
    requires AtMost(a, b) && AtMost(b, c)
    ensures AtMost(a, c)
}

method InsertionSort<T>(a: array<T>, order: Order<T>)
  modifies a
{
  for n := 0 to a.Length
    invariant forall i, j :: 0 <= i < j < n ==> order.AtMost(a[i], a[j]) // unproved[invariant-maintained]
  {
    var k := n;
    while 0 < k && !order.AtMost(a[k - 1], a[k])
      invariant 0 <= k <= n
      invariant forall i, j :: 0 <= i < j <= n && j != k ==> order.AtMost(a[i], a[j])
    {
      order.Total(a[k - 1], a[k]);
      a[k - 1], a[k] := a[k], a[k - 1];
      k := k - 1;
    }
  }
}
