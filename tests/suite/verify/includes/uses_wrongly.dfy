// What included files ask for is checked where it is used.
include "shapes/sizes.dfy"

import S = Sizes

lemma NotEnough(x: nat)
  ensures S.Product(x, 2) > x
{
  S.ProductGrows(x, 2); // error[precondition]
}

lemma NotTrue(x: nat)
  ensures S.Product(x, 1) > x
{ // error[postcondition]
}
