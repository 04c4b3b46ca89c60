// A function's own definition and contract must not prove its own termination or contract.

ghost function Grows(x: int): int
{
  Grows(x) + 1  // error[decreases]
}

ghost function Liar(x: int): int ensures Liar(x) == 0 && Liar(x) == 1 { 0 }  // error[postcondition]

ghost function SelfFulfilling(x: nat): int
  ensures SelfFulfilling(x) == 5
{
  if x == 0 then 5 else SelfFulfilling(x)  // error[decreases]
}

ghost function Left(x: int): int
{
  Right(x) + 1  // error[decreases]
}

ghost function Right(x: int): int
{
  Left(x) + 1  // error[decreases]
}
