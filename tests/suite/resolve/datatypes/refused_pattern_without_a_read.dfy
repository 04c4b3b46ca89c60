// In a declaration a pattern has to say which constructor it wants by something that only this one has.

datatype Only = Only
datatype Wrapped = Wrapped(only: Only) | Nothing

method OfNothingThatIsRead(wrapped: Wrapped)
{
  var Wrapped(Only) := wrapped;  // error[unsupported]
}
