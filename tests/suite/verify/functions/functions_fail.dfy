function Inverse(x: int): int
  requires x != 0
{
  100 / x
}

function Careless(x: int): int
{
  Inverse(x)  // error[precondition]
}

function CarelessDivision(x: int): int
{
  100 / (x - 1)  // error[division-by-zero]
}

function Decrement(n: nat): int ensures Decrement(n) >= 0 { n - 1 }  // error[postcondition]

function IllDefinedContract(x: int): int
  requires 10 / x > 1  // error[division-by-zero]
{
  10 / x
}

predicate WrongOrder(x: int)
{
  10 / x == 2 && x != 0  // error[division-by-zero]
}

method Client(x: int)
{
  assert Inverse(x) == 100 / x;  // error[precondition]
}

method Unknown(a: int)
{
  assert Abstract(a) == Abstract(a);
  assert Abstract(a) == 3;  // error[assertion]
}

function Abstract(x: int): int
