// A file that others include. It is a program of its own, too.
include "sizes.dfy"

datatype Shape = Square(side: nat) | Rectangle(width: nat, height: nat)

module Area {
  import opened Sizes

  function Of(side: nat): nat
  {
    Product(side, side)
  }
}
