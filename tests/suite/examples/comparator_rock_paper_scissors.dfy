// The mistake: paper beats rock, scissors beat paper, and rock beats scissors. Nobody is first, and no sort finds out.
trait Order<T> {
  predicate AtMost(a: T, b: T)

  lemma Transitive(a: T, b: T, c: T)
    requires AtMost(a, b) && AtMost(b, c)
    ensures AtMost(a, c)
}

datatype Hand = Rock | Paper | Scissors

class Beats extends Order<Hand> {
  predicate AtMost(a: Hand, b: Hand)
  {
    a == b || (a == Rock && b == Paper) || (a == Paper && b == Scissors) || (a == Scissors && b == Rock)
  }

  lemma Transitive(a: Hand, b: Hand, c: Hand)
    requires AtMost(a, b) && AtMost(b, c)
    ensures AtMost(a, c)
  { // refuted[postcondition]
  }
}
