// The mistake: a strict order. Of two equal elements neither may stand before the other, and a sort exchanges them for ever.
trait Order<T> {
  predicate AtMost(a: T, b: T)

  lemma Total(a: T, b: T)
    ensures AtMost(a, b) || AtMost(b, a)
}

class Ascending extends Order<int> {
  predicate AtMost(a: int, b: int)
  {
    a < b
  }

  lemma Total(a: int, b: int)
    ensures AtMost(a, b) || AtMost(b, a)
  { // refuted[postcondition]
  }
}
