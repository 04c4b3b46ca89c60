// Names of included files are names of the program, and what they promise is known.
include "shapes/area.dfy"
include "shapes/sizes.dfy"
include @"shapes/../shapes/sizes.dfy"

import opened Sizes

method Enlarge(s: Shape) returns (r: nat)
  requires s.Square? && s.side > 1
  ensures r > s.side
{
  ProductGrows(s.side, s.side);
  r := Area.Of(s.side);
}

method Main()
{
  var r := Enlarge(Square(3));
  expect r == 9;
}
