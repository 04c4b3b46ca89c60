// run: verify --relax-definite-assignment
// A variable of a type with a default value may be read before it is assigned; its value is not known.

method Read() returns (r: int)
  ensures r == 0
{
  var x: int;
  r := x - x;
}

method Unknown() returns (r: int)
  ensures r == 0
{  // error[postcondition]
  var x: int;
  r := x;
}
