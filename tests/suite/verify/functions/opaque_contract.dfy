// A function without a body is known by its contract only, and is the same for the same arguments.

function Hash(x: int): int
  ensures 0 <= Hash(x) < 256

method Client(x: int, y: int)
{
  assert Hash(x) < 1000;
  if x == y {
    assert Hash(x) == Hash(y);
  }
}

method Different(x: int, y: int)
  requires x != y
{
  assert Hash(x) != Hash(y);  // error[assertion]
}
