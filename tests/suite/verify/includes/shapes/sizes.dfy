// Below what includes it, and included by two files.
module Sizes {
  function Product(x: nat, y: nat): nat
  {
    x * y
  }

  lemma ProductGrows(x: nat, y: nat)
    requires x > 0 && y > 1
    ensures Product(x, y) > x
  {
  }
}
