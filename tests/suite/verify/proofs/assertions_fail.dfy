method Simple(x: int)
{
  assert x > 0;  // error[assertion]
}

method EachConjunct(x: int)
  requires x > 5
{
  assert x > 3
    && x > 7  // error[assertion]
    && x > 4;
}

method NotBy(x: int)
{
  assert x * x > 4 by {  // error[assertion]
    assert x == x;
  }
}

method InsideBy(x: int)
{
  assert x > 4 by {
    assert x > 5;  // error[assertion]
  }
}

method ByIsLocal(x: int, y: int)
  requires x > 2 ==> y > 2
  requires x > 2
{
  assert y > 1 by {
    assert y > 2;
  }
  assert y > 2;
  assert y > 3;  // error[assertion]
}

method Message(x: int)
{
  assert {:error "x is not large enough"} x > 100;  // error[assertion]: "x is not large enough"
}

function InFunction(x: int): int
{
  assert x > 0;  // error[assertion]
  x
}
