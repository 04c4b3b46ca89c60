// The mistake: the element is read before it is known that it exists. `&&` is evaluated from the left.

method Sink(a: array<int>, n: nat)
  requires n < a.Length
  modifies a
{
  var k := n;
  while a[k] < a[k - 1] && 0 < k  // refuted[index-range]
    invariant 0 <= k <= n
    decreases k
  {
    a[k - 1], a[k] := a[k], a[k - 1];
    k := k - 1;
  }
}
