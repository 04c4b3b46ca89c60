// In a declaration a pattern has to say which constructor it wants by something that only this one has.

datatype Either = Left(value: int) | Right(value: int)

method OfASharedField(either: Either) returns (r: int)
{
  var Left(value) := either;  // error[unsupported]
  r := value;
}
