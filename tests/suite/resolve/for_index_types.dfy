// Loops that count do so in integers and in newtypes of them.
newtype Octet = b: bv8 | true
newtype Money = r: real | true

method OctetsDoNotCount()
{
  for i: Octet := 0 to 10  // error[type]
  {
  }
}

method MoneyDoesNotCount()
{
  for i: Money := 0.0 to 10.0  // error[type]
  {
  }
}

method BitsDoNotCount()
{
  for i: bv8 := 0 to 10  // error[type]
  {
  }
}
