// Each value that the index takes has to belong to its type.
newtype Big = x: int | 100 <= x < 200 witness 100
newtype Even = x: int | x % 2 == 0
newtype Octet = b: bv8 | true
newtype Money = r: real | true

method OverTheEnd()
  decreases *
{
  for i: Big := 190 to *  // error[subset]
  {
  }
}

method UnderTheEnd()
  decreases *
{
  for i: Big := 110 downto *  // error[subset]
  {
  }
}

method OnlyEvenOnes()
{
  for i: Even := 0 to 10  // error[subset]
  {
  }
}
