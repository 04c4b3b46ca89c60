const Limit := 10

method Assign(x: int) returns (r: int)
{
  x := 3;  // error[mutability]
  Limit := 4;  // error[mutability]
  r := x;
}

method LoopIndex()
{
  for i := 0 to 10 {
    i := 3;  // error[mutability]
  }
}

method SequenceElement(s: seq<int>)
{
  var t := s;
  t[0] := 1;  // error[type]: "LHS of array assignment must denote an array element"
}
