// What abstract modules declare is verified; without a body it may be anything.
abstract module Shape {
  function Sides(): nat
    ensures Sides() != 1

  lemma Enough()
    ensures Sides() == 0 || Sides() >= 2
  {
  }

  lemma Four()
    ensures Sides() == 4
  { // error[postcondition]
  }
}
